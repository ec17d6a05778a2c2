import { describe, expect, it } from '@jest/globals';
import type { Formula } from '../../model/formula.js';
import { sum } from '../../numeric/sum.js';
import { cellsOf, type Entry } from './source.fixture.js';

type Gap<Kind extends Formula['kind']> = Extract<
  Formula,
  { readonly kind: Kind; readonly gap: string }
>['gap'];

/** One unit with the entries as its data elements. */
function single(
  formula: { readonly kind: 'sum' | 'share_of_yes'; readonly gap: string },
  entries: readonly Entry[],
) {
  const data = Object.fromEntries(entries.map((entry, index) => [`e${index}`, [entry]]));
  return cellsOf({ ...formula, elements: Object.keys(data) } as Formula, data)[0];
}

describe('sum', () => {
  it('adds up the data elements of each unit', () => {
    const formula: Formula = { kind: 'sum', elements: ['a', 'b', 'c'], gap: 'missing' };
    expect(cellsOf(formula, { a: [1, 10], b: [2, -20], c: [4, 0.5] })).toEqual([7, -9.5]);
  });

  it('loses nothing on the way', () => {
    const values = [1, 1e100, 1, -1e100];
    expect(single({ kind: 'sum', gap: 'missing' }, values)).toBe(2);
    expect(single({ kind: 'sum', gap: 'missing' }, [1e100, 1, -1e100, 1])).toBe(2);
    const tenths = Array.from({ length: 10 }, () => 0.1);
    expect(single({ kind: 'sum', gap: 'zero' }, tenths)).toBe(1);
    expect(sum(tenths)).toBe(1);
  });

  it.each<[readonly Entry[], Gap<'sum'>, number | string]>([
    [[1, 'O', 2], 'missing', 'missing'],
    [[1, 'L', 2], 'missing', 'not_collected'],
    [['L', 'O', 2], 'missing', 'missing'],
    [['O', 'L', 2], 'missing', 'missing'],
    [['L', 'L'], 'missing', 'not_collected'],
    [[1, 'O', 2], 'zero', 3],
    [[1, 'L', 2], 'zero', 3],
    [['O', 'L'], 'zero', 0],
    // What cannot exist adds nothing and is no gap.
    [[1, 'M', 2], 'missing', 3],
    [[1, 'M', 2], 'zero', 3],
    [['M', 'M'], 'missing', 'not_applicable'],
    [['M', 'M'], 'zero', 'not_applicable'],
    [['M', 'O'], 'missing', 'missing'],
    [['L', 'M'], 'missing', 'not_collected'],
    [['M', 'O'], 'zero', 0],
  ])('of %j with gap %s is %s', (entries, gap, expected) => {
    expect(single({ kind: 'sum', gap }, entries)).toBe(expected);
  });

  it('has no number beyond arithmetic', () => {
    expect(single({ kind: 'sum', gap: 'zero' }, [1e308, 1e308])).toBe('undetermined');
    expect(single({ kind: 'sum', gap: 'zero' }, [1e308, 1e308, -1e308])).toBe('undetermined');
  });

  it('has no number of what has none, whatever the policy for gaps', () => {
    expect(single({ kind: 'sum', gap: 'zero' }, [1, Number.NaN])).toBe('undetermined');
    expect(single({ kind: 'sum', gap: 'missing' }, [Number.NaN, 'O'])).toBe('undetermined');
  });
});

describe('share_of_yes', () => {
  it('is the share of 1 among the answers of each unit', () => {
    const formula: Formula = { kind: 'share_of_yes', elements: ['a', 'b', 'c', 'd'], gap: 'missing' };
    const data = { a: [1, 0, 1], b: [0, 0, 1], c: [0, 0, 1], d: [0, 0, 1] };
    expect(cellsOf(formula, data)).toEqual([0.25, 0, 1]);
  });

  it.each<[readonly Entry[], Gap<'share_of_yes'>, number | string]>([
    [[1, 1, 0, 'O'], 'missing', 'missing'],
    [[1, 1, 0, 'L'], 'missing', 'not_collected'],
    [['L', 1, 'O'], 'missing', 'missing'],
    [[1, 1, 0, 'O'], 'no', 0.5],
    [[1, 'L'], 'no', 0.5],
    [['O', 'L'], 'no', 0],
    [[1, 0, 'O', 'L'], 'leave_out', 0.5],
    [['O', 'L'], 'leave_out', 'missing'],
    [['L', 'L'], 'leave_out', 'not_collected'],
    // What cannot exist is on neither side.
    [[1, 0, 'M'], 'missing', 0.5],
    [[1, 0, 'M'], 'no', 0.5],
    [[1, 0, 'M'], 'leave_out', 0.5],
    [['M', 'M'], 'missing', 'not_applicable'],
    [['M', 'M'], 'no', 'not_applicable'],
    [['M', 'M'], 'leave_out', 'not_applicable'],
    [['M', 'O'], 'leave_out', 'missing'],
    [['M', 'O'], 'no', 0],
  ])('of %j with gap %s is %s', (entries, gap, expected) => {
    expect(single({ kind: 'share_of_yes', gap }, entries)).toBe(expected);
  });

  it.each([0.5, 2, -1, Number.NaN])('has no number with an answer of %s', (answer) => {
    for (const gap of ['missing', 'no', 'leave_out'] as const) {
      expect(single({ kind: 'share_of_yes', gap }, [1, answer, 'O'])).toBe('undetermined');
    }
  });
});
