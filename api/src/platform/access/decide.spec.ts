import { describe, expect, it } from '@jest/globals';
import { decide, reachOf, rolesFor } from './decide.js';
import { ACTIONS, permissionOf, type Action, type Role } from './permission-table.js';
import type { Grant, Principal } from './principal.js';

function grant(role: Grant['role'], unitId: string | null, more: Partial<Grant> = {}): Grant {
  return {
    id: '1',
    role,
    unitId,
    pastUnitIds: [],
    validTo: null,
    delegatedFrom: null,
    asleep: null,
    ...more,
  };
}

function person(...grants: readonly Grant[]): Principal {
  return { kind: 'person', personId: 'p', sessionId: 's', strength: 'two-factor', grants };
}

const LEAD = person(grant('unit_lead', 'phu-tho-2025', { pastUnitIds: ['hoa-binh', 'vinh-phuc'] }));

const HALF: Principal = {
  kind: 'person',
  personId: 'p',
  sessionId: 's',
  strength: 'one-factor',
  codeDue: true,
  grants: [grant('unit_lead', 'phu-tho-2025', { asleep: 'second-factor' })],
};

describe('decide', () => {
  it.each<[string, Principal, Action, string | null | undefined, string]>([
    ['the public reads what is published', { kind: 'public' }, 'published.read', null, 'yes'],
    ['the public reads nothing else', { kind: 'public' }, 'unpublished.read', 'hue', 'sign-in'],
    ['the own unit', LEAD, 'unpublished.read', 'phu-tho-2025', 'yes'],
    ['the past of what was merged into it', LEAD, 'unpublished.read', 'hoa-binh', 'yes'],
    ['another unit', LEAD, 'unpublished.read', 'hue', 'other-unit'],
    ['all units together', LEAD, 'unpublished.read', null, 'other-unit'],
    ['any unit there may be', LEAD, 'unpublished.read', undefined, 'yes'],
    ['writing for the own unit', LEAD, 'task-status.record', 'phu-tho-2025', 'yes'],
    ['writing for the past of what was merged', LEAD, 'task-status.record', 'hoa-binh', 'other-unit'],
    ['what the role is not for', LEAD, 'edition.publish', null, 'role'],
    [
      'whoever was merged away',
      person(grant('unit_lead', 'hoa-binh')),
      'unpublished.read',
      'phu-tho-2025',
      'other-unit',
    ],
    ['a leader reads all', person(grant('leader', null)), 'unpublished.read', null, 'yes'],
    ['a leader writes nothing', person(grant('leader', null)), 'task-status.record', 'hue', 'role'],
    ['an operator reads no figures', person(grant('operator', null)), 'unpublished.read', 'hue', 'role'],
    ['half a sign-in reads what is published', HALF, 'published.read', null, 'yes'],
    ['half a sign-in may give the code', HALF, 'session.use', null, 'yes'],
    ['half a sign-in manages nothing of its own', HALF, 'self.manage', null, 'second-factor'],
    ['half a sign-in reads nothing', HALF, 'unpublished.read', 'phu-tho-2025', 'second-factor'],
    ['an auditor reads the trail', person(grant('auditor', null)), 'audit.read', null, 'yes'],
    [
      'a role that sleeps for want of the second factor',
      person(grant('operator', null, { asleep: 'second-factor' })),
      'role.grant',
      null,
      'second-factor',
    ],
    [
      'a role of a ministry that is no longer in charge',
      person(grant('chief_assessor', 'bo-thong-tin-va-truyen-thong', { asleep: 'not-in-charge' })),
      'edition.publish',
      null,
      'role',
    ],
    ['the own account', LEAD, 'self.manage', null, 'yes'],
    ['the command line', { kind: 'system', name: 'cli' }, 'edition.publish', null, 'yes'],
  ])('%s', (_case, principal, action, unit, expected) => {
    const decision = decide(principal, action, unit);
    expect(decision.allowed ? 'yes' : decision.why).toBe(expected);
  });

  it('lets a key do what it was made for, and nothing of its maker beside', () => {
    const key: Principal = {
      kind: 'key',
      personId: 'p',
      keyId: 'k',
      actions: ['task-status.record'],
      grants: [grant('unit_lead', 'hue')],
    };
    const outcome = (action: Action, unit: string | null) => decide(key, action, unit).allowed;
    expect(outcome('task-status.record', 'hue')).toBe(true);
    expect(outcome('task-status.record', 'ha-noi')).toBe(false);
    expect(outcome('unpublished.read', 'hue')).toBe(false);
    expect(outcome('self.manage', null)).toBe(false);
  });

  it('says under which of several roles it is done', () => {
    const both = person(grant('unit_reporter', 'hue'), grant('unit_lead', 'ha-noi', { id: '2' }));
    expect(decide(both, 'task-status.record', 'ha-noi')).toMatchObject({ grant: { id: '2' } });
  });
});

describe('reachOf', () => {
  it('is every unit, some, or none', () => {
    expect(reachOf(person(grant('leader', null)), 'unpublished.read')).toEqual({ all: true, units: [] });
    expect(reachOf(LEAD, 'unpublished.read').units).toEqual(['hoa-binh', 'phu-tho-2025', 'vinh-phuc']);
    expect(reachOf(LEAD, 'task-status.record').units).toEqual(['phu-tho-2025']);
    expect(reachOf({ kind: 'public' }, 'unpublished.read')).toEqual({ all: false, units: [] });
  });
});

describe('the table of permissions', () => {
  it('gives no action to everybody but reading what is published and signing in', () => {
    const open = ACTIONS.filter((action) => permissionOf(action).audience === 'public');
    expect(open).toEqual(['published.read', 'session.use']);
  });

  it('has somebody for every action, and a name for it in both languages', () => {
    const roles = ACTIONS.filter((action) => permissionOf(action).audience === 'roles');
    expect(roles.filter((action) => rolesFor(action).length === 0)).toEqual([]);
    expect(ACTIONS.filter((action) => !(permissionOf(action).vi && permissionOf(action).en))).toEqual([]);
  });

  it('lets those who administer see no figures, those who audit change nothing, and leaders read alone', () => {
    const changes = (role: Role) =>
      ACTIONS.filter((action) => rolesFor(action).includes(role) && permissionOf(action).audited === 'write');
    expect([changes('auditor'), changes('leader'), changes('association')]).toEqual([[], [], []]);
    expect(rolesFor('unpublished.read')).not.toContain('operator');
  });

  it('never lets a key administer', () => {
    const byKey = ACTIONS.filter((action) => permissionOf(action).byKey);
    expect(byKey.filter((action) => rolesFor(action).includes('operator'))).toEqual([]);
  });
});
