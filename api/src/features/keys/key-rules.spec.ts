import { describe, expect, it } from '@jest/globals';
import { ACTIONS, permissionOf, ROLES, type Action } from '../../platform/access/permission-table.js';
import type { Grant, PersonPrincipal } from '../../platform/access/principal.js';
import { holdsKey, isKeyShaped, newKey } from '../identity/key-token.js';
import { actionsForKey, grantForKey, keyMayDo } from './key-rules.js';

const grant = (own: Partial<Grant>): Grant => ({
  id: '1',
  role: 'unit_lead',
  unitId: 'hue',
  pastUnitIds: [],
  validTo: null,
  delegatedFrom: null,
  asleep: null,
  ...own,
});
const person = (strength: PersonPrincipal['strength'], ...grants: Grant[]): PersonPrincipal => ({
  kind: 'person',
  personId: 'p',
  sessionId: 's',
  strength,
  grants,
});

describe('a key', () => {
  it('has a prefix and 256 random bits, and no two are alike', () => {
    const keys = Array.from({ length: 200 }, newKey);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(200);
    for (const { key, prefix } of keys) {
      expect([isKeyShaped(key), key.startsWith(`dti_${prefix}_`), key.length]).toEqual([true, true, 56]);
    }
  });

  it('is found in an address, wherever it stands', () => {
    const { key } = newKey();
    expect([`/api/v1/units?key=${key}`, `/api/v1/${key}`, `/x#${key}`].map(holdsKey)).toEqual([
      true,
      true,
      true,
    ]);
    expect(holdsKey('/api/v1/units?q=dti_abc')).toBe(false);
  });
});

describe('what a key may do', () => {
  it('is what the table lets keys do, and the role', () => {
    const byKey = ACTIONS.filter((action) => ROLES.some((role) => keyMayDo(role, action)));
    expect(byKey.every((action) => permissionOf(action).byKey)).toBe(true);
    expect(
      byKey.some((action) =>
        /^(person|role|session|key|setting|audit|unit-people|self|delegation)/.test(action),
      ),
    ).toBe(false);
    expect(ROLES.filter((role) => keyMayDo(role, 'import.write'))).toEqual(['assessor', 'chief_assessor']);
  });

  it.each<[string, string[]]>([
    ['of another role', ['import.write']],
    ['of no key', ['task-status.withdraw']],
    ['of administration', ['key.manage']],
    ['of none', ['__proto__']],
    ['one of several', ['task-status.record', 'role.grant']],
  ])('an action %s is refused', (_what, actions) => {
    expect(() => actionsForKey('unit_lead', actions)).toThrow(
      expect.objectContaining({
        code: 'KEY_ACTION_NOT_ALLOWED',
        errors: [expect.objectContaining({ path: 'actions' })],
      }),
    );
  });

  it('is kept once each', () => {
    const actions: Action[] = ['task-status.record', 'task-status.record'];
    expect(actionsForKey('unit_lead', actions)).toEqual(['task-status.record']);
  });
});

describe('the role of a key', () => {
  it('is one of the session that counts', () => {
    expect(grantForKey(person('one-factor', grant({})), '1').role).toBe('unit_lead');
    const not = expect.objectContaining({ code: 'KEY_GRANT_UNKNOWN' });
    expect(() => grantForKey(person('one-factor', grant({})), '2')).toThrow(not);
    const former = grant({ role: 'assessor', asleep: 'not-in-charge' });
    expect(() => grantForKey(person('two-factor', former), '1')).toThrow(not);
  });

  it('that wants a second factor wants it when the key is made', () => {
    const assessor = grant({ role: 'assessor', asleep: 'second-factor' });
    expect(() => grantForKey(person('one-factor', assessor), '1')).toThrow(
      expect.objectContaining({ code: 'SECOND_FACTOR_NEEDED', status: 403 }),
    );
    expect(grantForKey(person('two-factor', { ...assessor, asleep: null }), '1').role).toBe('assessor');
  });
});
