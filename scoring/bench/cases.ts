/** What is measured: each case by its name, the goal that the project set, and one run of it. */
import type { Assessment, Dataset, Framework, Method, Outcome, UncertainInput } from '../src/index.js';
import { engine } from './engine.ts';
import { asCells, dataset, framework, minMax, treated, type TypedDataset } from './index-data.ts';

export interface Case {
  readonly name: string;
  readonly does: string;
  /** Milliseconds it is to stay below; absent: none was set. */
  readonly goal?: number;
  /** Times the floor that it is to stay within. */
  readonly goalOfFloor?: number;
  /** Made when the case is run: its data, and one run. */
  readonly prepare: () => Prepared;
}

export interface Prepared {
  readonly arrays: readonly Float64Array[];
  /** Returns a number that depends on the result. */
  readonly run: () => number;
}

const { audit, compare, compute, explain, gains, perturb, rank, simulate } = engine;

export const cases: readonly Case[] = [
  {
    name: 'pipeline-100',
    does: '100 × 100 × 3 levels with treatment, every node in the result',
    goal: 2,
    prepare: () => pipeline(100, treated, 'nodes'),
  },
  {
    name: 'pipeline-100-scores',
    does: 'the same, scores and ranks only',
    goal: 2,
    prepare: () => pipeline(100, treated, 'scores'),
  },
  {
    name: 'pipeline-100-cells',
    does: 'the same from a list of 10,000 cells, every node in the result',
    prepare: () => pipeline(100, treated, 'nodes', asCells),
  },
  {
    name: 'large-10000',
    does: '10,000 × 100, normalise, aggregate and rank',
    goal: 25,
    goalOfFloor: 20,
    prepare: () => pipeline(10_000, minMax, 'scores'),
  },
  {
    name: 'large-10000-treated',
    does: '10,000 × 100 with treatment, scores and ranks',
    prepare: () => pipeline(10_000, treated, 'scores'),
  },
  {
    name: 'simulate-weights',
    does: '1,000 draws on 100 × 100, weights of every level varied',
    goal: 100,
    prepare: () => simulation([weights]),
  },
  {
    name: 'simulate-all',
    does: '1,000 draws on 100 × 100, weights, treatment and normalisation varied',
    goal: 1000,
    prepare: () => simulation([weights, ...choices]),
  },
  {
    name: 'explain-100',
    does: 'one unit of 100 × 100 explained, with treatment',
    prepare: () => onPipeline((rules, data) => valueOf(explain(rules, data, 'unit-7')).nodes.length),
  },
  {
    name: 'explain-100-geometric',
    does: 'the same, geometric means in every node: contributions by rescoring',
    prepare: () =>
      onPipeline((rules, data) => valueOf(explain(rules, data, 'unit-7')).nodes.length, geometric),
  },
  {
    name: 'gains-100',
    does: 'the cheapest gains of one unit of 100 × 100',
    prepare: () => onPipeline((rules, data) => valueOf(gains(rules, data, 'unit-7')).gains.length),
  },
  {
    name: 'compare-100',
    does: 'why the ranks of 100 × 100 changed: data, a weight and the treatment changed',
    prepare: comparison,
  },
  {
    name: 'audit-100',
    does: 'correlations, consistency and removals of 100 × 100',
    prepare: () => onPipeline((rules, data) => valueOf(audit(rules, data)).indicators.length),
  },
  {
    name: 'perturb-100',
    does: 'a weight and a value of the pipeline changed, with what came of it',
    prepare: () =>
      onPipeline(
        (rules, data) =>
          valueOf(
            perturb(rules, data, [
              { kind: 'weight', node: 'indicator-4', weight: 5 },
              { kind: 'value', unit: 'unit-7', element: 'indicator-2', value: 61 },
            ]),
          ).differences.length,
      ),
  },
  {
    name: 'copeland-100',
    does: '100 × 100, Copeland in every node',
    prepare: () => pipeline(100, { ...minMax, aggregation: { method: 'copeland' } }, 'scores'),
  },
  {
    name: 'rank-10000',
    does: 'ranks of 10,000 scores at 4 decimals',
    prepare: ranking,
  },
];

function pipeline(
  units: number,
  method: Partial<Method>,
  detail: 'nodes' | 'scores',
  shaped: (data: TypedDataset) => Dataset = (data) => data,
): Prepared {
  const data = dataset(units, 100);
  const rules = framework(100, method);
  const shape = shaped(data);
  return {
    arrays: data.columns.map(({ values }) => values),
    run: () => total(valueOf(compute(rules, shape, { detail }))),
  };
}

const weights: UncertainInput = {
  name: 'weights',
  kind: 'weights',
  distribution: { method: 'noise', share: 0.25 },
};

const choices: readonly UncertainInput[] = [
  {
    name: 'treatment',
    kind: 'treatment',
    alternatives: [{ method: 'none' }, ...(treated.treat === undefined ? [] : [treated.treat])],
  },
  {
    name: 'normalisation',
    kind: 'normalisation',
    alternatives: [
      { method: 'min_max', to: [0, 100], constant: 'undetermined' },
      { method: 'scaled_z_score', mean: 50, deviation: 15, constant: 'undetermined' },
      { method: 'percentile_rank', to: [0, 100], constant: 'undetermined' },
    ],
  },
];

/** Geometric means want positive values. */
const geometric: Partial<Method> = {
  ...treated,
  normalise: { method: 'min_max', to: [1, 100], constant: 'undetermined' },
  aggregation: { method: 'geometric', nonPositive: 'undetermined' },
};

function onPipeline(
  run: (rules: Framework, data: Dataset) => number,
  method: Partial<Method> = treated,
): Prepared {
  const data = dataset(100, 100);
  const rules = framework(100, method);
  return { arrays: data.columns.map(({ values }) => values), run: () => run(rules, data) };
}

function simulation(inputs: readonly UncertainInput[]): Prepared {
  return onPipeline(
    (rules, data) => valueOf(simulate(rules, data, { draws: 1000, seed: 7, inputs })).units.length,
  );
}

function comparison(): Prepared {
  const before = dataset(100, 100);
  const after: Dataset = {
    units: before.units,
    columns: before.columns.map(({ element, values }, c) => ({
      element,
      values: values.map((value, u) => (u % 10 === c % 10 ? value * 1.1 : value)),
    })),
  };
  const rules = framework(100, treated);
  const others = framework(100, minMax);
  return {
    arrays: before.columns.map(({ values }) => values),
    run: () =>
      valueOf(compare({ framework: rules, dataset: before }, { framework: others, dataset: after })).units
        .length,
  };
}

function ranking(): Prepared {
  const data = dataset(10_000, 1);
  const [{ values = new Float64Array() } = {}] = data.columns;
  const items = data.units.map(({ code, group }, u) => ({ code, group, score: values[u] ?? null }));
  const rule = framework(1, {}).method.rank;
  return { arrays: [values], run: () => rank(items, rule).size };
}

function total({ units }: Assessment): number {
  return units.reduce((sum, { score }) => sum + (score ?? 0), 0);
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`the case was refused: ${JSON.stringify(outcome.problems.slice(0, 3))}`);
}
