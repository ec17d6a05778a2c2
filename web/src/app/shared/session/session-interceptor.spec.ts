import '@angular/compiler';
import { HttpErrorResponse, HttpRequest } from '@angular/common/http';
import { Injector, runInInjectionContext } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { firstValueFrom, throwError } from 'rxjs';
import { Session } from './session.js';
import { watchSession } from './session-interceptor.js';

/** What the session is asked after an answer. */
async function askedAfter(status: number, code: string, signedIn = true): Promise<readonly string[]> {
  const asked: string[] = [];
  const session = {
    signedIn: () => signedIn,
    check: () => Promise.resolve(void asked.push('check')),
    load: () => Promise.resolve(void asked.push('load')),
  };
  const injector = Injector.create({ providers: [{ provide: Session, useValue: session }] });
  const refusal = new HttpErrorResponse({ status, error: { code } });
  const answer = runInInjectionContext(injector, () =>
    watchSession(new HttpRequest('GET', '/api/v1/x'), () => throwError(() => refusal)),
  );
  await expect(firstValueFrom(answer)).rejects.toBe(refusal);
  return asked;
}

describe('answers', () => {
  it.each([
    [401, 'SIGN_IN_NEEDED', ['check']],
    [403, 'SECOND_FACTOR_NEEDED', ['load']],
    [401, 'SIGN_IN_REFUSED', []],
    [403, 'NOT_PERMITTED', []],
    [403, 'OTHER_UNIT', []],
    [500, 'INTERNAL', []],
  ])('%d %s', async (status, code, asked) => {
    expect(await askedAfter(status, code)).toEqual(asked);
  });

  it('to the public say nothing of a session', async () => {
    expect(await askedAfter(401, 'SIGN_IN_NEEDED', false)).toEqual([]);
  });
});
