import type { Dataset, ObservationStatus } from '../../model/dataset.js';
import type { GainsOptions, GainStep } from '../../model/explanation.js';
import type { Formula } from '../../model/formula.js';
import type { FrameworkNode } from '../../model/framework.js';
import { DTI_METHOD } from '../framework.fixture.js';
import { data } from '../succession/succession.fixture.js';
import { gains } from './gains.js';

/** What a value may be on the way to its score matters little here: 0 to 1,000 is 0 to 1. */
export const WIDE: Partial<FrameworkNode> = {
  normalise: { method: 'goalposts', from: -1000, upTo: 1000, clamp: 'keep' },
};

export interface Case {
  readonly leaf: Partial<FrameworkNode>;
  readonly dataset: Dataset;
  readonly options?: GainsOptions;
}

/** What each step of the elements of one leaf leads to, or why to nothing: `element to` or `element REASON`. */
export function aims(
  { leaf, dataset, options }: Case,
  ...steps: readonly (GainStep['kind'] | number)[]
): readonly string[] {
  const asked = steps.map((step): GainStep => {
    if (typeof step === 'number') return { kind: 'change_by', amount: step };
    return step === 'change_by' ? { kind: step, amount: 1 } : { kind: step };
  });
  const framework = {
    code: 'one',
    method: DTI_METHOD,
    root: { code: 'root', children: [{ code: 'leaf', points: 1, ...leaf }] },
  };
  const outcome = gains(framework, dataset, 'A', { ...options, steps: asked });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  const { gains: taken, notTaken } = outcome.value;
  const told = [
    ...taken.map(({ element, step, to, limited }) => ({
      element,
      step,
      told: `${to}${limited ? ' limited' : ''}`,
    })),
    ...notTaken.map(({ element, step, reason }) => ({ element, step, told: reason as string })),
  ];
  const elements = [...new Set(told.map(({ element }) => element))].sort();
  return elements.flatMap((element) =>
    asked.flatMap((step) =>
      told
        .filter((own) => own.element === element && own.step === step)
        .map((own) => `${element} ${own.told}`),
    ),
  );
}

export type Row = readonly (number | ObservationStatus)[];

export function of(
  formula: Formula,
  elements: readonly string[],
  row: Row,
  leaf: Partial<FrameworkNode> = WIDE,
  others: Readonly<Record<string, Row>> = {},
): Case {
  return { leaf: { ...leaf, formula }, dataset: data(elements, { A: row, ...others }) };
}

export const LOWER = { ...WIDE, direction: 'lower_is_better' } as const;
