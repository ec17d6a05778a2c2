import type { Dataset } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import type { Change, Perturbation } from '../../model/perturbation.js';
import { DTI_METHOD, flat } from '../framework.fixture.js';
import { perturb } from './perturb.js';

export const FRAMEWORK = flat({ a: 50, b: 50 });
export const GIVEN: Framework = {
  code: 'given',
  method: { ...DTI_METHOD, weights: { method: 'given' } },
  root: {
    code: 'root',
    children: [
      { code: 'a', weight: 1 },
      { code: 'b', weight: 1 },
    ],
  },
};
export const UNITS = ['x', 'y', 'z'].map((code) => ({ code, group: 'g' }));
/** Scores 0.5, 0.4, 0.3. */
export const COLUMNS: Dataset = {
  units: UNITS,
  columns: [
    { element: 'a', values: [0.4, 0.6, 0.1] },
    { element: 'b', values: Float64Array.of(0.6, 0.2, 0.5) },
  ],
};
export const CELLS: Dataset = {
  units: UNITS,
  cells: UNITS.flatMap(({ code: unit }, u) => [
    { unit, element: 'a', value: [0.4, 0.6, 0.1][u] ?? 0, status: 'A' as const },
    { unit, element: 'b', value: [0.6, 0.2, 0.5][u] ?? 0, status: 'A' as const },
  ]),
};

export function perturbed(
  framework: Framework,
  dataset: Dataset,
  ...changes: readonly Change[]
): Perturbation {
  const outcome = perturb(framework, dataset, changes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

export function refused(
  framework: Framework,
  dataset: Dataset,
  ...changes: readonly unknown[]
): readonly string[] {
  const outcome = perturb(framework, dataset, changes as never);
  return outcome.ok ? [] : outcome.problems.map(({ code, path }) => `${code} ${path}`);
}

/** Score and rank after, by unit; `null` where it is gone or without. */
export function after({ differences }: Perturbation): readonly unknown[] {
  return differences.map(({ unit, after: now }) => [
    unit,
    now?.score === undefined || now.score === null ? null : Number(now.score.toFixed(12)),
    now?.rank ?? null,
  ]);
}
