import { describe, expect, it } from '@jest/globals';
import { grantOf } from './grants.js';
import type { GrantRow } from './principal.repository.js';

function row(role: GrantRow['role'], inCharge = false): GrantRow {
  return {
    id: '1',
    role,
    unitId: 'bo-khoa-hoc-va-cong-nghe',
    pastUnitIds: [],
    validFrom: '2026-01-01',
    validTo: null,
    delegatedFrom: null,
    inCharge,
  };
}

describe('a grant', () => {
  it.each([
    ['chief_assessor', true, 'two-factor', null],
    ['chief_assessor', true, 'demo', null],
    ['chief_assessor', true, 'one-factor', 'second-factor'],
    ['chief_assessor', false, 'two-factor', 'not-in-charge'],
    ['operator', false, 'one-factor', 'second-factor'],
    ['unit_lead', false, 'one-factor', null],
  ] as const)('of %s, in charge %s, by %s: %s', (role, inCharge, strength, asleep) => {
    expect(grantOf(row(role, inCharge), strength).asleep).toBe(asleep);
  });

  it('of any role sleeps while a code of the second factor is due', () => {
    expect(grantOf(row('unit_lead'), 'one-factor', true).asleep).toBe('second-factor');
    expect(grantOf(row('chief_assessor', false), 'one-factor', true).asleep).toBe('not-in-charge');
  });
});
