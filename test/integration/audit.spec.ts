import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { AuditChainService } from '../../api/src/features/audit/audit-chain.service.ts';
import { AuditLog } from '../../api/src/platform/audit/audit-log.ts';
import type { SignedIn } from '../support/signed-in.ts';
import { outcomeOf } from '../support/refused-statements.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

const RULE = '/settings/target_tracking';
const NOT_ALLOWED = '42501';

interface TrailRow {
  readonly number: string;
  readonly action: string;
  readonly object: string;
  readonly outcome: string;
  readonly person_id: string | null;
  readonly role: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

let served: ServedApplication;
/** Connects as the application does. */
let application: DataSource;
let auditor: SignedIn;
beforeAll(async () => {
  served = await serveApplication();
  application = await new DataSource({ type: 'postgres', url: served.databaseUrl }).initialize();
  auditor = await served.signIn([{ role: 'auditor' }]);
}, 60_000);
afterAll(async () => {
  await application?.destroy();
  await served?.close();
});

const verify = () => served.get(AuditChainService).verify();
const faults = async () => (await verify()).faults;
const newest = async (): Promise<TrailRow | undefined> => {
  const rows = await served.database.query<TrailRow[]>(
    `SELECT * FROM audit_event WHERE action <> 'audit.read' ORDER BY number DESC LIMIT 1`,
  );
  return rows[0];
};
const count = async () =>
  Number((await served.database.query<{ n: string }[]>('SELECT count(*) AS n FROM audit_event'))[0]?.n);

/** As the keeper of the server could, past every trigger and grant. */
async function asSuperuser(...statements: readonly string[]): Promise<void> {
  const url = new URL(process.env['TEST_ADMIN_DATABASE_URL'] ?? '');
  url.pathname = new URL(served.databaseUrl).pathname;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('the role of the application', () => {
  it.each([
    ['alters an event', `UPDATE audit_event SET actor = 'x'`],
    ['removes an event', 'DELETE FROM audit_event'],
    ['empties the trail', 'TRUNCATE audit_event'],
    [
      'puts an event in past the chain',
      'INSERT INTO audit_event SELECT (jsonb_populate_record(e, \'{"number": 9999}\')).* FROM audit_event e LIMIT 1',
    ],
    ['sets the head back', 'UPDATE audit_head SET number = 0'],
    ['removes the head', 'DELETE FROM audit_head'],
    ['alters a seal', `UPDATE audit_seal SET count = 0`],
    ['removes a seal', 'DELETE FROM audit_seal'],
    ['makes a seal', 'INSERT INTO audit_seal SELECT * FROM audit_seal'],
    ['switches a trigger off', 'ALTER TABLE audit_event DISABLE TRIGGER ALL'],
    ['switches all triggers off', 'SET session_replication_role = replica'],
    ['puts another function in place', 'DROP FUNCTION append_audit_event'],
    [
      'chains an event of its own making',
      'SELECT chain_audit_event(e) FROM audit_event e ORDER BY number LIMIT 1',
    ],
  ])('never %s', async (_what, statement) => {
    const before = await count();
    expect(await outcomeOf(application, statement)).toBe(NOT_ALLOWED);
    expect(await count()).toBe(before);
  });

  it('cannot say number, time or hash', async () => {
    const forged = `SELECT append_audit_event('cli', NULL, NULL, NULL, NULL, 'x.y', 'x', NULL, 'done', NULL, NULL, NULL,
      '00000000-0000-4000-8000-000000000000', hash => '\\x00')`;
    expect(await outcomeOf(application, forged)).toBe('42883');
  });

  it('not even the owner alters or removes by a slip of the hand', async () => {
    expect(await outcomeOf(served.database, `UPDATE audit_event SET actor = 'x'`)).toBe('23000');
    expect(await outcomeOf(served.database, 'DELETE FROM audit_seal')).toBe('done');
    expect(await outcomeOf(served.database, 'TRUNCATE audit_event')).toBe('23000');
  });
});

describe('what happens is in the trail', () => {
  it('a change: who, under which role, what, before and after; within its transaction', async () => {
    const put = (value: object) => served.ask(RULE, { method: 'PUT', body: { value, reason: 'Phân công' } });
    expect((await put({ 'III.4': 'Cục A' })).status).toBe(200);
    expect((await put({ 'III.4': 'Cục B' })).status).toBe(200);
    expect(await newest()).toMatchObject({
      action: 'setting.decide',
      object: 'setting:target_tracking',
      outcome: 'done',
      role: 'operator',
      person_id: served.staff?.personId,
      before: { value: { 'III.4': 'Cục A' } },
      after: { value: { 'III.4': 'Cục B' }, reason: 'Phân công' },
    });
  });

  it('a refusal, and its repetitions of a minute as one', async () => {
    const lead = await served.signIn([{ role: 'unit_lead', unit: 'hue' }]);
    const before = await count();
    for (let time = 0; time < 5; time += 1) {
      const answer = await served.askAs(lead, RULE, { method: 'PUT', body: { value: {}, reason: 'thử' } });
      expect(answer.status).toBe(403);
    }
    expect((await count()) - before).toBe(1);
    expect(await newest()).toMatchObject({
      action: 'setting.decide',
      object: 'route:PUT /api/v1/settings/target_tracking',
      outcome: 'refused',
      person_id: lead.personId,
      after: { code: 'NOT_PERMITTED' },
    });
  });

  it('the load of the reference data, once for all its rows', async () => {
    const rows: TrailRow[] = await served.database.query(
      `SELECT * FROM audit_event WHERE action = 'seed.load'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('nothing of what was rolled back, and no gap where it would have been', async () => {
    const before = await count();
    const log = served.get(AuditLog);
    await expect(
      application.transaction(async (manager) => {
        await log.record({ action: 'setting.decide', object: 'setting:x' }, manager);
        throw new Error('given up');
      }),
    ).rejects.toThrow('given up');
    expect(await count()).toBe(before);
    await log.record({ action: 'setting.decide', object: 'setting:y' });
    expect(await faults()).toEqual([]);
  });

  it('of many who write at once, one after another in one chain', async () => {
    const before = await count();
    const log = served.get(AuditLog);
    const writers = Array.from({ length: 20 }, (_, at) =>
      Promise.all([1, 2, 3].map(() => log.record({ action: 'setting.decide', object: `setting:${at}` }))),
    );
    await Promise.all(writers);
    const report = await verify();
    expect(report).toMatchObject({ checked: before + 60, first: 1, last: before + 60, faultCount: 0 });
  });
});

describe('whoever audits', () => {
  it('reads by filters with the names of today, and the reading is recorded once', async () => {
    const before = await count();
    const answer = await served.askAs(auditor, '/audit-events?action=setting.decide&outcome=refused');
    const { items, total } = answer.json<{ items: Record<string, unknown>[]; total: number }>();
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ personName: 'Spec', actionVi: 'Quyết định thiết lập', intact: true });
    expect((await count()) - before).toBe(1);
    const found = async (query: string) =>
      (await served.askAs(auditor, `/audit-events?${query}`)).json<{ total: number }>().total;
    expect(await found('object=setting&q=c%E1%BB%A5c%20b')).toBe(1);
    expect(await found(`person=${auditor.personId}`)).toBe(2);
    expect(await found('to=2020-01-01')).toBe(0);
    expect(await found("q=%25'--")).toBe(0);
  });

  it('takes it away as CSV and as JSON lines, in its own order', async () => {
    const csv = (await served.askAs(auditor, '/audit-events.csv')).text;
    expect(csv.startsWith('\ufeffnumber,previousHash,at,actor,')).toBe(true);
    const lines = (await served.askAs(auditor, '/audit-events.jsonl')).text.trim().split('\n');
    const numbers = lines.map((line) => (JSON.parse(line) as { number: number }).number);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ action: 'audit.read', after: { file: 'csv' } });
  });

  it('is nobody else', async () => {
    const asked = ['/audit-events', '/audit-events.csv', '/audit-seals', '/audit-chain'];
    const answers = await Promise.all(asked.map((path) => served.ask(path)));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});

describe('a seal', () => {
  it('is made for each day that is over, once, and names what is cut off behind it', async () => {
    // Yesterday's and the day before's: the clock of a database cannot be turned back.
    await asSuperuser(`UPDATE audit_event SET at = at - interval '2 days' WHERE number <= 3`);
    await rehash();
    const chain = served.get(AuditChainService);
    expect(await faults()).toEqual([]);
    const seals = await chain.seal();
    expect(seals.map(({ firstNumber, lastNumber, count: of }) => [firstNumber, lastNumber, of])).toEqual([
      [1, 3, 3],
      [null, 3, 0],
    ]);
    expect(await chain.seal()).toEqual([]);
    expect(await verify()).toMatchObject({ faultCount: 0, seals: 2 });
    const state = (await served.askAs(auditor, '/audit-chain')).json();
    expect(state).toMatchObject({ faultCount: 0, lastSeal: { lastNumber: 3 } });
  });
});

describe('what a superuser does past all of it is named', () => {
  it('one event altered, one removed, the tail cut off', async () => {
    const last = await count();
    await asSuperuser(
      `UPDATE audit_event SET after = '{"value":1}' WHERE number = 5`,
      'DELETE FROM audit_event WHERE number = 8',
      `DELETE FROM audit_event WHERE number = ${last}`,
    );
    const found = await faults();
    expect(found).toMatchObject([
      { code: 'EVENT_ALTERED', number: 5 },
      { code: 'EVENTS_REMOVED', from: 8, to: 8 },
      { code: 'TAIL_REMOVED', from: last, to: last },
    ]);
  });

  it('the chain made anew from the second event on, by the seal of its day', async () => {
    await asSuperuser(`UPDATE audit_event SET actor = 'nobody' WHERE number = 2`);
    await rehash();
    const codes = (await faults()).map(({ code }) => code);
    expect(codes).toContain('SEALED_EVENT_DIFFERS');
  });
});

/** Makes every hash anew, as somebody who wants to hide an alteration would. */
async function rehash(): Promise<void> {
  await asSuperuser(`
    DO $$
    DECLARE
      event audit_event;
      former bytea := decode(repeat('00', 32), 'hex');
    BEGIN
      FOR event IN SELECT * FROM audit_event ORDER BY number LOOP
        event.previous_hash := former;
        former := audit_event_hash(event);
        UPDATE audit_event SET previous_hash = event.previous_hash, hash = former WHERE number = event.number;
      END LOOP;
      UPDATE audit_head SET hash = former, number = (SELECT max(number) FROM audit_event);
    END $$`);
}
