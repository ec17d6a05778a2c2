import type { DataColumn, Dataset } from '../model/dataset.js';
import type { Framework, FrameworkNode, Method } from '../model/framework.js';
import type { Outcome } from '../model/outcome.js';
import type { Simulation, SimulationSpecification, UncertainInput } from '../model/simulation.js';
import { randomGenerator } from '../numeric/random.js';
import { simulate } from './simulate.js';

/** Three levels: two pillars of two and three indicators, equal weights, min–max. */
export const METHOD: Method = {
  normalise: { method: 'min_max', constant: 'undetermined' },
  weights: { method: 'given' },
  aggregation: { method: 'arithmetic' },
  missing: 'reweight',
  notApplicable: 'reweight',
  rank: { method: 'competition', decimals: null, rounding: 'half_up_decimal', direction: 'descending' },
};

export const LEAVES: readonly string[] = ['a', 'b', 'c', 'd', 'e'];

const leaf = (code: string, weight = 1): FrameworkNode => ({ code, weight });

export function tree(method: Partial<Method> = {}): Framework {
  return {
    code: 'tree',
    method: { ...METHOD, ...method },
    root: {
      code: 'root',
      children: [
        { code: 'left', weight: 2, children: [leaf('a'), leaf('b', 3)] },
        { code: 'right', weight: 1, children: [leaf('c'), leaf('d'), leaf('e', 2)] },
      ],
    },
  };
}

/** A flat framework of equal weights whose leaves are taken as they are, from 0 to 1. */
export function flat(codes: readonly string[], method: Partial<Method> = {}): Framework {
  return {
    code: 'flat',
    method: { ...METHOD, normalise: { method: 'ratio_to_maximum' }, ...method },
    root: { code: 'root', children: codes.map((code) => leaf(code)) },
  };
}

export function data(
  columns: Readonly<Record<string, DataColumn['values']>>,
  groups?: readonly string[],
): Dataset {
  const size = Object.values(columns)[0]?.length ?? 0;
  return {
    units: Array.from({ length: size }, (_, u) => ({ code: `u${u + 1}`, group: groups?.[u] ?? 'g' })),
    columns: Object.entries(columns).map(([element, values]) => ({ element, values })),
  };
}

/** Positive numbers for every leaf of the tree, without gaps. */
export function lognormal(units: number, seed: number): Dataset {
  const random = randomGenerator(seed);
  const column = (): readonly number[] => Array.from({ length: units }, () => Math.exp(random.normal()));
  return data(Object.fromEntries(LEAVES.map((code) => [code, column()])));
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

export const WEIGHTS: UncertainInput = {
  name: 'weights',
  kind: 'weights',
  distribution: { method: 'noise', share: 0.25 },
};
export const RULES: UncertainInput = {
  name: 'normalisation',
  kind: 'normalisation',
  alternatives: [{ method: 'min_max', constant: 'undetermined' }, { method: 'rank' }],
};
export const MEANS: UncertainInput = {
  name: 'aggregation',
  kind: 'aggregation',
  alternatives: [{ method: 'arithmetic' }, { method: 'median' }],
};

export function simulated(
  specification: Partial<SimulationSpecification> = {},
  framework: Framework = tree(),
  dataset: Dataset = lognormal(8, 1),
): Simulation {
  return valueOf(simulate(framework, dataset, { draws: 50, seed: 7, inputs: [WEIGHTS], ...specification }));
}
