import type { Cell, Dataset, ObservationStatus, Unit } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import type { Restatement, SuccessionLink, SuccessionRule } from '../../model/succession.js';
import { restate } from './restate.js';

type MeanOfIndices = Extract<SuccessionRule, { readonly method: 'mean_of_indices' }>;

export const MEAN: MeanOfIndices = { method: 'mean_of_indices', withoutValue: 'no_value' };
export const MEAN_OF_PRESENT: MeanOfIndices = { ...MEAN, withoutValue: 'of_those_present' };

/** A and B were merged into D. */
export const AB_TO_D: readonly SuccessionLink[] = [
  { predecessor: 'A', successor: 'D' },
  { predecessor: 'B', successor: 'D' },
];

type Values = Readonly<Record<string, readonly (number | ObservationStatus)[]>>;

/** Units by code, each with its values in the order of `elements`; a letter is a status without value. */
export function data(elements: readonly string[], units: Values, group = 'province'): Dataset {
  const cells = Object.entries(units).flatMap(([unit, values]) =>
    values.map((value, i): Cell =>
      typeof value === 'number'
        ? { unit, element: elements[i] ?? '', value, status: 'A' }
        : { unit, element: elements[i] ?? '', value: null, status: value },
    ),
  );
  return { units: Object.keys(units).map((code) => ({ code, group })), cells };
}

export const PILLARS: readonly string[] = ['government', 'economy', 'society'];

/** Three provinces with the pillars of the DTI 2020. */
export const THREE = data(PILLARS, { A: [0.5, 0.4, 0.3], B: [0.7, 0.2, 0.5], C: [0.6, 0.3, 0.3] });

export function restated(
  framework: Framework,
  dataset: Dataset,
  links: readonly SuccessionLink[],
  rule: SuccessionRule,
  roster?: readonly Unit[],
): Restatement {
  const outcome = restate(framework, dataset, links, rule, roster);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

export function problemsOf(...args: Parameters<typeof restate>): readonly Problem[] {
  const outcome = restate(...args);
  return outcome.ok ? [] : outcome.problems;
}

export function scores({ assessment }: Restatement): Readonly<Record<string, number | null>> {
  return Object.fromEntries(assessment.units.map(({ unit, score }) => [unit, score]));
}
