import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../../platform/access/permission-table.js';
import {
  delegationFault,
  grantFault,
  grantState,
  isOfUnit,
  type AskedGrant,
  type DelegationFacts,
  type UnitFacts,
} from './grant-rules.js';

const TODAY = '2026-11-22';
const PROVINCE: UnitFacts = { level: 'province', validFrom: '2025-07-01', validTo: null, inCharge: false };
const grant = (change: Partial<AskedGrant> = {}): AskedGrant => ({
  role: 'unit_lead',
  unitId: 'phu-tho',
  validFrom: TODAY,
  validTo: null,
  ...change,
});

describe('a role that is granted', () => {
  it.each<[string, Partial<AskedGrant>, UnitFacts | null]>([
    ['of a unit from today', {}, PROVINCE],
    ['of a unit from a later day', { validFrom: '2027-01-01', validTo: '2027-01-01' }, PROVINCE],
    ['on the first day of its unit', { validFrom: '2027-01-01' }, { ...PROVINCE, validFrom: '2027-01-01' }],
    ['on the last day of its unit', {}, { ...PROVINCE, validTo: TODAY }],
    ['of the ministry in charge', { role: 'assessor' }, { ...PROVINCE, level: 'ministry', inCharge: true }],
    ['of no unit', { role: 'auditor', unitId: null }, null],
  ])('%s', (_what, change, unit) => expect(grantFault(grant(change), unit, TODAY)).toBeNull());

  it.each<[string, Partial<AskedGrant>, UnitFacts | null]>([
    ['GRANT_PERIOD_INVALID', { validFrom: '2026-11-21' }, PROVINCE],
    ['GRANT_PERIOD_INVALID', { validFrom: '2026-12-02', validTo: '2026-12-01' }, PROVINCE],
    ['GRANT_UNIT_NEEDED', { unitId: null }, null],
    ['GRANT_UNIT_REFUSED', { role: 'operator' }, PROVINCE],
    ['GRANT_UNIT_REFUSED', { role: 'leader' }, PROVINCE],
    ['GRANT_UNIT_REFUSED', {}, { ...PROVINCE, level: 'nation' }],
    ['GRANT_UNIT_NOT_VALID', {}, { ...PROVINCE, validTo: '2026-11-21' }],
    ['GRANT_UNIT_NOT_VALID', {}, { ...PROVINCE, validFrom: '2026-11-23' }],
    ['MINISTRY_NOT_IN_CHARGE', { role: 'assessor' }, { ...PROVINCE, level: 'ministry' }],
    ['MINISTRY_NOT_IN_CHARGE', { role: 'chief_assessor' }, PROVINCE],
  ])('is refused as %s: %j', (code, change, unit) =>
    expect(grantFault(grant(change), unit, TODAY)).toBe(code),
  );

  it('is of a unit or not, as the table of roles has it', () => {
    expect(ROLES.filter(isOfUnit)).toEqual([
      'assessor',
      'chief_assessor',
      'unit_reporter',
      'unit_lead',
      'verifier',
    ]);
  });
});

describe('a role that is delegated', () => {
  const facts = (change: Partial<DelegationFacts> = {}): DelegationFacts => ({
    today: TODAY,
    source: { ...grant({ validFrom: '2026-01-01', validTo: '2027-12-31' }), delegated: false },
    role: 'unit_lead',
    validFrom: TODAY,
    validTo: '2026-12-22',
    delegateRoles: ['unit_reporter'],
    ...change,
  });
  const chief = { ...facts().source, role: 'chief_assessor' as Role };

  it.each<[string, Partial<DelegationFacts>]>([
    ['the tasks of the lead', {}],
    ['the reporting alone', { role: 'unit_reporter', delegateRoles: ['verifier'] }],
    ['for one day', { validTo: TODAY }],
    ['for 90 days', { validTo: '2027-02-19' }],
    ['to the last day of the own grant', { source: { ...facts().source, validTo: '2026-12-22' } }],
    ['from a grant without an end', { source: { ...facts().source, validTo: null } }],
    ['chief to assessor', { source: chief, role: 'chief_assessor', delegateRoles: ['assessor'] }],
  ])('%s', (_what, change) => expect(delegationFault(facts(change))).toBeNull());

  it.each<[string, Partial<DelegationFacts>]>([
    ['DELEGATION_OF_DELEGATED', { source: { ...facts().source, delegated: true } }],
    ['DELEGATION_ROLE_REFUSED', { role: 'operator' }],
    ['DELEGATION_ROLE_REFUSED', { role: 'verifier' }],
    ['DELEGATION_ROLE_REFUSED', { source: chief, role: 'unit_lead', delegateRoles: ['assessor'] }],
    ['DELEGATION_ROLE_REFUSED', { source: chief, role: 'assessor', delegateRoles: ['assessor'] }],
    [
      'DELEGATION_ROLE_REFUSED',
      { source: { ...facts().source, role: 'unit_reporter' }, role: 'unit_reporter' },
    ],
    ['DELEGATION_PERIOD_INVALID', { validFrom: '2026-11-21' }],
    ['DELEGATION_PERIOD_INVALID', { validFrom: '2026-12-02', validTo: '2026-12-01' }],
    ['DELEGATION_TOO_LONG', { validTo: '2027-02-20' }],
    ['DELEGATION_OUTSIDE_GRANT', { source: { ...facts().source, validTo: '2026-12-21' } }],
    ['DELEGATION_OUTSIDE_GRANT', { source: { ...facts().source, validFrom: '2026-11-23' } }],
    ['DELEGATE_NOT_OF_UNIT', { delegateRoles: [] }],
    ['DELEGATE_NOT_OF_UNIT', { source: chief, role: 'chief_assessor', delegateRoles: ['unit_lead'] }],
  ])('is refused as %s: %j', (code, change) => expect(delegationFault(facts(change))).toBe(code));
});

describe('where a grant stands', () => {
  it.each([
    ['current', { validFrom: TODAY, validTo: TODAY, revoked: false }],
    ['current', { validFrom: '2020-01-01', validTo: null, revoked: false }],
    ['future', { validFrom: '2026-11-23', validTo: null, revoked: false }],
    ['ended', { validFrom: '2020-01-01', validTo: '2026-11-21', revoked: false }],
    ['revoked', { validFrom: TODAY, validTo: null, revoked: true }],
  ])('%s', (state, own) => expect(grantState(own, TODAY)).toBe(state));
});
