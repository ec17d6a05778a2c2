import { describe, expect, it } from '@jest/globals';
import { answerOf, claimedRoles, claimTexts, hasSecondFactor, nameOf, verifiedMail } from './claims.js';

const rule = {
  roleClaim: 'groups',
  unitClaim: 'agency',
  roleMap: {
    lead: { role: 'unit_lead', unit: null },
    chief: { role: 'chief_assessor', unit: 'bo-khoa-hoc-va-cong-nghe' },
    audit: { role: 'auditor', unit: null },
  },
} as const;

describe('roles from claims', () => {
  it('come from the mapping, for its unit or that of the claim, each once', () => {
    expect(
      claimedRoles({ groups: ['lead', 'chief', 'audit', 'lead', 'staff'], agency: ['hue', 'da-nang'] }, rule),
    ).toEqual([
      { role: 'unit_lead', unit: 'hue' },
      { role: 'unit_lead', unit: 'da-nang' },
      { role: 'chief_assessor', unit: 'bo-khoa-hoc-va-cong-nghe' },
      { role: 'auditor', unit: null },
    ]);
  });

  it.each([
    ['no claim', {}],
    ['a claim of another shape', { groups: { lead: true } }],
    ['words of the language', { groups: ['__proto__', 'constructor', 'toString'] }],
    ['a role of a unit without one', { groups: 'lead' }],
    ['a text that is too long', { groups: ['lead'.padEnd(300, 'x')], agency: 'hue' }],
  ])('%s gives none', (_what, claims) => {
    expect(claimedRoles(claims, rule)).toEqual([]);
  });

  it('may lie within objects; the claim of the very name goes first', () => {
    expect(claimTexts({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
    expect(claimTexts({ 'x.y': 'own', x: { y: 'within' } }, 'x.y')).toEqual(['own']);
    expect(claimTexts({ x: null }, 'x.y')).toEqual([]);
  });
});

describe('the second factor', () => {
  it.each([
    [{ amr: ['pwd', 'otp'] }, true],
    [{ amr: ['mfa'] }, true],
    [{ acr: 'mfa' }, true],
    [{ amr: ['pwd'] }, false],
    [{ amr: 'mfa' }, false],
    [{ acr: 'no-mfa' }, false],
    [{}, false],
  ])('%j: %p', (claims, two) => {
    expect(hasSecondFactor(claims)).toBe(two);
  });
});

describe('the address of mail', () => {
  it.each([
    [{ email: 'an@hue.gov.vn', email_verified: true }, 'an@hue.gov.vn'],
    [{ email: 'an@hue.gov.vn', email_verified: false }, null],
    [{ email: 'an@hue.gov.vn', email_verified: 'true' }, null],
    [{ email: 'an@hue.gov.vn' }, null],
    // Compatibility folding would make another account of it.
    [{ email: 'ａn@hue.gov.vn', email_verified: true }, null],
    [{ email: 'an@hue@gov.vn', email_verified: true }, null],
    [{ email: 'an@hue.gov.vn\u0000', email_verified: true }, null],
    [{ email: ['an@hue.gov.vn'], email_verified: true }, null],
  ])('%j: %p', (claims, mail) => {
    expect(verifiedMail(claims)).toBe(mail);
  });

  it('and its verification come from one answer, and the factor from the signed token alone', () => {
    const told = {
      email: 'boss@hue.gov.vn',
      email_verified: true,
      amr: ['mfa'],
      acr: 'mfa',
      groups: ['lead'],
    };
    expect(answerOf({ sub: '1', email: 'an@hue.gov.vn' }, told)).toEqual({
      sub: '1',
      email: 'an@hue.gov.vn',
      groups: ['lead'],
    });
    expect(answerOf({ sub: '1' }, told)).toEqual({
      sub: '1',
      email: 'boss@hue.gov.vn',
      email_verified: true,
      groups: ['lead'],
    });
  });
});

it('a name loses what cannot be seen, and is never empty', () => {
  expect(nameOf({ name: ' Trần\u202e Thị\u0000  B ' }, 'b@x.vn')).toBe('Trần Thị B');
  expect(nameOf({ name: '\u200b' }, 'b@x.vn')).toBe('b');
  expect(nameOf({ name: 7, preferred_username: 'tran.b' }, 'b@x.vn')).toBe('tran.b');
});
