import '@angular/compiler';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { Session as SessionDto } from '../../api-client/models/session.js';
import { aSession } from '../../../testing/sessions.js';
import { Session } from './session.js';
import { SessionClient } from './session-client.js';
import { PUBLIC_SESSION } from './session-model.js';

/** A session whose server answers one thing after the other; an error is thrown. */
function sessionWith(...answers: readonly (SessionDto | Error)[]) {
  const left = [...answers];
  const ended: string[] = [];
  const client = {
    current: () => {
      const answer = left.shift() ?? new Error('no answer left');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    end: () => {
      ended.push('end');
      return Promise.resolve();
    },
  };
  const injector = Injector.create({
    providers: [{ provide: Session }, { provide: SessionClient, useValue: client }],
  });
  return { session: injector.get(Session), ended };
}

describe('the session', () => {
  it('is the public one until the server says otherwise, and where it says nothing', async () => {
    const { session } = sessionWith(new Error('down'), aSession());
    await session.load();
    expect([session.signedIn(), session.may('import.write')]).toEqual([false, false]);
    await session.load();
    expect([session.signedIn(), session.person()?.name]).toEqual([true, 'Trần Thị B']);
  });

  it('does not keep the first page back where the server keeps it waiting', async () => {
    const client = { current: () => new Promise<never>(() => undefined) };
    const injector = Injector.create({
      providers: [{ provide: Session }, { provide: SessionClient, useValue: client }],
    });
    const session = injector.get(Session);
    await session.begin(0);
    expect(session.signedIn()).toBe(false);
  });

  it('that ended elsewhere stays on screen and says so, until it is begun again', async () => {
    const held = aSession({ permissions: [{ action: 'import.write', all: true, units: [] }] });
    const { session } = sessionWith(held, PUBLIC_SESSION, held);
    await session.load();
    await session.check();
    expect([session.ended(), session.may('import.write')]).toEqual([true, true]);
    await session.check();
    expect(session.ended()).toBe(false);
  });

  it('is not said to have ended because nobody answered', async () => {
    const { session } = sessionWith(aSession(), new Error('down'));
    await session.load();
    await session.check();
    expect([session.ended(), session.signedIn()]).toEqual([false, true]);
  });

  it('that one ends oneself is over at once', async () => {
    const { session, ended } = sessionWith(aSession());
    await session.load();
    await session.end();
    expect([session.signedIn(), session.ended(), ended]).toEqual([false, false, ['end']]);
  });
});
