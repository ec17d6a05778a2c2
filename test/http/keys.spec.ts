import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '@dti-monitor/api/launch';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiKeyDto, HeldApiKeyDto, MadeApiKeyDto } from '../../api/src/features/keys/key.dto.ts';
import { printed } from '../support/printed.ts';
import type { SignedIn } from '../support/signed-in.ts';
import { MINISTRY } from '../support/signed-in.ts';
import {
  type Answer,
  type Asked,
  serveApplication,
  type ServedApplication,
} from '../support/served-application.ts';

let served: ServedApplication;
let lead: SignedIn;
let operator: SignedIn;
beforeAll(async () => {
  served = await serveApplication();
  lead = await served.signIn([{ role: 'unit_lead', unit: 'hue' }]);
  operator = await served.signIn([{ role: 'operator' }]);
}, 60_000);
afterAll(() => served?.close());

const REQUEST = { name: 'Hệ thống báo cáo', actions: ['task-status.record'], expiresInDays: 30 };
const make = (who: SignedIn, own: object = {}) =>
  served.askAs(who, '/me/keys', { method: 'POST', body: { ...REQUEST, grant: who.grantIds[0], ...own } });
const made = async (who: SignedIn, own: object = {}): Promise<MadeApiKeyDto> =>
  (await make(who, own)).json<MadeApiKeyDto>();
const by = (key: string, path: string, asked: Asked = {}) =>
  served.askAs(null, path, { ...asked, headers: { authorization: `Bearer ${key}`, ...asked.headers } });
const of = (answer: Answer) => [answer.status, answer.json<{ code?: string }>().code];
const own = async (who: SignedIn) => (await served.askAs(who, '/me/keys')).json<ApiKeyDto[]>();
const NOT_VALID = [401, 'KEY_NOT_VALID'];

/** The second example of the guide: what the key sends, and where. */
function guideExample(): { path: string; body: string } {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/guides/api-keys.md'), 'utf8');
  const [, body = '', path = ''] = /-d '([^']+)' \\\n.*api\/v1([^"]+)"/.exec(guide) ?? [];
  return { path, body };
}
const trail = (action: string) =>
  served.database.query<Record<string, unknown>[]>(
    'SELECT person_id, action, object, outcome, after FROM audit_event WHERE action = $1 ORDER BY number DESC',
    [action],
  );
const sql = (text: string, ...values: unknown[]) =>
  served.database.query<Record<string, unknown>[]>(text, values);

describe('a key', () => {
  it('is shown once, stored as its hash, listed with its last use, and leaves a row in the trail', async () => {
    const { key, id, ...rest } = await made(lead);
    expect(key).toMatch(/^dti_[a-z2-7]{8}_[\w-]{43}$/);
    expect(rest).toMatchObject({ state: 'active', role: 'unit_lead', unitId: 'hue', lastUsedAt: null });
    const stored = JSON.stringify(await sql(`SELECT * FROM api_key WHERE id = $1`, id));
    const [row] = await trail('key.make');
    expect(row).toMatchObject({ person_id: lead.personId, object: `key:${id}`, outcome: 'done' });
    const listed = await own(lead);
    for (const text of [stored, JSON.stringify(row), JSON.stringify(listed)])
      expect(text).not.toContain(key.slice(13));

    expect(of(await by(key, '/session'))[0]).toBe(200);
    await sql(`UPDATE api_key SET last_used_at = now() - interval '10 seconds' WHERE id = $1`, id);
    await by(key, '/session', { remoteAddress: '10.9.8.7' });
    const [recent] = await own(lead);
    expect([recent?.lastUsedAddress, recent?.lastUsedAt === null]).toEqual(['127.0.0.1', false]);
    await sql(`UPDATE api_key SET last_used_at = now() - interval '2 minutes' WHERE id = $1`, id);
    await by(key, '/session', { remoteAddress: '10.9.8.7' });
    expect((await own(lead))[0]?.lastUsedAddress).toBe('10.9.8.7');
  });

  it('does what it was made for, for its unit, and nothing else', async () => {
    const { key } = await made(lead, { actions: ['duty-submission.record'] });
    const { path: guided, body } = guideExample();
    const headers = { 'content-type': 'application/json' };
    const recorded = await by(key, guided, { method: 'POST', headers, body });
    expect([recorded.status, recorded.json()['unitId']]).toEqual([201, 'hue']);
    const other: readonly [string, Asked][] = [
      ['/me/keys', { method: 'POST', body: REQUEST }],
      ['/me/keys', {}],
      ['/keys', {}],
      ['/settings/target_tracking', { method: 'PUT', body: { value: {}, reason: 'thử' } }],
      ['/tasks/A.1/statuses', { method: 'POST', body: {} }],
    ];
    for (const [path, asked] of other) expect(of(await by(key, path, asked))).toEqual([403, 'NOT_PERMITTED']);
  });

  it('of an operator cannot be made for anything: administration is not done by keys', async () => {
    for (const action of [
      'key.manage',
      'person.manage',
      'role.grant',
      'setting.decide',
      'unpublished.read',
    ]) {
      expect(of(await make(operator, { actions: [action] }))).toEqual([422, 'KEY_ACTION_NOT_ALLOWED']);
    }
  });

  it('for a role that wants a second factor wants it in the session', async () => {
    const held = [{ role: 'assessor', unit: MINISTRY }];
    const asked = { actions: ['import.write'] };
    expect(of(await make(await served.signIn(held, 'one-factor'), asked))).toEqual([
      403,
      'SECOND_FACTOR_NEEDED',
    ]);
    const { key, role } = await made(await served.signIn(held), asked);
    expect(role).toBe('assessor');
    expect(of(await by(key, '/session'))[0]).toBe(200);
  });

  it.each<[string, object, number, string]>([
    ['a role of somebody else', { grant: '1' }, 422, 'KEY_GRANT_UNKNOWN'],
    ['an action of another role', { actions: ['import.write'] }, 422, 'KEY_ACTION_NOT_ALLOWED'],
    ['a life of years', { expiresInDays: 366 }, 400, 'REQUEST_INVALID'],
    ['no life', { expiresInDays: 0 }, 400, 'REQUEST_INVALID'],
    ['no action', { actions: [] }, 400, 'REQUEST_INVALID'],
    ['a field of the table', { personId: '00000000-0000-0000-0000-000000000000' }, 400, 'REQUEST_INVALID'],
    ['a role by its name', { role: 'operator' }, 400, 'REQUEST_INVALID'],
    ['no name', { name: ' ' }, 400, 'REQUEST_INVALID'],
    ['a name with what cannot be seen', { name: 'a\u202eb' }, 400, 'REQUEST_INVALID'],
  ])('is not made with %s', async (_what, change, status, code) => {
    const before = (await own(lead)).length;
    expect(of(await make(lead, change))).toEqual([status, code]);
    expect(await own(lead)).toHaveLength(before);
  });

  it('is one of twenty at most', async () => {
    const person = await served.signIn([{ role: 'unit_lead', unit: 'da-nang' }]);
    const statuses: number[] = [];
    for (let each = 0; each < 21; each += 1) statuses.push((await make(person)).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(409);
  });
});

describe('a key that does not hold has one answer', () => {
  it.each<[string, (key: MadeApiKeyDto, who: SignedIn) => Promise<unknown>]>([
    ['revoked', ({ id }, who) => served.askAs(who, `/me/keys/${id}`, { method: 'DELETE' })],
    ['expired', ({ id }) => sql(`UPDATE api_key SET expires_at = now() WHERE id = $1`, id)],
    [
      'of a role that was revoked',
      (_key, who) => sql(`UPDATE role_grant SET revoked_at = now() WHERE id = $1`, who.grantIds[0]),
    ],
    [
      'of a role that is over',
      (_key, who) => sql(`UPDATE role_grant SET valid_to = '2024-01-01' WHERE id = $1`, who.grantIds[0]),
    ],
    [
      'of somebody suspended',
      (_key, who) =>
        sql(
          `UPDATE person SET suspended_at = now(), suspended_by = 'x', suspended_reason = 'x' WHERE id = $1`,
          who.personId,
        ),
    ],
  ])('%s', async (_what, end) => {
    const who = await served.signIn([{ role: 'unit_lead', unit: 'hue' }]);
    const key = await made(who);
    expect((await by(key.key, '/session')).status).toBe(200);
    await end(key, who);
    const answer = await by(key.key, '/session');
    expect(of(answer)).toEqual(NOT_VALID);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    const unknown = await by(`dti_aaaaaaaa_${'A'.repeat(43)}`, '/session');
    expect(answer.json()).toEqual(unknown.json());
    const [row] = (await trail('key.refuse')).slice(1);
    expect(row).toMatchObject({ object: `key:${key.id}`, outcome: 'refused', after: null });
  });

  it.each([
    'dti_x',
    'Bearer',
    `dti_aaaaaaaa_${'A'.repeat(42)}`,
    'eyJhbGciOiJub25lIn0.e30.',
    '"; DROP TABLE api_key; --',
  ])('made up: %s', async (key) => {
    expect(of(await by(key.replaceAll(' ', ''), '/session'))).toEqual(NOT_VALID);
  });

  it('of an account for trying out holds on this machine alone', async () => {
    const demo = await served.signIn([{ role: 'unit_lead', unit: 'hue' }], 'demo');
    const { key } = await made(demo);
    expect((await by(key, '/session')).status).toBe(200);
    expect(of(await by(key, '/session', { remoteAddress: '10.0.0.8' }))).toEqual(NOT_VALID);
  });

  it('in the address is refused with what to do, and is not repeated', async () => {
    const { key } = await made(lead);
    for (const path of [`/session?key=${key}`, `/units/${key}`]) {
      const answer = await served.askAs(null, path);
      expect(of(answer)).toEqual([400, 'KEY_IN_ADDRESS']);
      expect(answer.text).not.toContain(key);
    }
  });

  it('locks out an address that tries a hundred', async () => {
    const remoteAddress = '10.1.2.3';
    const codes = new Set<unknown>();
    for (let each = 0; each < 101; each += 1) {
      codes.add(of(await by(`dti_aaaaaaaa_${'A'.repeat(43)}`, '/session', { remoteAddress }))[1]);
    }
    expect([...codes]).toEqual(['KEY_NOT_VALID', 'KEY_THROTTLED']);
    const { key } = await made(lead);
    const answer = await by(key, '/session', { remoteAddress });
    expect([answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await by(key, '/session')).status).toBe(200);
  });
});

describe('keys of others', () => {
  it('are not seen or revoked by their id, and not by who is no operator', async () => {
    const stranger = await served.signIn([{ role: 'unit_lead', unit: 'da-nang' }]);
    const { id } = await made(lead);
    expect(of(await served.askAs(stranger, `/me/keys/${id}`, { method: 'DELETE' }))).toEqual([
      404,
      'KEY_NOT_FOUND',
    ]);
    expect((await own(stranger)).map((key) => key.id)).not.toContain(id);
    for (const asked of [{}, { method: 'DELETE' }] as const) {
      const path = asked.method === 'DELETE' ? `/keys/${id}` : '/keys';
      expect(of(await served.askAs(stranger, path, asked))).toEqual([403, 'NOT_PERMITTED']);
      expect(of(await served.askAs(null, path, asked))).toEqual([401, 'SIGN_IN_NEEDED']);
    }
  });

  it('are listed and revoked by the operator, with a row in the trail', async () => {
    const { id, key, prefix } = await made(lead, { name: 'Cổng của Huế' });
    const list = async (query: string) =>
      (await served.askAs(operator, `/keys?${query}`))
        .json<{ items: HeldApiKeyDto[] }>()
        .items.map((one) => one.id);
    expect(await list(`q=${encodeURIComponent('cổng của huế')}`)).toEqual([id]);
    expect(await list(`q=${prefix}&state=active`)).toEqual([id]);
    expect(await list('q=%25')).toEqual([]);
    expect((await served.askAs(operator, `/keys/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(of(await by(key, '/session'))).toEqual(NOT_VALID);
    expect(await list(`q=${prefix}&state=revoked`)).toEqual([id]);
    const revoked = await trail('key.revoke');
    expect(revoked[0]).toMatchObject({ person_id: operator.personId, object: `key:${id}`, outcome: 'done' });
    // Once is enough: a second time changes nothing and leaves no row.
    expect((await served.askAs(operator, `/keys/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await trail('key.revoke')).toHaveLength(revoked.length);
  });

  it('are listed and revoked from the command line', async () => {
    const { id, key, prefix } = await made(lead, { name: 'Từ dòng lệnh' });
    const run = (...words: string[]) =>
      printed(() =>
        runCli(['key', ...words], { databaseUrl: async () => served.databaseUrl, embeddedDatabase: true }),
      );
    const { stdout } = await run('list', '--state', 'active');
    expect(stdout).toMatch(new RegExp(`^${id} +dti_${prefix} +active +unit_lead@hue `, 'm'));
    expect((await run('revoke', id)).result).toBe(0);
    expect(of(await by(key, '/session'))).toEqual(NOT_VALID);
    expect((await trail('key.revoke'))[0]).toMatchObject({ person_id: null, object: `key:${id}` });
    expect((await run('revoke', 'dti_x')).result).toBe(2);
    expect((await run('list', '--state', 'lost')).result).toBe(2);
  });
});
