import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AggregationRule } from '../../model/aggregation.js';
import { STATE } from '../../model/column.js';
import { sum } from '../../numeric/sum.js';
import { aggregate, effectiveWeights, isAdditive, type Child } from './aggregate.js';
import { child, resultOf, ruleOf, type ChildCell } from './children.fixture.js';

const ARITHMETIC = ruleOf('arithmetic');
const REWEIGHT = ruleOf('arithmetic', { missing: 'reweight' });
const ZERO = ruleOf('arithmetic', { missing: 'zero' });

/** One unit with one cell for each child. */
function unit(
  cells: readonly ChildCell[],
  weights: readonly number[] = cells.map(() => 1),
): readonly Child[] {
  return cells.map((cell, c) => child([cell], weights[c] as number));
}

describe('aggregate, the arithmetic mean', () => {
  it('gives Đà Nẵng 0.48741 for 2020: 0.4 × 0.5346 + 0.3 × 0.4155 + 0.3 × 0.4964', () => {
    const { cells, marks, coverage } = resultOf(unit([0.5346, 0.4155, 0.4964], [400, 300, 300]), ARITHMETIC);
    expect(cells[0]).toBeCloseTo(0.48741, 15);
    expect([marks, coverage]).toEqual([[[]], [1]]);
  });

  it('keeps units apart', () => {
    const children = [child([1, 0.5, 'missing'], 3), child([0, 0.5, 1], 1)];
    expect(resultOf(children, ARITHMETIC).cells).toEqual([0.75, 0.5, 'incomplete']);
  });

  it('shows a child without weight and lets it neither add nor block', () => {
    const cells: readonly ChildCell[] = [
      7,
      'missing',
      'not_applicable',
      'not_scored',
      'left out',
      'not_collected',
    ];
    for (const cell of cells) {
      expect(resultOf(unit([0.5, cell], [1, 0]), ARITHMETIC)).toEqual({
        cells: [0.5],
        marks: [[]],
        coverage: [1],
      });
    }
  });

  it('has no units where there are none, and nothing scored where nothing has weight', () => {
    expect(aggregate([], ARITHMETIC, 0, new Int32Array(0)).column.values).toHaveLength(0);
    expect(resultOf(unit([1], [0]), ARITHMETIC)).toEqual({
      cells: ['not_scored'],
      marks: [[]],
      coverage: [0],
    });
    expect(resultOf([], ARITHMETIC)).toEqual({ cells: ['not_scored'], marks: [[]], coverage: [0] });
  });

  it('answers undetermined, never infinity, beyond the range of doubles', () => {
    const huge = Number.MAX_VALUE;
    expect(resultOf(unit([huge, huge, huge]), ARITHMETIC).cells[0]).not.toBe(Infinity);
    expect(resultOf(unit([huge, -huge]), ARITHMETIC).cells).toEqual([0]);
    const overflowing = unit([Infinity, 1]);
    expect(resultOf(overflowing, ARITHMETIC)).toMatchObject({ cells: ['undetermined'], marks: [[]] });
    expect(aggregate(overflowing, ARITHMETIC, 1, new Int32Array(1)).column.values[0]).toBeNaN();
  });

  it('never gives −0', () => {
    expect(resultOf(unit([-0, -0]), ARITHMETIC).cells[0]).toBe(0);
    expect(resultOf(unit([-0, 1]), ruleOf('minimum')).cells[0]).toBe(0);
  });
});

describe('aggregate, sums that are compensated', () => {
  const tenth = Array<number>(10).fill(0.1);

  it('keep what plain addition loses, with and without gaps: (1 + 1e100 + 1 − 1e100) / 4', () => {
    const [lost, gap] = [[1, 1e100, 1, -1e100], ['missing']] as const;
    expect(resultOf(unit(lost), ARITHMETIC).cells).toEqual([0.5]);
    expect(resultOf(unit([...lost, ...gap]), REWEIGHT).cells).toEqual([0.5]);
    expect(
      resultOf(unit(lost), ruleOf({ method: 'generalised_mean', power: 1, nonPositive: 'zero' })).cells,
    ).toEqual([0.5]);
  });

  it('bring ten weights of 0.1 to 1, whichever children there are beside them', () => {
    const shares = (
      cells: readonly ChildCell[],
      weights: readonly number[],
      rule: AggregationRule,
    ): unknown => {
      const into = new Float64Array(cells.length);
      effectiveWeights(unit(cells, weights), rule, 0, into);
      return [...into.subarray(0, 10)];
    };
    const ones = Array<number>(10).fill(1);
    const nine = [...ones.slice(1), 'missing'] as const;
    expect(tenth.reduce((all, own) => all + own)).not.toBe(1);
    expect(shares(ones, tenth, ARITHMETIC)).toEqual(tenth);
    expect(shares(ones, tenth, ZERO)).toEqual(tenth);
    expect(shares([...ones, 'missing'], [...tenth, 1], REWEIGHT)).toEqual(tenth);
    expect(shares([...nine, 'not_applicable'], [...tenth, 1], ZERO)).toEqual(tenth);
  });

  it('count ten tenths below as the whole', () => {
    const nodes = tenth.map((weight) => child([1], weight, [1]));
    const { coverage } = resultOf([...nodes, child(['not_applicable'], 1, [0])], ARITHMETIC);
    expect(coverage).toEqual([1]);
    expect(resultOf([...nodes, child(['missing'], 1, [0])], REWEIGHT).coverage).toEqual([0.5]);
  });
});

describe('aggregate, what the rules for gaps give', () => {
  it.each<[string, readonly ChildCell[], AggregationRule, unknown, readonly string[], number]>([
    ['a gap', [0.8, 'missing'], ARITHMETIC, 'incomplete', ['childWithoutValue'], 0.5],
    ['a gap', [0.8, 'not_collected'], ARITHMETIC, 'incomplete', ['childWithoutValue'], 0.5],
    ['a gap', [0.8, 'incomplete'], ARITHMETIC, 'incomplete', ['childWithoutValue'], 0.5],
    ['a gap', [0.8, 'undetermined'], ARITHMETIC, 'incomplete', ['childWithoutValue'], 0.5],
    ['a gap, reweighted', [0.8, 'missing'], REWEIGHT, 0.8, ['weightShared'], 0.5],
    ['a gap, reweighted', [0.8, 'undetermined'], REWEIGHT, 0.8, ['weightShared'], 0.5],
    ['a gap as zero', [0.8, 'missing'], ZERO, 0.4, ['childCountedAsZero'], 0.5],
    ['a gap as zero', [0.8, 'not_collected'], ZERO, 0.4, ['childCountedAsZero'], 0.5],
    ['zero is a value', [0, 0], ARITHMETIC, 0, [], 1],
    ['all not collected', ['not_collected', 'not_collected'], ARITHMETIC, 'not_collected', [], 0],
    ['all not collected', ['not_collected', 'not_collected'], ZERO, 'not_collected', [], 0],
    [
      'not one, for two reasons',
      ['not_collected', 'missing'],
      ARITHMETIC,
      'incomplete',
      ['childWithoutValue'],
      0,
    ],
    ['not one, reweighted', ['missing', 'missing'], REWEIGHT, 'incomplete', ['childWithoutValue'], 0],
    ['not one, as zero', ['missing', 'not_collected'], ZERO, 'incomplete', ['childWithoutValue'], 0],
    ['one cannot exist', [0.8, 'not_applicable'], ARITHMETIC, 0.8, ['weightShared'], 1],
    ['one cannot exist', [0.8, 'not_applicable'], ZERO, 0.8, ['weightShared'], 1],
    ['none can exist', ['not_applicable', 'not_applicable'], ARITHMETIC, 'not_applicable', [], 0],
    ['none can exist', ['not_applicable', 'not_applicable'], ZERO, 'not_applicable', [], 0],
    ['the rest not collected', ['not_applicable', 'not_collected'], ARITHMETIC, 'not_collected', [], 0],
    ['the rest missing', ['not_applicable', 'missing'], REWEIGHT, 'incomplete', ['childWithoutValue'], 0],
    ['left out by screening', [0.8, 'left out'], ARITHMETIC, 0.8, ['weightShared'], 1],
    ['left out by screening', [0.8, 'left out'], ZERO, 0.8, ['weightShared'], 1],
    ['all left out', ['left out', 'left out'], ARITHMETIC, 'not_scored', ['screenedOut'], 0],
    ['all not scored', ['not_scored', 'not_scored'], ARITHMETIC, 'not_scored', [], 0],
    ['left out, the other cannot exist', ['left out', 'not_applicable'], ARITHMETIC, 'not_applicable', [], 0],
    ['left out, the other not collected', ['left out', 'not_collected'], ARITHMETIC, 'not_collected', [], 0],
  ])('%s: %j', (_, cells, rule, expected, marks, coverage) => {
    expect(resultOf(unit(cells), rule)).toEqual({ cells: [expected], marks: [marks], coverage: [coverage] });
  });

  it('has no value where a child cannot exist and the rule wants them all', () => {
    for (const missing of ['no_value', 'zero', 'reweight'] as const) {
      const rule = ruleOf('arithmetic', { missing, notApplicable: 'no_value' });
      const { cells, marks } = resultOf(unit([0.8, 'not_applicable']), rule);
      expect([cells, marks]).toEqual([['incomplete'], [['childWithoutValue']]]);
      expect(resultOf(unit(['not_collected', 'not_applicable']), rule).cells).toEqual(['not_collected']);
      expect(resultOf(unit([0.8, 0.4]), rule).cells[0]).toBeCloseTo(0.6, 15);
    }
  });

  it('does both at once: one cannot exist, another counts as zero, the rest share', () => {
    const cells = [0.9, 'not_applicable', 'missing'] as const;
    // As zero: 2 / (2 + 1) × 0.9. Reweighted: 0.9.
    expect(resultOf(unit(cells, [2, 5, 1]), ZERO)).toEqual({
      cells: [0.6],
      marks: [['childCountedAsZero', 'weightShared']],
      coverage: [2 / 3],
    });
    expect(resultOf(unit(cells, [2, 5, 1]), REWEIGHT)).toMatchObject({
      cells: [0.9],
      marks: [['weightShared']],
    });
  });

  it('shares the weight of a gap in proportion', () => {
    // (3 × 0.2 + 1 × 0.6) / 4
    const { cells } = resultOf(unit([0.2, 0.6, 'missing'], [3, 1, 6]), REWEIGHT);
    expect(cells[0]).toBeCloseTo(0.3, 15);
  });
});

describe('aggregate, availability', () => {
  const asked = (availability: number, others: Partial<AggregationRule> = {}): AggregationRule =>
    ruleOf('arithmetic', { missing: 'reweight', availability, ...others });
  const seven = unit([0.5, 'missing', 0.5], [3, 3, 4]);

  it.each([
    [0, 0.5],
    [0.69, 0.5],
    [0.7, 0.5],
    [0.7 + 1e-11, 'incomplete'],
    [0.71, 'incomplete'],
    [1, 'incomplete'],
  ])('of %p, seven tenths of the weight having values, gives %p', (availability, expected) => {
    const { cells, marks } = resultOf(seven, asked(availability));
    expect(cells).toEqual([expected]);
    expect(marks).toEqual([[expected === 'incomplete' ? 'belowAvailability' : 'weightShared']]);
  });

  it('is reached at the threshold: (0.1 + 0.5) / 0.8 is 0.75, though not in binary', () => {
    const children = unit([1, 1, 'missing'], [0.1, 0.5, 0.2]);
    expect(sum([0.1, 0.5]) / sum([0.1, 0.5, 0.2])).toBeLessThan(0.75);
    expect(resultOf(children, asked(0.75)).cells[0]).toBeCloseTo(1, 15);
  });

  it('counts children where the method says so, as COINr does: 2 of 3', () => {
    const children = unit([0.5, 'missing', 0.5], [1, 98, 1]);
    expect(resultOf(children, asked(0.6)).cells).toEqual(['incomplete']);
    expect(resultOf(children, asked(0.6, { availabilityBy: 'weight' })).cells).toEqual(['incomplete']);
    expect(resultOf(children, asked(0.6, { availabilityBy: 'children' })).cells).toEqual([0.5]);
    expect(resultOf(children, asked(2 / 3, { availabilityBy: 'children' })).cells).toEqual([0.5]);
    expect(resultOf(children, asked(0.67, { availabilityBy: 'children' })).cells).toEqual(['incomplete']);
  });

  it('looks at applicable children alone, and does not take a gap that counts as zero for a value', () => {
    const children = unit([0.5, 'missing', 'not_applicable', 'left out'], [1, 1, 7, 7]);
    for (const availabilityBy of ['weight', 'children'] as const) {
      expect(resultOf(children, asked(0.5, { availabilityBy })).cells).toEqual([0.5]);
      expect(resultOf(children, asked(0.51, { availabilityBy })).cells).toEqual(['incomplete']);
      expect(resultOf(children, asked(0.5, { missing: 'zero', availabilityBy })).cells).toEqual([0.25]);
      expect(resultOf(children, asked(0.51, { missing: 'zero', availabilityBy })).cells).toEqual([
        'incomplete',
      ]);
    }
  });

  it('asks nothing of a unit without gaps, and says first that nothing was collected', () => {
    expect(resultOf(unit([0.5, 'not_applicable']), asked(1)).cells).toEqual([0.5]);
    expect(resultOf(unit(['not_collected', 'not_collected']), asked(1)).cells).toEqual(['not_collected']);
    const strict = ruleOf('arithmetic', { availability: 1 });
    expect(resultOf(unit([0.5, 'missing']), strict).marks).toEqual([['childWithoutValue']]);
  });
});

describe('aggregate, coverage', () => {
  it('is the share of the weight below that has values, children that cannot exist left out', () => {
    // (2 × 0.5 + 3 × 1 + 1 × 0) / 6
    const covered = [
      child([0.5], 2, [0.5]),
      child([0.5], 3),
      child(['missing'], 1),
      child(['not_applicable'], 9),
    ];
    expect(resultOf(covered, REWEIGHT).coverage[0]).toBeCloseTo(4 / 6, 15);
  });

  it('counts what is covered below a child that has no value itself', () => {
    const covered = [child([0.5], 1), child(['incomplete'], 1, [0.5]), child(['left out'], 1, [0.3])];
    expect(resultOf(covered, ARITHMETIC)).toMatchObject({ cells: ['incomplete'], coverage: [0.75] });
  });

  it('is taken where every child has a value and one of them is not covered throughout', () => {
    expect(resultOf([child([0.5], 1, [0.2]), child([0.5], 1)], ARITHMETIC)).toEqual({
      cells: [0.5],
      marks: [[]],
      coverage: [0.6],
    });
  });

  it('does not look below a child without weight', () => {
    expect(resultOf([child([0.5], 1), child([0.5], 0, [0.1])], ARITHMETIC).coverage).toEqual([1]);
  });
});

describe('effective weights', () => {
  it.each<[readonly ChildCell[], AggregationRule, boolean, readonly number[]]>([
    [[1, 1, 1], ARITHMETIC, true, [0.5, 0.3, 0.2]],
    [[1, 'missing', 1], REWEIGHT, true, [5 / 7, 0, 2 / 7]],
    [[1, 'missing', 1], ZERO, true, [0.5, 0.3, 0.2]],
    [[1, 'missing', 'not_applicable'], ZERO, true, [0.625, 0.375, 0]],
    [[1, 'left out', 'missing'], ZERO, true, [5 / 7, 0, 2 / 7]],
    [[1, 'missing', 1], ARITHMETIC, false, [0, 0, 0]],
    [['missing', 'missing', 'missing'], ZERO, false, [0, 0, 0]],
    [[1, 'not_applicable', 1], ruleOf('minimum'), true, [5 / 7, 0, 2 / 7]],
  ])('of 5, 3 and 2 for %j', (cells, rule, has, expected) => {
    const into = new Float64Array(3).fill(7);
    expect(effectiveWeights(unit(cells, [5, 3, 2]), rule, 0, into)).toBe(has);
    expect([...into]).toEqual(expected);
  });

  it('are those of the unit that is asked for, and 0 of a child without weight', () => {
    const into = new Float64Array(3);
    const children = [child(['missing', 1], 1), child([1, 1], 3), child([1, 1], 0)];
    expect(effectiveWeights(children, REWEIGHT, 1, into)).toBe(true);
    expect([...into]).toEqual([0.25, 0.75, 0]);
  });
});

describe('an additive aggregation', () => {
  it.each([
    [{ method: 'arithmetic' }, true],
    [{ method: 'generalised_mean', power: 1, nonPositive: 'zero' }, true],
    [{ method: 'generalised_mean', power: 2, nonPositive: 'zero' }, false],
    [{ method: 'geometric', nonPositive: 'zero' }, false],
    [{ method: 'harmonic', nonPositive: 'zero' }, false],
    [{ method: 'median' }, false],
    [{ method: 'median', power: 1 } as never, false],
    [{ method: 'minimum' }, false],
    [{ method: 'copeland' }, false],
  ] as const)('is %j: %p', (aggregation, expected) => {
    expect(isAdditive(aggregation)).toBe(expected);
  });
});

describe('aggregate beside the definition, unit by unit', () => {
  const CELLS: readonly ChildCell[] = [
    'not_collected',
    'missing',
    'not_applicable',
    'incomplete',
    'undetermined',
  ];
  const cell = fc.oneof(
    { arbitrary: fc.double({ min: -10, max: 10, noNaN: true }), weight: 6 },
    { arbitrary: fc.constantFrom(...CELLS), weight: 2 },
  );
  const families = fc
    .record({ size: fc.integer({ min: 1, max: 4 }), count: fc.integer({ min: 1, max: 6 }) })
    .chain(({ size, count }) =>
      fc.array(
        fc.record({
          cells: fc.array(cell, { minLength: size, maxLength: size }),
          weight: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true })),
        }),
        { minLength: count, maxLength: count },
      ),
    );
  const rules = fc.record({
    missing: fc.constantFrom('no_value' as const, 'zero' as const, 'reweight' as const),
    notApplicable: fc.constantFrom('reweight' as const, 'no_value' as const),
  });

  it('is Σ weight / Σ weights in use × value, and the share of weight with values, to the last bit', () => {
    fc.assert(
      fc.property(families, rules, (family, policy) => {
        const rule = ruleOf('arithmetic', policy);
        const children = family.map(({ cells, weight }) => child(cells, weight));
        const { cells, coverage } = resultOf(children, rule);
        cells.forEach((result, u) => {
          const counted = family.filter(({ weight }) => weight > 0);
          const applicable = counted.filter((own) => own.cells[u] !== 'not_applicable');
          const present = applicable.filter((own) => typeof own.cells[u] === 'number');
          const ofAll = sum(applicable.map(({ weight }) => weight));
          const ofPresent = sum(present.map(({ weight }) => weight));
          if (applicable.length > 0) expect(coverage[u]).toBe(ofPresent / ofAll);
          if (typeof result === 'string') return;
          const ofUsed = policy.missing === 'zero' ? ofAll : ofPresent;
          expect(result).toBe(sum(present.map((own) => (own.weight / ofUsed) * (own.cells[u] as number))));
        });
      }),
    );
  });

  it('adds contributions up to the value, and does not write into its inputs', () => {
    fc.assert(
      fc.property(families, rules, (family, policy) => {
        const rule = ruleOf('arithmetic', policy);
        const children = family.map(({ cells, weight }) => child(cells, weight));
        const before = JSON.stringify(children.map(({ column }) => [...column.values, ...column.states]));
        const { column } = aggregate(children, rule, (family[0]?.cells ?? []).length, new Int32Array(4));
        const into = new Float64Array(children.length);
        column.states.forEach((state, u) => {
          const has = effectiveWeights(children, rule, u, into);
          expect(has).toBe(state === STATE.scored);
          if (!has) return;
          const parts = children.map((own, c) =>
            own.column.states[u] === STATE.scored
              ? (into[c] as number) * (own.column.values[u] as number)
              : 0,
          );
          expect(Math.abs(sum(parts) - (column.values[u] as number))).toBeLessThanOrEqual(1e-12);
        });
        expect(JSON.stringify(children.map((own) => [...own.column.values, ...own.column.states]))).toBe(
          before,
        );
      }),
    );
  });
});
