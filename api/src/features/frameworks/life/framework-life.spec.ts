import { describe, expect, it } from '@jest/globals';
import { isForward, nextStatus, STATUSES, transitionRefusal } from './framework-life.js';

describe('the life of a framework version', () => {
  const all = STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const));

  it.each(all)('from %s to %s', (from, to) => {
    const allowed = ['draft approved', 'approved in_use', 'in_use retired'].includes(`${from} ${to}`);
    expect(transitionRefusal(from, to) === null).toBe(allowed);
  });

  it.each([
    ['draft', 'draft', 'SAME_STATUS'],
    ['retired', 'retired', 'SAME_STATUS'],
    ['approved', 'draft', 'NOT_BACK'],
    ['in_use', 'approved', 'NOT_BACK'],
    ['retired', 'in_use', 'NOT_BACK'],
    ['retired', 'draft', 'NOT_BACK'],
    ['draft', 'in_use', 'STEP_LEFT_OUT'],
    ['draft', 'retired', 'STEP_LEFT_OUT'],
    ['approved', 'retired', 'STEP_LEFT_OUT'],
  ] as const)('refuses %s to %s as %s', (from, to, refusal) => {
    expect(transitionRefusal(from, to)).toBe(refusal);
  });

  it('goes on to the next until its end', () => {
    expect(STATUSES.map(nextStatus)).toEqual(['approved', 'in_use', 'retired', null]);
  });

  it('is in one order', () => {
    expect(isForward('draft', 'retired')).toBe(true);
    expect(isForward('in_use', 'in_use')).toBe(false);
    expect(isForward('in_use', 'approved')).toBe(false);
  });
});
