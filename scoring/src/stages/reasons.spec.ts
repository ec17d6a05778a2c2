import { describe, expect, it } from '@jest/globals';
import { MARK, STATE } from '../model/column.js';
import { reasonsFrom, reasonsOf } from './reasons.js';

describe('reasons', () => {
  it.each([
    [STATE.scored, 0, []],
    [STATE.not_collected, 0, ['NOT_COLLECTED']],
    [STATE.missing, 0, ['MISSING']],
    [STATE.not_applicable, MARK.zeroDenominator, ['NOT_APPLICABLE', 'ZERO_DENOMINATOR']],
    [STATE.scored, MARK.clamped | MARK.imputed, ['IMPUTED', 'CLAMPED']],
    [STATE.incomplete, MARK.childWithoutValue, ['CHILD_WITHOUT_VALUE']],
    [STATE.not_scored, MARK.screenedOut, ['SCREENED_OUT']],
    [STATE.undetermined, MARK.constant, ['CONSTANT_INDICATOR']],
    [STATE.undetermined, 0, ['NO_FINITE_NUMBER']],
    [STATE.undetermined, MARK.imputed, ['IMPUTED', 'NO_FINITE_NUMBER']],
  ])('of state %d with marks %d are %j', (state, marks, reasons) => {
    expect(reasonsFrom(state, marks)).toEqual(reasons);
    expect(reasonsOf(state, marks)).toEqual(reasons);
  });

  it.each(Object.entries(MARK))('has a code of its own for the mark %s', (_name, bit) => {
    const [code, ...more] = reasonsFrom(STATE.scored, bit);
    expect(code).toMatch(/^[A-Z_]+$/);
    expect(more).toEqual([]);
    const others = Object.values(MARK).filter((other) => other !== bit);
    expect(others.flatMap((other) => reasonsFrom(STATE.scored, other))).not.toContain(code);
  });

  it('keeps states and marks apart', () => {
    const all = [0, 1, 2, 3, 4, 5, 6].flatMap((state) =>
      [0, 1, 2, 3].map((marks) => [state, marks] as const),
    );
    for (const [state, marks] of all) expect(reasonsOf(state, marks)).toEqual(reasonsFrom(state, marks));
  });

  it('answers the same again, and lets nobody write into it', () => {
    const marks = MARK.winsorised | MARK.weightShared;
    expect(reasonsOf(STATE.scored, marks)).toBe(reasonsOf(STATE.scored, marks));
    expect(Object.isFrozen(reasonsOf(STATE.scored, marks))).toBe(true);
    expect(Object.isFrozen(reasonsOf(STATE.scored, 0))).toBe(true);
  });
});
