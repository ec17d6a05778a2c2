import { describe, expect, it } from '@jest/globals';
import type { AggregationRule } from '../model/aggregation.js';
import { STATE } from '../model/column.js';
import { randomGenerator } from '../numeric/random.js';
import { aggregate } from '../stages/aggregate/aggregate.js';
import { branchOf, type Branch } from './branch.js';
import { DenseParent } from './dense-parent.js';

const { scored, missing, not_applicable: notApplicable, incomplete } = STATE;

const RULE: AggregationRule = {
  aggregation: { method: 'arithmetic' },
  missing: 'reweight',
  notApplicable: 'reweight',
  availability: 0,
};

function branch(values: readonly number[], states: readonly number[] = values.map(() => scored)): Branch {
  const column = {
    values: Float64Array.from(values, (value, unit) => (states[unit] === scored ? value : NaN)),
    states: Uint8Array.from(states),
    marks: new Uint16Array(values.length),
  };
  return branchOf({ column, coverage: null });
}

/** A parent that has seen its children go through the stages once. */
function taught(branches: readonly Branch[], weights: readonly number[], rule = RULE): DenseParent {
  const size = branches[0]?.filled.length ?? 0;
  const parent = new DenseParent(size);
  const children = branches.map((own, at) => ({ ...own, weight: weights[at] ?? 0 }));
  parent.learn(children, rule, branchOf(aggregate(children, rule, size, new Int32Array(size))));
  return parent;
}

const added = (
  parent: DenseParent,
  branches: readonly Branch[],
  weights: readonly number[],
  rule: AggregationRule['missing'] = 'reweight',
): readonly number[] | null => {
  const sum = parent.add(branches, Float64Array.from(weights), rule);
  return sum === null ? null : [...sum.column.values];
};

describe('DenseParent', () => {
  const full = [branch([1, 2]), branch([3, 6])];
  const gaps = [
    branch([1, 0, 3, 0], [scored, missing, scored, missing]),
    branch([5, 6, 0, 0], [scored, scored, notApplicable, missing]),
  ];

  it('needs to be told nothing where there are no gaps', () => {
    expect(added(new DenseParent(2), full, [3, 1])).toEqual([1.5, 3]);
  });

  it('leaves gaps to the stages until it has seen what they make of them', () => {
    expect(added(new DenseParent(4), gaps, [1, 1])).toBeNull();
    expect(added(taught(gaps, [1, 1]), gaps, [1, 3])).toEqual([4, 6, 3, NaN]);
  });

  it('takes gaps as zero where the rule says so, and what cannot exist as never there', () => {
    expect(added(taught(gaps, [1, 1], { ...RULE, missing: 'zero' }), gaps, [1, 3], 'zero')).toEqual([
      4,
      4.5,
      3,
      NaN,
    ]);
    const strict = { ...RULE, missing: 'no_value', notApplicable: 'no_value' } as const;
    expect(added(taught(gaps, [1, 1], strict), gaps, [1, 3], 'no_value')).toEqual([4, NaN, NaN, NaN]);
  });

  it('has the states and marks of the stages, and zeros for gaps', () => {
    const sum = taught(gaps, [1, 1]).add(gaps, Float64Array.of(1, 3), 'reweight');
    expect([...(sum?.column.states ?? [])]).toEqual([scored, scored, scored, incomplete]);
    expect([...(sum?.filled ?? [])]).toEqual([4, 6, 3, 0]);
    expect(sum?.complete).toBe(false);
    expect(taught(gaps.slice(1), [1]).add(gaps.slice(1), Float64Array.of(1), 'reweight')?.complete).toBe(
      false,
    );
    const shared = [branch([1, 0], [scored, missing]), branch([3, 6])];
    expect(taught(shared, [1, 1]).add(shared, Float64Array.of(1, 1), 'reweight')?.complete).toBe(true);
  });

  it('goes by what it has seen for other columns in the same states alone', () => {
    const parent = taught(gaps, [1, 1]);
    const same = [branch([2, 0, 6, 0], [...(gaps[0]?.column.states ?? [])]), gaps[1] as Branch];
    expect(added(parent, same, [1, 1])).toEqual([3.5, 6, 6, NaN]);
    const other = [branch([2, 1, 6, 0], [scored, scored, scored, missing]), gaps[1] as Branch];
    expect(added(parent, other, [1, 1])).toBeNull();
  });

  it('does not go by it under another rule, or where what has weight is another', () => {
    const parent = taught(gaps, [1, 1]);
    expect(added(parent, gaps, [1, 1], 'zero')).toBeNull();
    expect(added(parent, gaps, [1, 0])).toBeNull();
    expect(added(taught(gaps, [1, 0]), gaps, [2, 0])).toEqual([1, NaN, 3, NaN]);
    // A gap stops the node, unless it has no weight.
    const strict = { ...RULE, missing: 'no_value' } as const;
    const two = [branch([1, 2]), branch([3, 0], [scored, missing])];
    expect(added(taught(two, [1, 1], strict), two, [1, 1], 'no_value')).toEqual([2, NaN]);
    expect(added(taught(two, [1, 1], strict), two, [1, 0], 'no_value')).toBeNull();
    expect(added(taught(two, [1, 0], strict), two, [1, 0], 'no_value')).toEqual([1, 2]);
    expect(added(taught(two, [1, 0], strict), two, [1, 1], 'no_value')).toBeNull();
  });

  it('learns nothing where a share of the weight decides, as weights then have a say', () => {
    const byWeight = { ...RULE, availability: 0.4 };
    expect(added(taught(gaps, [1, 1], byWeight), gaps, [1, 1])).toBeNull();
    const byChildren = { ...byWeight, availabilityBy: 'children' } as const;
    expect(added(taught(gaps, [1, 1], byChildren), gaps, [1, 3])).toEqual([4, 6, 3, NaN]);
  });

  it('leaves what is beyond the range of doubles to the stages', () => {
    const most = Number.MAX_VALUE;
    const three = (value: number) => [branch([value]), branch([value]), branch([0], [missing])];
    const parent = taught(three(1), [1, 2, 2]);
    expect(added(parent, three(1), [1, 2, 2])).toEqual([1]);
    expect(added(parent, three(most), [1, 2, 2])).toBeNull();
    expect(added(new DenseParent(1), [branch([most]), branch([most])], [1, 1])).toBeNull();
  });

  it('has no mean where nothing has weight', () => {
    expect(added(new DenseParent(2), full, [0, 0])).toBeNull();
    expect(added(new DenseParent(1), [], [])).toBeNull();
  });

  it('gives units that have 1 everywhere the same score, whatever they lack', () => {
    const random = randomGenerator(1);
    const ones = Array.from({ length: 7 }, (_, child) =>
      branch([1, 1], [scored, child % 3 === 0 ? missing : scored]),
    );
    const parent = taught(ones, new Array<number>(7).fill(1));
    for (let run = 0; run < 50; run += 1) {
      expect(
        added(
          parent,
          ones,
          ones.map(() => random.uniform()),
        ),
      ).toEqual([1, 1]);
    }
  });
});
