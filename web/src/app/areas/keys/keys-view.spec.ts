import '@angular/compiler';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { ApiKey } from '../../api-client/models/api-key.js';
import type { Permission } from '../../api-client/models/permission.js';
import { aGrant } from '../../../testing/sessions.js';
import { wordingOf } from '../../../testing/wording.js';
import { KeysClient } from './keys-client.js';
import { emptyDraft, keyRequest, keyRow, keyStateOf, ownFinding, roleChoices } from './keys-view.js';
import { OwnKeysStore } from './own-keys-store.js';

const vi = wordingOf('vi');
const key = (own: Partial<ApiKey> = {}): ApiKey => ({
  id: 'k1',
  name: 'Cổng số liệu',
  prefix: 'abcd2345',
  state: 'active',
  role: 'unit_lead',
  unitId: 'hue',
  actions: ['task-status.record'],
  createdAt: '2026-11-22T01:00:00.000Z',
  expiresAt: '2026-12-22T01:00:00.000Z',
  lastUsedAt: null,
  lastUsedAddress: null,
  revokedAt: null,
  ...own,
});
const names = { action: (code: string) => `<${code}>`, unit: (id: string) => `<${id}>` };

describe('a key in a list', () => {
  it('says for which role, what, until when and when it was used', () => {
    expect(keyRow(key(), vi, names)).toMatchObject({
      code: 'dti_abcd2345…',
      actions: ['<task-status.record>'],
      ends: 'Hiệu lực đến 22/12/2026',
      used: 'Chưa dùng lần nào',
      holder: null,
    });
    const used = key({ lastUsedAt: '2026-11-22T08:30:00.000Z', lastUsedAddress: '10.0.0.7' });
    const row = keyRow({ ...used, person: { id: 'p', name: 'Trần Thị B' } }, vi, names);
    expect([row.used, row.holder]).toEqual(['Dùng gần nhất 22/11/2026 15:30, từ 10.0.0.7', 'Trần Thị B']);
    expect(row.role).toContain('<hue>');
  });

  it('that was revoked says when', () => {
    const revoked = key({ state: 'revoked', revokedAt: '2026-11-23T01:00:00.000Z' });
    expect(keyRow(revoked, vi, names)).toMatchObject({
      ends: 'Thu hồi ngày 23/11/2026',
      stateWords: 'Đã thu hồi',
    });
  });

  it('counts only while it holds', () => {
    expect(ownFinding([key(), key({ state: 'expired' })], vi)).toBe('1 khóa API đang có hiệu lực');
    expect(ownFinding([key({ state: 'ended' })], vi)).toBe('Không có khóa API nào đang có hiệu lực');
    expect([keyStateOf('revoked'), keyStateOf('all'), keyStateOf(undefined)]).toEqual([
      'revoked',
      null,
      null,
    ]);
  });
});

describe('a key to be made', () => {
  const permission = (action: string, byKey: boolean, ...roles: string[]) =>
    ({
      action,
      byKey,
      vi: action,
      en: action,
      roles: roles.map((role) => ({ role, reach: 'own' })),
    }) as unknown as Permission;
  const table = [
    permission('task-status.record', true, 'unit_lead', 'assessor'),
    permission('task-status.withdraw', false, 'unit_lead'),
    permission('setting.decide', false, 'operator'),
  ];

  it('is for a role that keys can do something for, and for what they can do', () => {
    const choices = roleChoices(
      [
        aGrant('unit_lead'),
        aGrant('operator', { id: '2', unit: null }),
        aGrant('assessor', { id: '3', asleep: 'second-factor' }),
        aGrant('assessor', { id: '4', asleep: 'not-in-charge' }),
      ],
      table,
      vi,
    );
    expect(
      choices.map(({ grant, asleep, actions }) => [grant, asleep, actions.map(({ code }) => code)]),
    ).toEqual([
      ['1', false, ['task-status.record']],
      ['3', true, ['task-status.record']],
    ]);
    expect(emptyDraft(choices.slice(1)).grant).toBe('');
  });

  it('is sent when name, role and an action are there', () => {
    const draft = { name: ' Cổng ', grant: '1', actions: ['task-status.record'], days: 30 };
    expect(keyRequest(draft)).toEqual({
      name: 'Cổng',
      grant: '1',
      actions: ['task-status.record'],
      expiresInDays: 30,
    });
    expect(
      [{ name: ' ' }, { grant: '' }, { actions: [] }].map((lack) => keyRequest({ ...draft, ...lack })),
    ).toEqual([null, null, null]);
  });
});

describe('the store of the own keys', () => {
  function storeWith(client: Partial<Record<keyof KeysClient, unknown>>) {
    const providers = [{ provide: OwnKeysStore }, { provide: KeysClient, useValue: client }];
    return Injector.create({ providers }).get(OwnKeysStore);
  }
  const request = { name: 'x', grant: '1', actions: ['task-status.record' as const], expiresInDays: 30 };

  it('shows a key once it is made, until it is put away or revoked', async () => {
    const made = { ...key(), key: 'dti_abcd2345_secret' };
    const done = () => Promise.resolve();
    const store = storeWith({
      own: () => Promise.resolve([key()]),
      make: () => Promise.resolve(made),
      revokeOwn: done,
    });
    expect(await store.make(request)).toBe(true);
    expect(store.made()?.key).toBe('dti_abcd2345_secret');
    await store.revoke('k1');
    expect(store.made()).toBeNull();
  });

  it('says why none was made', async () => {
    const store = storeWith({
      own: () => Promise.resolve([]),
      make: () => Promise.reject(new Error('down')),
    });
    expect([await store.make(request), store.makeState().status, store.made()]).toEqual([
      false,
      'failed',
      null,
    ]);
  });
});
