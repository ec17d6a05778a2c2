import '@angular/compiler';
import { HttpErrorResponse } from '@angular/common/http';
import { Injector, signal } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { PUBLIC_SESSION } from '../../shared/session/session-model.js';
import { Session } from '../../shared/session/session.js';
import { LinkStore } from './link-store.js';
import { SignInClient } from './sign-in-client.js';
import { SignInStore } from './sign-in-store.js';

const half = { ...PUBLIC_SESSION, signedIn: true, strength: 'one-factor' } as const;
const ENROL = { ...half, secondFactor: { enrolled: false, needed: true } } as const;
const IN = { ...half, strength: 'two-factor' } as const;

/** Stores whose server answers with these sessions, one after another. */
function stores(
  sessions: readonly (typeof PUBLIC_SESSION)[],
  own: Partial<Record<keyof SignInClient, unknown>> = {},
) {
  const current = signal<typeof PUBLIC_SESSION>(PUBLIC_SESSION);
  const coming = [...sessions];
  const session = {
    current,
    load: () => {
      current.set(coming.shift() ?? PUBLIC_SESSION);
      return Promise.resolve();
    },
  };
  const asked: unknown[] = [];
  const client = {
    signIn: () => Promise.resolve({ next: 'done' }),
    confirm: () => Promise.resolve(['AAA', 'BBB']),
    inspect: () => Promise.resolve({ purpose: 'invitation' }),
    redeem: (body: unknown) => {
      asked.push(body);
      return Promise.resolve({ next: 'done' });
    },
    ...own,
  };
  const injector = Injector.create({
    providers: [
      { provide: SignInStore },
      { provide: LinkStore },
      { provide: SignInClient, useValue: client },
      { provide: Session, useValue: session },
    ],
  });
  return { asked, signIn: injector.get(SignInStore), link: injector.get(LinkStore) };
}

const refused = (code: string) => () =>
  Promise.reject(new HttpErrorResponse({ status: 401, error: { code, errors: [] } }));

describe('the store of a sign-in', () => {
  it('goes from the password to the enrolment, shows the recovery codes once, and is done', async () => {
    const { signIn } = stores([ENROL, IN]);
    expect(await signIn.signIn('a@x.example', 'p')).toBe(false);
    expect(signIn.step()).toBe('enrol');
    expect(await signIn.confirm('123456')).toBe(false);
    expect([signIn.step(), signIn.codes()]).toEqual(['codes', ['AAA', 'BBB']]);
    signIn.kept();
    expect([signIn.step(), signIn.codes()]).toEqual(['in', null]);
  });

  it('stays where it is when it is refused, and says why', async () => {
    const { signIn } = stores([], { signIn: refused('SIGN_IN_REFUSED') });
    expect(await signIn.signIn('a@x.example', 'p')).toBe(false);
    expect([signIn.step(), signIn.failure()?.code, signIn.busy()]).toEqual([
      'password',
      'SIGN_IN_REFUSED',
      false,
    ]);
  });
});

describe('the store of a link', () => {
  it('uses the token that was opened', async () => {
    const { asked, link } = stores([IN]);
    await link.open('token');
    expect(await link.redeem({ password: 'p' })).toBe('done');
    expect(asked).toEqual([{ password: 'p', token: 'token' }]);
  });

  it('says when it is refused', async () => {
    const { link } = stores([], { redeem: refused('LINK_NOT_VALID') });
    expect(await link.redeem({})).toBeNull();
    expect(link.failure()?.code).toBe('LINK_NOT_VALID');
  });
});
