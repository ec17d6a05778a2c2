import { describe, expect, it } from '@jest/globals';
import { grantChanges, type HeldGrant } from './grant-changes.js';

const rule = { origin: 'oidc:https://id', today: '2026-11-22', days: 30 };
const lead = { role: 'unit_lead', unitId: 'hue' } as const;
const held = (own: Partial<HeldGrant>): HeldGrant => ({
  id: '1',
  ...lead,
  validFrom: '2026-11-01',
  validTo: '2026-12-20',
  grantedBy: rule.origin,
  ...own,
});

describe('what a sign-in changes of roles', () => {
  it('gives what is new for a time', () => {
    expect(grantChanges([lead], [], rule)).toEqual({
      add: [{ ...lead, validTo: '2026-12-22' }],
      renew: [],
      revoke: [],
    });
  });

  it('revokes what the claims no longer say, and nothing that others gave', () => {
    const own = held({});
    expect(grantChanges([], [own, held({ id: '2', grantedBy: 'operator', validTo: null })], rule)).toEqual({
      add: [],
      renew: [],
      revoke: [own],
    });
  });

  it('leaves what holds long enough, and renews what nears its end', () => {
    expect(grantChanges([lead], [held({})], rule)).toEqual({ add: [], renew: [], revoke: [] });
    expect(grantChanges([lead], [held({ validTo: '2026-12-01' })], rule).renew).toEqual([
      { ...lead, id: '1', validTo: '2026-12-22' },
    ]);
  });

  it('gives nothing twice that was given by hand', () => {
    const byHand = held({ grantedBy: 'operator', validTo: null });
    expect(grantChanges([lead], [byHand], rule)).toEqual({ add: [], renew: [], revoke: [] });
  });

  it('ends the day before a role that was given for later', () => {
    const later = held({ grantedBy: 'operator', validFrom: '2026-12-05', validTo: null });
    expect(grantChanges([lead], [later], rule).add).toEqual([{ ...lead, validTo: '2026-12-04' }]);
  });

  it('takes a role of another unit for another', () => {
    const { add, revoke } = grantChanges([{ role: 'unit_lead', unitId: 'da-nang' }], [held({})], rule);
    expect([add.map(({ unitId }) => unitId), revoke.map(({ unitId }) => unitId)]).toEqual([
      ['da-nang'],
      ['hue'],
    ]);
  });
});
