import { describe, expect, it } from '@jest/globals';
import type { RemovalEffect } from '../model/audit.js';
import { compute } from '../stages/compute.js';
import { audited, dataset, framework, GAP } from './audit.fixture.js';

const of = (removals: readonly RemovalEffect[], node: string): RemovalEffect | undefined =>
  removals.find((effect) => effect.node === node);

describe('removals', () => {
  // Means 5, 4, 3; without a: 2, 4, 6; without b: 8, 4, 0.
  const turning = { a: [8, 4, 0], b: [2, 4, 6] };

  it('tell what becomes of the ranks without a node', () => {
    const { removals } = audited(framework(['a', 'b']), dataset(turning));
    expect(removals).toEqual([
      { node: 'a', changed: 2, lost: 0, gained: 0, meanShift: 4 / 3, largestShift: 2 },
      { node: 'b', changed: 0, lost: 0, gained: 0, meanShift: 0, largestShift: 0 },
    ]);
  });

  it('tell of indicators without which every rank stays', () => {
    const { findings } = audited(framework(['a', ['p', ['b']]]), dataset(turning));
    expect(findings.filter(({ code }) => code === 'REMOVAL_CHANGES_NO_RANK')).toEqual([
      { code: 'REMOVAL_CHANGES_NO_RANK', nodes: ['b'], params: { changed: 0 } },
    ]);
  });

  it('are of every node that takes part, parents too', () => {
    const listed = { code: 'x', scored: false };
    const { removals } = audited(
      framework([['p', ['a', listed]], 'b']),
      dataset({ ...turning, x: [1, 2, 3] }),
    );
    expect(removals.map(({ node }) => node)).toEqual(['p', 'a', 'b']);
    // Without its only child that counts, p goes too.
    expect({ ...of(removals, 'a'), node: 'p' }).toEqual(of(removals, 'p'));
    expect(of(removals, 'p')?.meanShift).toBeCloseTo(4 / 3, 14);
  });

  it('share the weight of the node among its siblings', () => {
    const weighted = [
      { code: 'a', weight: 6 },
      { code: 'b', weight: 1 },
      { code: 'c', weight: 2 },
    ];
    const data = { a: [9, 3, 0], b: [0, 4, 9], c: [4, 3, 1] };
    const method = { weights: { method: 'given' } } as const;
    const { removals } = audited(framework(weighted, method), dataset(data));
    const without = compute(framework(weighted.slice(1), method), dataset({ b: data.b, c: data.c }));
    // b and c as 1 : 2 give 8/3, 10/3 and 11/3: the order turns round.
    expect(without.ok && without.value.units.map(({ rank }) => rank?.rank)).toEqual([3, 2, 1]);
    expect(of(removals, 'a')).toMatchObject({ changed: 2, meanShift: 4 / 3, largestShift: 2 });
  });

  it('count units that lose their rank, and units that gain one', () => {
    const strict = { missing: 'no_value' } as const;
    const data = dataset({ a: [3, 2, 1, GAP], b: [3, 2, 1, 9] });
    expect(of(audited(framework(['a', 'b'], strict), data).removals, 'a')).toEqual({
      node: 'a',
      changed: 4,
      lost: 0,
      gained: 1,
      meanShift: 1,
      largestShift: 1,
    });
    const only = dataset({ a: [3, 2, 1], b: [GAP, GAP, 1] });
    expect(of(audited(framework(['a', 'b']), only).removals, 'a')).toEqual({
      node: 'a',
      changed: 3,
      lost: 2,
      gained: 0,
      meanShift: 2,
      largestShift: 2,
    });
  });

  it('have no mean where no unit has both ranks', () => {
    const data = dataset({ a: [3, 2, GAP], b: [GAP, GAP, GAP], c: [GAP, GAP, GAP] });
    expect(of(audited(framework(['a', 'b', 'c']), data).removals, 'a')).toEqual({
      node: 'a',
      changed: 2,
      lost: 2,
      gained: 0,
      meanShift: null,
      largestShift: null,
    });
  });

  it('take the rank rule as it is: groups, precision, tie-breaks by what their nodes are then', () => {
    const rank = {
      method: 'competition',
      decimals: 0,
      rounding: 'half_up_decimal',
      direction: 'descending',
      tieBreaks: [{ by: 'node', node: 'p', direction: 'descending' }],
    } as const;
    const weighted = [
      {
        code: 'p',
        weight: 1,
        children: [
          { code: 'a', weight: 1 },
          { code: 'b', weight: 1 },
        ],
      },
      { code: 'c', weight: 9 },
    ];
    // p is 4 and 2, without a 1 and 3; the whole stays 9 for both, and p breaks the tie.
    const data = dataset({ a: [7, 1], b: [1, 3], c: [10, 10] });
    const { removals } = audited(framework(weighted, { rank, weights: { method: 'given' } }), data);
    expect(of(removals, 'a')).toMatchObject({ changed: 2 });
    expect(of(removals, 'c')).toMatchObject({ changed: 0 });
    // Without the node that breaks ties, both are first.
    expect(of(removals, 'p')).toMatchObject({ changed: 1, largestShift: 1 });
  });

  it('by code break ties by code', () => {
    const rank = {
      method: 'ordinal',
      decimals: null,
      rounding: 'half_up_decimal',
      direction: 'descending',
      tieBreaks: [{ by: 'code' }],
    } as const;
    // The code of the first unit comes after that of the second.
    const units = ['z', 'y'].map((code) => ({ code, group: 'g' }));
    const data = { ...dataset({ a: [1, 1], b: [2, 1] }), units };
    const { removals } = audited(framework(['a', 'b'], { rank }), data);
    expect(of(removals, 'b')).toMatchObject({ changed: 2 });
    expect(of(removals, 'a')).toMatchObject({ changed: 0 });
  });

  it('are refused where nothing is left, or where fewer than two units have a rank', () => {
    const single = audited(framework(['a']), dataset({ a: [1, 2] }));
    expect(single.removals).toEqual([]);
    expect(single.refusals.filter(({ step }) => step === 'removal')).toEqual([
      { step: 'removal', code: 'NOTHING_LEFT', nodes: ['a'], params: {} },
    ]);
    const alone = audited(framework(['a', 'b']), dataset({ a: [1, GAP], b: [2, GAP] }));
    expect(alone.removals).toEqual([]);
    expect(alone.refusals.filter(({ step }) => step === 'removal')).toEqual([
      { step: 'removal', code: 'TOO_FEW_RANKED', nodes: ['index'], params: { ranked: 1, needed: 2 } },
    ]);
    expect(alone.findings.filter(({ code }) => code === 'REMOVAL_CHANGES_NO_RANK')).toEqual([]);
    expect(audited(framework(['a', 'b']), dataset({ a: [1, 2], b: [2, 2] })).removals).toHaveLength(2);
  });

  it('leave screened units out, as the method does', () => {
    const screen = { unitAvailability: 1 };
    const { removals } = audited(
      framework(['a', 'b'], { screen }),
      dataset({ a: [1, 2, 3], b: [3, 1, GAP] }),
    );
    expect(of(removals, 'b')).toMatchObject({ changed: 2, gained: 0, lost: 0, largestShift: 1 });
  });
});
