import '@angular/compiler';
import { HttpErrorResponse } from '@angular/common/http';
import { describe, expect, it } from '@jest/globals';
import { adviceFor, failureOf, RequestFailed } from './problem.js';

const answer = (status: number, error: unknown): HttpErrorResponse =>
  new HttpErrorResponse({ status, error });

describe('a failure', () => {
  it('carries the stable code, the detail and the faults of a problem document', () => {
    const error = {
      code: 'VALIDATION',
      detail: 'Bad period',
      errors: [{ code: 'X', path: 'query.period', message: 'year' }],
    };
    expect(failureOf(answer(400, error))).toEqual({
      status: 400,
      code: 'VALIDATION',
      detail: 'Bad period',
      errors: [{ code: 'X', path: 'query.period', message: 'year' }],
      refusal: null,
    });
  });

  it('for want of a right carries the action, the unit and whom to ask', () => {
    const error = { code: 'OTHER_UNIT', action: 'task-status.record', unit: 'hue', ask: ['unit_lead', 7] };
    expect(failureOf(answer(403, error)).refusal).toEqual({
      action: 'task-status.record',
      unit: 'hue',
      ask: ['unit_lead'],
    });
    expect(failureOf(answer(403, { ...error, ask: 'x', unit: 3 })).refusal).toMatchObject({
      unit: null,
      ask: [],
    });
  });

  it('without a problem document carries the status', () => {
    expect(failureOf(answer(502, '<html>'))).toMatchObject({ code: 'HTTP_502', errors: [] });
  });

  it('without any answer is offline', () => {
    expect(failureOf(answer(0, new Error('net')))).toMatchObject({ code: 'OFFLINE' });
  });

  it('leaves out faults it cannot read', () => {
    expect(failureOf(answer(400, { code: 'X', errors: [null, { code: 1 }, 'text'] })).errors).toEqual([]);
  });

  it('is handed on as it was read', () => {
    const failure = failureOf(answer(404, { code: 'EDITION_NOT_FOUND' }));
    expect(failureOf(new RequestFailed(failure))).toBe(failure);
  });

  it('of our own making is unexpected', () => {
    expect(failureOf(new Error('boom'))).toMatchObject({ code: 'UNEXPECTED', detail: 'boom' });
  });
});

describe('the advice', () => {
  it.each([
    ['OFFLINE', 0, 'state.failed.offline'],
    ['SIGN_IN_NEEDED', 401, 'state.refused.signIn'],
    ['OTHER_UNIT', 403, 'state.refused.otherUnit'],
    ['UNIT_NOT_FOUND', 404, 'state.failed.notFound'],
    ['DATABASE_UNREACHABLE', 503, 'state.failed.server'],
    ['UNEXPECTED', 0, 'state.failed.server'],
    ['VALIDATION', 400, 'state.failed.other'],
  ])('for %s (%d) is %s', (code, status, key) => {
    expect(adviceFor({ code, status, detail: null, errors: [], refusal: null })).toBe(key);
  });
});
