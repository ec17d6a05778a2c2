import type { FrameworkStatus } from '../framework.entity.js';

/** The life of a framework version, in its order. */
export const STATUSES: readonly FrameworkStatus[] = ['draft', 'approved', 'in_use', 'retired'];

/** Whether a status lies further on in the life of a version. */
export function isForward(from: FrameworkStatus, to: FrameworkStatus): boolean {
  return STATUSES.indexOf(to) > STATUSES.indexOf(from);
}

/** Why a transition is refused. */
export type TransitionRefusal = 'SAME_STATUS' | 'NOT_BACK' | 'STEP_LEFT_OUT';

/**
 * A version goes from draft to approved, into use, and into retirement, one step at a time and never back:
 * what was approved is changed by a copy, so that nobody has to ask which text was approved.
 *
 * @returns null where the transition is allowed
 */
export function transitionRefusal(from: FrameworkStatus, to: FrameworkStatus): TransitionRefusal | null {
  const steps = STATUSES.indexOf(to) - STATUSES.indexOf(from);
  if (steps === 1) return null;
  if (steps === 0) return 'SAME_STATUS';
  return steps < 0 ? 'NOT_BACK' : 'STEP_LEFT_OUT';
}

/** What a version can become next; null at the end of its life. */
export function nextStatus(from: FrameworkStatus): FrameworkStatus | null {
  return STATUSES[STATUSES.indexOf(from) + 1] ?? null;
}
