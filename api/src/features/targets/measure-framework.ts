import { frameworkOf, type Framework } from '@dti-monitor/scoring';
import type { Measure } from './target.entity.js';

/** What a framework is made of here: a measure's code and its formula, as a framework file has it. */
export interface Leaf {
  readonly code: string;
  readonly formula: object;
}

const METHOD = {
  // Leaves are read raw, in their own unit; nothing is put together, so the scale does not matter.
  normalise: { method: 'goalposts', from: 0, up_to: 100, clamp: 'keep' },
  weights: 'equal',
  aggregation: 'arithmetic',
  missing: 'no_value',
  not_applicable: 'reweight',
};

/**
 * Formulas side by side, as a framework of one level, so that the engine works every figure out.
 * @returns null for an empty list, which no framework holds
 * @throws Error when a formula is none, which the load refuses
 */
export function frameworkOfLeaves(leaves: readonly Leaf[]): Framework | null {
  if (leaves.length === 0) return null;
  const framework = frameworkOf({
    code: 'targets',
    method: METHOD,
    tree: { code: 'targets', children: leaves.map(({ code, formula }) => ({ code, formula })) },
  });
  if (framework.ok) return framework.value;
  throw new Error(framework.problems.map(({ code, path }) => `${path}: ${code}`).join(', '));
}

/** Measures that units report for themselves: each has a figure of its own. */
export function unitLeaves(measures: readonly Measure[]): readonly Leaf[] {
  return measures
    .filter(fromUnits)
    .flatMap(({ code, formula }) => (formula === null ? [] : [{ code, formula }]));
}

/** The national formula of each measure; `answers` names the elements that hold the units' yes and no. */
export function nationLeaves(
  measures: readonly Measure[],
  answers: (measure: Measure) => readonly string[],
): readonly Leaf[] {
  return measures.flatMap((measure) => {
    const { code, formula, rollUp } = measure;
    if (formula === null) return [];
    if (rollUp !== 'share_of_yes') return [{ code, formula }];
    const elements = answers(measure);
    return elements.length === 0
      ? []
      : [{ code, formula: { kind: 'share_of_yes', elements, gap: 'leave_out' } }];
  });
}

/** Whether the national figure comes from figures of ministries and provinces. */
export function fromUnits({ rollUp }: Measure): boolean {
  return rollUp === 'sum_over_sum' || rollUp === 'share_of_yes';
}
