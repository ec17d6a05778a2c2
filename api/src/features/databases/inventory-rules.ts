import type { ProblemDetail } from '../../platform/http/problem.js';
import { INVENTORY_RULES } from './inventory-flow.js';
import type { StepRequest } from './inventory.dto.js';

export interface StepContext {
  readonly period: string;
  readonly today: string;
  /** The day of the step before, or null for the first. */
  readonly previousOn: string | null;
  /** Every aspect of the five assessments. */
  readonly aspects: readonly string[];
}

/**
 * What is wrong with a step, whatever the state of the inventory: what its action needs and was not given; a
 * day to come, before the year or before the last step; findings that leave an aspect out, name one twice or
 * name one that is not, or come with a step that finds nothing.
 */
export function stepFaults(step: StepRequest, context: StepContext): readonly ProblemDetail[] {
  return [...needFaults(step), ...dayFaults(step.doneOn, context), ...findingFaults(step, context.aspects)];
}

function needFaults(step: StepRequest): readonly ProblemDetail[] {
  return INVENTORY_RULES[step.action].needs
    .filter((need) => step[need] === undefined)
    .map((need) => ({
      code: 'INVENTORY_STEP_INCOMPLETE',
      path: need,
      message: `the step "${step.action}" needs it`,
    }));
}

function dayFaults(doneOn: string, { period, today, previousOn }: StepContext): readonly ProblemDetail[] {
  const fault = (code: string, message: string) => [{ code, path: 'doneOn', message }];
  if (doneOn > today) return fault('DAY_AHEAD', 'the day has not come');
  if (doneOn < `${period}-01-01`) return fault('DAY_BEFORE_PERIOD', `the year ${period} had not begun`);
  if (previousOn !== null && doneOn < previousOn)
    return fault('DAY_BEFORE_LAST_STEP', `the step before was taken on ${previousOn}`);
  return [];
}

function findingFaults(
  { action, findings }: StepRequest,
  aspects: readonly string[],
): readonly ProblemDetail[] {
  if (findings === undefined) return [];
  const fault = (code: string, message: string): ProblemDetail => ({ code, path: 'findings', message });
  if (!INVENTORY_RULES[action].needs.includes('findings'))
    return [fault('INVENTORY_FINDINGS_UNASKED', `the step "${action}" finds nothing`)];
  const named = findings.map(({ aspect }) => aspect);
  const missing = aspects.filter((aspect) => !named.includes(aspect));
  const unknown = named.filter((aspect) => !aspects.includes(aspect));
  const doubled = named.filter((aspect, index) => named.indexOf(aspect) !== index);
  return [
    ...missing.map((aspect) => fault('INVENTORY_ASPECT_MISSING', aspect)),
    ...unknown.map((aspect) => fault('INVENTORY_ASPECT_UNKNOWN', aspect)),
    ...doubled.map((aspect) => fault('INVENTORY_ASPECT_DOUBLED', aspect)),
  ];
}
