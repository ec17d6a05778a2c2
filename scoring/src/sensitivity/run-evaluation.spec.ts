import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Dataset } from '../model/dataset.js';
import type { Framework, FrameworkNode } from '../model/framework.js';
import type { UncertainInput } from '../model/simulation.js';
import { randomGenerator, type RandomGenerator } from '../numeric/random.js';
import { compute } from '../stages/compute.js';
import { sourceOf } from '../stages/evaluate.js';
import { BranchStore } from './branch.js';
import { frameworkOfChoice } from './choices.js';
import { drawWeights } from './random-weights.js';
import { RunEvaluation } from './run-evaluation.js';
import { data, LEAVES, lognormal, tree, valueOf } from './simulation.fixture.js';
import { variantOf, type Variant } from './variant.js';

const ROOM = 1 << 24;

/** Data for the tree with few distinct values and, if wanted, gaps: ties, constants and holes come about. */
function arbitraryData(withGaps: boolean): fc.Arbitrary<Dataset> {
  const value = fc.integer({ min: 1, max: 9 });
  const cell = withGaps ? fc.option(value, { freq: 5 }) : value;
  return fc
    .integer({ min: 2, max: 7 })
    .chain((units) => fc.tuple(...LEAVES.map(() => fc.array(cell, { minLength: units, maxLength: units }))))
    .map((columns) => data(Object.fromEntries(LEAVES.map((code, at) => [code, columns[at] ?? []]))));
}

function evaluationOf(
  framework: Framework,
  dataset: Dataset,
  inputs: readonly UncertainInput[],
  room = ROOM,
): RunEvaluation {
  return new RunEvaluation(variantOf(framework, inputs), inputs, sourceOf(dataset), new BranchStore(room));
}

/** Scores of a run that takes the alternatives at these positions. */
function scoresAt(evaluation: RunEvaluation, positions: readonly number[]): readonly number[] {
  const uniforms = Float64Array.from(positions, (position, at) => {
    return (position + 0.5) / Math.max(evaluation.variant.counts[at] ?? 1, 1);
  });
  return [...evaluation.scores({ uniforms, streams: positions.map(() => null) })];
}

/** Scores of a run that takes no choice and draws from the generator of its only input. */
function scoresBy(evaluation: RunEvaluation, random: RandomGenerator): readonly number[] {
  return [...evaluation.scores({ uniforms: Float64Array.of(0), streams: [random] })];
}

function computed(framework: Framework, dataset: Dataset): readonly number[] {
  const { units } = valueOf(compute(framework, dataset, { detail: 'scores' }));
  return units.map(({ score }) => score ?? NaN);
}

function expectClose(scores: readonly number[], expected: readonly number[]): void {
  scores.forEach((score, unit) => {
    const other = expected[unit] ?? NaN;
    if (Number.isNaN(other)) expect(score).toBeNaN();
    else expect(Math.abs(score - other)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(other)));
  });
}

const CHOICES: readonly UncertainInput[] = [
  {
    name: 'normalisation',
    kind: 'normalisation',
    alternatives: [
      { method: 'min_max', constant: { value: 0.5 } },
      { method: 'rank' },
      { method: 'z_score', constant: 'undetermined' },
    ],
  },
  {
    name: 'imputation',
    kind: 'imputation',
    alternatives: [{ method: 'none' }, { method: 'median' }],
    nodes: ['left', 'e'],
  },
  {
    name: 'treatment',
    kind: 'treatment',
    alternatives: [{ method: 'none' }, { method: 'limits', upper: 6 }],
    nodes: ['a', 'c'],
  },
  {
    name: 'aggregation',
    kind: 'aggregation',
    alternatives: [
      { method: 'arithmetic' },
      { method: 'geometric', nonPositive: { floor: 0.01 } },
      { method: 'median' },
    ],
  },
  {
    name: 'missing',
    kind: 'missing',
    alternatives: ['reweight', 'zero', 'no_value'],
    nodes: ['root', 'right'],
  },
];

const arbitraryPositions = fc.tuple(fc.nat(2), fc.nat(1), fc.nat(1), fc.nat(2), fc.nat(2));

describe('RunEvaluation, choices', () => {
  it('is, to the last bit, what the framework with the chosen rules gives', () => {
    fc.assert(
      fc.property(
        arbitraryData(true),
        fc.array(arbitraryPositions, { minLength: 1, maxLength: 6 }),
        (dataset, runs) => {
          const evaluation = evaluationOf(tree(), dataset, CHOICES);
          for (const positions of runs) {
            const expected = computed(frameworkOfChoice(tree(), CHOICES, positions), dataset);
            expect(scoresAt(evaluation, positions)).toEqual(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the same without room for anything in common', () => {
    const dataset = lognormal(20, 1);
    const [roomy, cramped] = [ROOM, 0].map((room) => evaluationOf(tree(), dataset, CHOICES, room));
    for (const positions of [
      [0, 0, 0, 0, 0],
      [1, 1, 1, 1, 1],
      [0, 0, 0, 0, 0],
      [2, 0, 1, 2, 2],
    ]) {
      expect(scoresAt(roomy as RunEvaluation, positions)).toEqual(
        scoresAt(cramped as RunEvaluation, positions),
      );
    }
  });

  it('takes each of its alternatives as often: the first below 1/n, the last from (n − 1)/n on', () => {
    const dataset = data({ a: [1, 2], b: [1, 2], c: [1, 2], d: [1, 2], e: [1, 2] });
    const levels = [0, 1, 2, 3].map((value) => ({
      method: 'min_max',
      constant: 'undetermined',
      to: [value, value + 1],
    }));
    const input = { name: 'n', kind: 'normalisation', alternatives: levels } as unknown as UncertainInput;
    const evaluation = evaluationOf(tree(), dataset, [input]);
    const lowest = (uniform: number) =>
      evaluation.scores({ uniforms: Float64Array.of(uniform), streams: [null] })[0];
    expect([0, 0.2499, 0.25, 0.5, 0.75, 1 - 2 ** -53].map(lowest)).toEqual([0, 0, 1, 2, 3, 3]);
  });
});

describe('RunEvaluation, one left out', () => {
  const without = (node: FrameworkNode, code: string): FrameworkNode => {
    const children = (node.children ?? []).filter((child) => child.code !== code);
    return node.children === undefined
      ? node
      : { ...node, children: children.map((child) => without(child, code)) };
  };
  const leaveOut = (nodes?: readonly string[], orNone = false): UncertainInput => {
    return { name: 'out', kind: 'leave_out', orNone, ...(nodes === undefined ? {} : { nodes }) };
  };
  const only = (dataset: Dataset, left: string): Dataset => {
    const gone = left === 'left' ? ['a', 'b'] : [left];
    return { ...dataset, columns: (dataset.columns ?? []).filter(({ element }) => !gone.includes(element)) };
  };

  it.each([
    ['without screening', {}],
    [
      'with screening of units and indicators',
      { screen: { unitAvailability: 0.6, indicatorAvailability: 0.5 } },
    ],
  ])('is what the framework without it gives, %s', (_, method) => {
    const nodes = [...LEAVES, 'left'];
    fc.assert(
      fc.property(arbitraryData(true), (dataset) => {
        const evaluation = evaluationOf(tree(method), dataset, [leaveOut(nodes, true)]);
        const { plan, candidates } = evaluation.variant;
        candidates.forEach((candidate, position) => {
          const code = plan.nodes[candidate]?.node.code ?? '';
          const smaller = { ...tree(method), root: without(tree().root, code) };
          expect(scoresAt(evaluation, [position])).toEqual(computed(smaller, only(dataset, code)));
        });
        expect(scoresAt(evaluation, [candidates.length])).toEqual(computed(tree(method), dataset));
      }),
      { numRuns: 40 },
    );
  });

  it('leaves each indicator out where none is named, and keeps what no node below changes', () => {
    const evaluation = evaluationOf(tree(), lognormal(5, 1), [leaveOut()]);
    expect(
      evaluation.variant.candidates.map((index) => evaluation.variant.plan.nodes[index]?.node.code),
    ).toEqual(LEAVES);
    const right = (position: number): Float64Array => {
      scoresAt(evaluation, [position]);
      return evaluation.values(4);
    };
    expect(right(0)).toBe(right(1));
    expect(right(2)).not.toBe(right(1));
  });
});

describe('RunEvaluation, drawn weights', () => {
  /** The framework with the weights that a run draws, worked out by the same generator. */
  function reweighted(framework: Framework, variant: Variant, random: RandomGenerator): Framework {
    const weights = new Map<string, number>();
    const distribution = { method: 'dirichlet', concentration: 8 } as const;
    for (const { children, nominal } of variant.weightSets) {
      const drawn = new Float64Array(nominal.length);
      drawWeights(nominal, distribution, random, drawn);
      children.forEach((child, at) =>
        weights.set(variant.plan.nodes[child]?.node.code ?? '', drawn[at] ?? NaN),
      );
    }
    const patched = (node: FrameworkNode): FrameworkNode => ({
      ...node,
      weight: weights.get(node.code) ?? node.weight ?? 1,
      ...(node.children === undefined ? {} : { children: node.children.map(patched) }),
    });
    return { ...framework, root: patched(framework.root) };
  }

  const weights: UncertainInput = {
    name: 'weights',
    kind: 'weights',
    distribution: { method: 'dirichlet', concentration: 8 },
  };

  const fair = { normalise: { method: 'min_max', constant: { value: 0.3 } } as const };

  it.each([
    ['columns without gaps', false, {}],
    ['gaps whose weight others share', true, {}],
    ['gaps that count as zero', true, { missing: 'zero' as const }],
    ['gaps that nobody fills', true, { missing: 'no_value' as const }],
    ['a share of the weight asked for', true, { availability: 0.6 }],
    ['a share of the children asked for', true, { availability: 0.6, availabilityBy: 'children' as const }],
    [
      'constant indicators without a value',
      true,
      { normalise: { method: 'min_max', constant: 'undetermined' } as const },
    ],
    [
      'another aggregation',
      false,
      { aggregation: { method: 'geometric', nonPositive: { floor: 0.1 } } as const },
    ],
    ['units left out', true, { screen: { unitAvailability: 0.8 } }],
  ])('is within 1e-12 what the framework with these weights gives: %s', (_, gaps, method) => {
    fc.assert(
      fc.property(arbitraryData(gaps), fc.nat(1e6), (dataset, seed) => {
        const framework = tree({ ...fair, ...method });
        const evaluation = evaluationOf(framework, dataset, [weights]);
        // The first run goes through the stages, later ones use what it found of gaps.
        for (const run of [seed, seed + 1, seed + 2]) {
          const expected = computed(reweighted(framework, evaluation.variant, randomGenerator(run)), dataset);
          expectClose(scoresBy(evaluation, randomGenerator(run)), expected);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('follows rules and states that change from run to run', () => {
    const rules: readonly UncertainInput[] = [
      weights,
      { name: 'm', kind: 'missing', alternatives: ['reweight', 'zero', 'no_value'] },
      {
        name: 'i',
        kind: 'imputation',
        alternatives: [{ method: 'none' }, { method: 'median' }],
        nodes: ['c', 'd'],
      },
      { name: 'o', kind: 'leave_out', nodes: ['a', 'e'], orNone: true },
    ];
    const runs = fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.nat(2), fc.nat(50)), {
      minLength: 3,
      maxLength: 8,
    });
    fc.assert(
      fc.property(arbitraryData(true), runs, (dataset, taken) => {
        const evaluation = evaluationOf(tree(fair), dataset, rules);
        for (const [missing, imputation, out, seed] of taken) {
          const uniforms = Float64Array.of(0, (missing + 0.5) / 3, (imputation + 0.5) / 2, (out + 0.5) / 3);
          const draw = () => ({ uniforms, streams: [randomGenerator(seed), null, null, null] });
          // One that has no earlier runs to use anything of.
          expectClose(
            [...evaluation.scores(draw())],
            [...evaluationOf(tree(fair), dataset, rules).scores(draw())],
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('goes by the stages where a weight comes out as nothing', () => {
    const gaps = data({ a: [1, null, 3], b: [2, 5, 1], c: [3, 1, 2], d: [1, 2, 3], e: [3, 2, 1] });
    const evaluation = evaluationOf(tree(), gaps, [
      { ...weights, nodes: ['left'], distribution: { method: 'noise', share: 1 } },
    ]);
    const stub = (...numbers: number[]): RandomGenerator => ({
      ...randomGenerator(1),
      uniform: () => numbers.shift() ?? NaN,
    });
    const first = scoresBy(evaluation, stub(0.5, 0.5));
    // Without b the second unit has nothing on the left; on the right it has 0, 0.5 and, twice as heavy, 0.5.
    expect(scoresBy(evaluation, stub(0.5, 0))[1]).toBeCloseTo(0.375, 12);
    expectClose(scoresBy(evaluation, stub(0.5, 0.5)), first);
  });

  it('draws the sets that are named, or those of a level, and leaves the others as they are', () => {
    const named = variantOf(tree(), [{ ...weights, nodes: ['right'] }]);
    expect(named.weightSets.map(({ children }) => children)).toEqual([[5, 6, 7]]);
    const below = variantOf(tree(), [{ ...weights, levels: [2] }]);
    expect(below.weightSets.map(({ children }) => children)).toEqual([
      [2, 3],
      [5, 6, 7],
    ]);
    const evaluation = evaluationOf(tree(), lognormal(6, 2), [{ ...weights, levels: [1] }]);
    scoresBy(evaluation, randomGenerator(1));
    const before = [...evaluation.values(1)];
    scoresBy(evaluation, randomGenerator(2));
    expect([...evaluation.values(1)]).toEqual(before);
  });

  it('draws each set of siblings by numbers of its own', () => {
    const dataset = lognormal(4, 3);
    const evaluation = evaluationOf(tree({ weights: { method: 'equal' } }), dataset, [
      { name: 'w', kind: 'weights', distribution: { method: 'noise', share: 0.5 } },
    ]);
    scoresBy(evaluation, randomGenerator(1));
    const [root, left, right] = evaluation.variant.weightSets.map(({ drawn }) => [...drawn]);
    expect(root).not.toEqual(left);
    expect(left?.[0]).not.toBeCloseTo((right?.[0] ?? 0) / ((right?.[0] ?? 0) + (right?.[1] ?? 0)), 6);
  });

  it('leaves what is beyond the range of doubles to the stages: no value, never Infinity', () => {
    const huge = { normalise: { method: 'z_score', constant: 'undetermined' } as const };
    const columns = Object.fromEntries(LEAVES.map((code) => [code, [1, 2, 3]]));
    const evaluation = evaluationOf(
      tree({ ...huge, normalise: { method: 'steps', below: 0, steps: [{ from: 2, value: 1.7e308 }] } }),
      data(columns),
      [weights],
    );
    for (const score of scoresBy(evaluation, randomGenerator(4))) {
      expect(Number.isNaN(score) || Number.isFinite(score)).toBe(true);
    }
  });
});
