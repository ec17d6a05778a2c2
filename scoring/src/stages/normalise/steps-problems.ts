import type { NormalisationStep } from '../../model/normalisation.js';
import type { Problem } from '../../model/outcome.js';
import { isFiniteNumber, isRecord, shown, type Unknowns } from '../validate/shape.js';

/**
 * What is wrong with `steps`: they are listed by rising `from`, and what they give rises throughout (from
 * `below` on) or falls throughout (down to `below`), so that better is never worth less.
 */
export function stepsProblems(rule: Unknowns, path: string): readonly Problem[] {
  const { steps, below } = rule;
  const own = `${path}.steps`;
  const problems = numberProblems(rule, 'below', path);
  if (!Array.isArray(steps) || steps.length === 0) {
    return [...problems, { code: 'STEPS_EMPTY', path: own, params: {} }];
  }
  const all = [...problems, ...steps.flatMap((step: unknown, at) => stepProblems(step, `${own}[${at}]`))];
  return all.length > 0 ? all : orderProblems(steps as readonly NormalisationStep[], below as number, own);
}

function stepProblems(step: unknown, path: string): readonly Problem[] {
  if (!isRecord(step)) return [{ code: 'STEP_INVALID', path, params: { found: shown(step) } }];
  return [...numberProblems(step, 'from', path), ...numberProblems(step, 'value', path)];
}

function numberProblems(record: Unknowns, field: string, path: string): readonly Problem[] {
  const found = record[field];
  if (isFiniteNumber(found)) return [];
  return [{ code: 'STEP_NOT_FINITE', path: `${path}.${field}`, params: { found: shown(found) } }];
}

function orderProblems(steps: readonly NormalisationStep[], below: number, path: string): readonly Problem[] {
  const problems = steps.flatMap(({ from }, at): readonly Problem[] => {
    const before = steps[at - 1]?.from ?? -Infinity;
    if (from > before) return [];
    return [{ code: 'STEPS_NOT_ASCENDING', path: `${path}[${at}].from`, params: { from, before } }];
  });
  if (risesFrom(below, steps) || fallsTo(below, steps)) return problems;
  return [...problems, { code: 'STEP_VALUES_UP_AND_DOWN', path, params: { below } }];
}

/** Whether the steps suit an indicator of which more is better. */
export function risesFrom(below: number, steps: readonly NormalisationStep[]): boolean {
  return steps.every(({ value }, at) => value >= (steps[at - 1]?.value ?? below));
}

/** Whether the steps suit an indicator of which less is better. */
export function fallsTo(below: number, steps: readonly NormalisationStep[]): boolean {
  return steps.every(({ value }, at) => value >= (steps[at + 1]?.value ?? below));
}
