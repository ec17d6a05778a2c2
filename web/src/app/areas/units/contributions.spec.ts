import { describe, expect, it } from '@jest/globals';
import { entryOf, nodeOf, nodeResultOf, resultOf } from '../../../testing/rankings.js';
import { contributionRows, strongestAndWeakest } from './contributions.js';

const words = { name: (node: { nameVi: string }) => node.nameVi, rest: 'phần còn lại', total: 'Điểm' };
const nodes = [nodeOf('a', 100), nodeOf('listed', 0), nodeOf('b', 200), nodeOf('c', 700)];

function rowsOf(values: readonly (number | null)[], total: number | null) {
  const results = [0.1, 0.2, 0.7].map((weight, index) =>
    nodeResultOf('abc'[index] ?? '', weight, values[index] ?? null),
  );
  const entry = entryOf('2022', 'f', resultOf('u', { total, nodes: results }));
  return contributionRows({ ...entry, nodes }, words);
}

describe('the waterfall of a complete result', () => {
  const rows = rowsOf([1, 0.5, 0.5], 0.55);

  it('begins each part where the one before ended, and ends at the total', () => {
    expect(rows.map(({ label, kind, from, value }) => [label, kind, from, value])).toEqual([
      ['a', 'part', 0, 0.1],
      ['b', 'part', 0.1, 0.1],
      ['c', 'part', 0.2, 0.35],
      ['Điểm', 'total', 0, 0.55],
    ]);
  });

  it('shows what each part lacks to its maximum', () => {
    expect(rows.map((row) => row.lost)).toEqual([0, 0.1, 0.35, null]);
  });

  it('leaves out what the method lists without points', () => {
    expect(rows.map((row) => row.label)).not.toContain('listed');
  });
});

describe('the waterfall of an incomplete result', () => {
  const rows = rowsOf([null, 0.5, 0.5], 0.55);

  it('gives a part that was not collected no bar, and never a zero', () => {
    expect(rows.find((row) => row.label === 'a')).toMatchObject({
      kind: 'not_collected',
      value: null,
      lost: null,
    });
  });

  it('shows the rest of the published total as one bar of its own', () => {
    const rest = rows.find((row) => row.kind === 'rest');
    expect(rest?.from).toBeCloseTo(0.45, 12);
    expect(rest?.value).toBeCloseTo(0.1, 12);
  });

  it('has no rest and no total where none was published', () => {
    expect(rowsOf([null, 0.5, 0.5], null).map((row) => row.kind)).toEqual(['part', 'part', 'not_collected']);
  });

  it('is empty when nothing of the parts is known', () => {
    expect(rowsOf([null, null, null], 0.5)).toEqual([]);
  });
});

describe('the strongest and the weakest part', () => {
  it('go by the share of the maximum, not by points', () => {
    const ends = strongestAndWeakest(rowsOf([1, 0.9, 0.2], 0.42));
    expect([ends?.strongest.label, ends?.weakest.label]).toEqual(['a', 'c']);
  });

  it('are not told of a single part', () => {
    expect(strongestAndWeakest(rowsOf([0.5, null, null], 0.5))).toBeNull();
  });
});
