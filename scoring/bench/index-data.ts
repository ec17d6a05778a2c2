/**
 * The data and the frameworks that are measured, from one seed. A third of the indicators is skewed
 * (log-normal) and another tenth has a few values far out, so that outlier treatment has work on nearly
 * half of them, as it has on real development data.
 */
import type { DataColumn, Dataset, Framework, FrameworkNode, Method } from '../src/index.js';
import { randomGenerator } from './engine.ts';

const seed = 20_261_104;
const perComponent = 10;
const groups = ['ministry', 'province'] as const;

/** Columns of typed arrays: the shape for large data. */
export function dataset(units: number, indicators: number): TypedDataset {
  const columns = Array.from({ length: indicators }, (_, at) => ({
    element: indicatorCode(at),
    values: valuesOf(at, units),
  }));
  return {
    units: Array.from({ length: units }, (_, u) => ({ code: unitCode(u), group: groups[u % 2] ?? null })),
    columns,
  };
}

interface TypedColumn extends DataColumn {
  readonly values: Float64Array;
}

export interface TypedDataset extends Pick<Dataset, 'units'> {
  readonly columns: readonly TypedColumn[];
}

/** The same data, a cell for each value: what a database or a file gives. */
export function asCells({ units, columns }: TypedDataset): Dataset {
  const cells = columns.flatMap(({ element, values }) =>
    units.map(({ code }, u) => ({ unit: code, element, value: values[u] ?? null, status: 'A' as const })),
  );
  return { units, cells };
}

/** Index → 10 components → indicators: three levels, weights that differ. */
export function framework(indicators: number, method: Partial<Method>): Framework {
  const components = Array.from({ length: Math.ceil(indicators / perComponent) }, (_, c): FrameworkNode => {
    const first = c * perComponent;
    const leaves = Array.from(
      { length: Math.min(perComponent, indicators - first) },
      (_leaf, i): FrameworkNode => ({
        code: indicatorCode(first + i),
        weight: 1 + (i % 3),
        direction: (first + i) % 7 === 6 ? 'lower_is_better' : 'higher_is_better',
      }),
    );
    return { code: `component-${c + 1}`, weight: 1 + (c % 2), children: leaves };
  });
  return {
    code: 'bench',
    root: { code: 'index', children: components },
    method: {
      weights: { method: 'given' },
      aggregation: { method: 'arithmetic' },
      missing: 'reweight',
      notApplicable: 'reweight',
      rank: { method: 'competition', decimals: 4, rounding: 'half_up_decimal', direction: 'descending' },
      ...method,
    },
  };
}

export const minMax: Partial<Method> = {
  normalise: { method: 'min_max', to: [0, 100], constant: 'undetermined' },
};

/** COINr's default treatment before min–max: winsorise up to five values, then a logarithm. */
export const treated: Partial<Method> = {
  ...minMax,
  treat: {
    method: 'test_and_treat',
    test: { skewness: 2, kurtosis: 3.5 },
    points: 5,
    transformation: { kind: 'log_shifted' },
    combine: false,
  },
};

function valuesOf(indicator: number, units: number): Float64Array {
  const random = randomGenerator(seed).fork(indicatorCode(indicator));
  const values = new Float64Array(units);
  for (let u = 0; u < units; u += 1) {
    const normal = random.normal();
    if (indicator % 3 === 0) values[u] = Math.exp(1.5 * normal);
    else if (indicator % 10 === 1) values[u] = random.uniform() < 0.03 ? 500 + 50 * normal : 50 + 10 * normal;
    else values[u] = 50 + 10 * normal;
  }
  return values;
}

function indicatorCode(at: number): string {
  return `indicator-${at + 1}`;
}

function unitCode(u: number): string {
  return `unit-${u + 1}`;
}
