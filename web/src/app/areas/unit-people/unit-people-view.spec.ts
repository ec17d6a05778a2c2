import { describe, expect, it } from '@jest/globals';
import type { PersonSummary } from '../../api-client/models/person-summary.js';
import type { SessionGrant } from '../../api-client/models/session-grant.js';
import {
  candidates,
  delegable,
  type DelegationDraft,
  delegationFaults,
  delegationRequest,
  emptyDelegation,
  todayInVietNam,
} from './unit-people-view.js';

const TODAY = '2026-11-22';

describe('a delegation', () => {
  const whole: DelegationDraft = { ...emptyDelegation(TODAY), person: 'p', to: '01/12/2026' };

  it.each([
    ['is whole', {}, []],
    ['names nobody', { person: null }, ['person']],
    ['ends before it begins', { to: '01/11/2026' }, ['period']],
    ['has no day', { from: '' }, ['period']],
    ['has a day that is none', { to: '31/02/2027' }, ['period']],
    ['takes 90 days', { to: '20/02/2027' }, []],
    ['takes longer', { to: '21/02/2027' }, ['length']],
    ['began yesterday', { from: '21/11/2026' }, ['past']],
  ] as const)('that %s', (_what, change, faults) => {
    expect(delegationFaults({ ...whole, ...change }, TODAY)).toEqual(faults);
  });

  it('says its reason where there is one', () => {
    expect(delegationRequest(whole, '7')).toEqual({
      grantId: '7',
      role: 'unit_reporter',
      personId: 'p',
      validFrom: TODAY,
      validTo: '2026-12-01',
    });
    expect(delegationRequest({ ...whole, reason: ' Đi công tác ' }, '7')?.reason).toBe('Đi công tác');
    expect(delegationRequest({ ...whole, person: null }, '7')).toBeNull();
  });

  it('comes from an own grant of the unit that is awake and not itself delegated', () => {
    const grant = (more: object) =>
      ({
        id: '1',
        role: 'unit_lead',
        unit: { id: 'hue', nameVi: 'Huế', nameEn: 'Hue' },
        pastUnits: [],
        validFrom: TODAY,
        validTo: null,
        delegatedBy: null,
        asleep: null,
        ...more,
      }) as SessionGrant;
    expect(delegable([grant({})], 'hue')?.id).toBe('1');
    expect(delegable([grant({})], 'ha-noi')).toBeNull();
    expect(delegable([grant({ delegatedBy: 'An' })], 'hue')).toBeNull();
    expect(delegable([grant({ role: 'unit_reporter' })], 'hue')).toBeNull();
  });

  it('goes to anybody of the unit but oneself and who is suspended', () => {
    const people = (['active', 'invited', 'suspended'] as const).map(
      (state) => ({ id: state, state }) as PersonSummary,
    );
    expect(candidates(people, 'active').map(({ id }) => id)).toEqual(['invited']);
  });
});

it('the day turns at the clock of Việt Nam', () => {
  expect(todayInVietNam(new Date('2026-11-22T16:59:00Z'))).toBe('2026-11-22');
  expect(todayInVietNam(new Date('2026-11-22T17:01:00Z'))).toBe('2026-11-23');
});
