import '@angular/compiler';
import { describe, expect, it } from '@jest/globals';
import { PUBLIC_SESSION } from '../../shared/session/session-model.js';
import { returnPath, stepOf, wordsFor, wordsForRefused } from './sign-in-model.js';

describe('where a sign-in stands', () => {
  const session = (strength: 'one-factor' | 'two-factor' | 'demo', enrolled: boolean, needed: boolean) => ({
    ...PUBLIC_SESSION,
    signedIn: true,
    strength,
    secondFactor: { enrolled, needed },
  });
  it.each([
    ['nobody is signed in', PUBLIC_SESSION, 'password'],
    ['a code is due', session('one-factor', true, true), 'code'],
    ['a code is due of whoever has no role', session('one-factor', true, false), 'code'],
    ['a role needs a second factor', session('one-factor', false, true), 'enrol'],
    ['no role needs one', session('one-factor', false, false), 'in'],
    ['both factors are there', session('two-factor', true, false), 'in'],
    ['it is for trying out', session('demo', false, false), 'in'],
  ])('%s', (_what, given, step) => expect(stepOf(given)).toBe(step));
});

describe('the page to go back to', () => {
  const origin = 'https://dti.example';
  it.each([
    ['/units/hue?edition=dti-2022#top', '/units/hue?edition=dti-2022#top'],
    ['/', '/'],
    ['/a/../units', '/units'],
    [undefined, '/'],
    ['', '/'],
    ['units', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
  ])('%j is %s', (given, path) => expect(returnPath(given, origin)).toBe(path));
});

describe('a refusal in words', () => {
  const failure = (code: string, ...errors: { code: string; path: string }[]) => ({
    status: 422,
    code,
    errors: errors.map((error) => ({ ...error, message: '' })),
  });
  it.each([
    [failure('SIGN_IN_REFUSED'), 'signIn.failed.refused'],
    [
      failure('PASSWORD_TOO_WEAK', { code: 'PASSWORD_HOLDS_NAME', path: 'password' }),
      'signIn.failed.holdsName',
    ],
    [failure('REQUEST_INVALID', { code: 'FIELD_INVALID', path: 'email' }), 'signIn.failed.email'],
    [failure('REQUEST_INVALID', { code: 'FIELD_INVALID', path: 'x' }), 'signIn.failed.form'],
    [{ ...failure('INTERNAL_ERROR'), status: 500 }, 'state.failed.server'],
  ])('%j', (given, key) => expect(wordsFor(given)).toBe(key));

  it('of the provider is one that we know', () => {
    expect([undefined, 'OIDC_NOT_LINKED', '<b>'].map(wordsForRefused)).toEqual([
      null,
      'signIn.failed.providerUnknown',
      'signIn.failed.provider',
    ]);
  });
});
