import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { TABLE_CLASSES } from '../../api/src/platform/database/table-classes.ts';
import { PLANTED, plantUnpublished, type Planted } from '../support/planted-rows.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

/** SQLSTATE insufficient_privilege. */
const DENIED = '42501';
const [OWN, OTHER] = ['phu-tho-2025', 'hue'];

let served: ServedApplication;
let planted: Readonly<Record<string, Planted>>;
/** As the application connects, with whatever scope. */
let app: Client;

beforeAll(async () => {
  served = await serveApplication('loaded');
  planted = {
    [OWN]: await plantUnpublished(served.database, OWN),
    [OTHER]: await plantUnpublished(served.database, OTHER),
  };
  app = new Client({ connectionString: served.databaseUrl });
  await app.connect();
}, 60_000);
afterAll(async () => {
  await app?.end();
  await served?.close();
});

async function scoped(reads: string, writes = ''): Promise<void> {
  await app.query(`SELECT set_config('dti.reads', $1, false), set_config('dti.writes', $2, false)`, [
    reads,
    writes,
  ]);
}

/** Tables in which the planted row of a unit is seen. */
async function seen(unit: string): Promise<string[]> {
  const found: string[] = [];
  for (const [table, where] of Object.entries(PLANTED)) {
    const { rowCount } = await app.query(`SELECT 1 FROM ${table} WHERE ${where}`, [planted[unit]?.mark]);
    if (rowCount === 1) found.push(table);
  }
  return found;
}

async function outcome(statement: string, values: unknown[] = []): Promise<string> {
  await app.query('BEGIN');
  try {
    const { rowCount } = await app.query(statement, values);
    return `${rowCount}`;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await app.query('ROLLBACK');
  }
}

const EVERYTHING = Object.keys(PLANTED);
/** What is of the ministry or of all units together is not seen by one unit. */
const WHOLE = ['data_import', 'edition', 'edition_assessment', 'check_figure', 'national_database_assertion'];

describe('rows that are not released', () => {
  it('are nobody’s where nothing is said of the caller', async () => {
    await scoped('');
    expect([await seen(OWN), await seen(OTHER)]).toEqual([[], []]);
    await app.query('RESET ALL');
    expect([await seen(OWN), await seen(OTHER)]).toEqual([[], []]);
  });

  it('are seen for the unit that is read for, and for no other', async () => {
    await scoped(`{${OWN}}`);
    expect(await seen(OWN)).toEqual(EVERYTHING.filter((table) => !WHOLE.includes(table)));
    expect(await seen(OTHER)).toEqual([]);
  });

  it('are seen by whoever reads everything', async () => {
    await scoped('*');
    expect([await seen(OWN), await seen(OTHER)]).toEqual([EVERYTHING, EVERYTHING]);
  });

  it('are seen in a sample, whose figures are nobody’s', async () => {
    await served.database.query(
      `INSERT INTO data_set (code, kind, name_vi, name_en) VALUES ('spec-sample', 'sample', 'x', 'x')`,
    );
    await served.database.query(
      `INSERT INTO observation (data_set, unit_id, data_element, period, value, status, written_by)
       VALUES ('spec-sample', $1, 'dti.total', '2023', 0.5, 'A', 'spec')`,
      [OTHER],
    );
    await scoped('');
    expect(await outcome(`SELECT 1 FROM observation WHERE data_set = 'spec-sample'`)).toBe('1');
    // One that is no sample cannot call itself otherwise than official.
    await expect(
      served.database.query(
        `INSERT INTO data_set (code, kind, name_vi, name_en) VALUES ('second', 'official', 'x', 'x')`,
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });
});

const observationOf = (unit: string, released = 'NULL') =>
  `INSERT INTO observation (unit_id, data_element, period, value, status, written_by, released_on)
   VALUES ('${unit}', 'dti.total', '2024', 0.5, 'A', 'spec', ${released})`;
const statusOf = (unit: string) =>
  `INSERT INTO task_status (task_code, unit_id, state, as_of, note, recorded_by)
   VALUES ('B.I.1', '${unit}', 'done', '2025-06-01', 'x', 'spec') RETURNING id`;
const stepOf = (database = '') =>
  `INSERT INTO database_inventory_step (database_id, period, action, actor, done_on, written_by)
   VALUES (${database}, '2024', 'assess', 'x', '2024-11-01', 'spec')`;

describe('rows are written', () => {
  it('for the own unit alone, and are not released by whoever wrote them', async () => {
    await scoped(`{${OWN}}`, `{${OWN}}`);
    expect(await outcome(observationOf(OWN))).toBe('1');
    expect(await outcome(statusOf(OWN))).toBe('1');
    expect(await outcome(stepOf(planted[OWN]?.databaseId))).toBe('1');
    expect(await outcome(observationOf(OWN, 'current_date'))).toBe(DENIED);
    expect(await outcome(observationOf(OTHER))).toBe(DENIED);
    expect(await outcome(statusOf(OTHER))).toBe(DENIED);
    expect(await outcome(stepOf(planted[OTHER]?.databaseId))).toBe(DENIED);
    expect(
      await outcome(`INSERT INTO registered_database (unit_id, written_by) VALUES ('${OTHER}', 'spec')`),
    ).toBe(DENIED);
    expect(
      await outcome(`UPDATE observation SET released_on = current_date WHERE note = $1`, [
        planted[OWN]?.mark,
      ]),
    ).toBe('0');
  });

  it('by nobody who writes nothing', async () => {
    await scoped(`{${OWN}}`);
    expect([await outcome(observationOf(OWN)), await outcome(statusOf(OWN))]).toEqual([DENIED, DENIED]);
  });

  it('for a task that its lead answers, by the lead alone', async () => {
    const [task] = await served.database.query<{ code: string; leads: string[] }[]>(
      `SELECT code, leads FROM task WHERE answered_by = 'lead' AND leads[1] IN (SELECT id FROM organisation_unit) LIMIT 1`,
    );
    const lead = task?.leads[0] ?? '';
    const status = `INSERT INTO task_status (task_code, state, as_of, note, recorded_by)
                    VALUES ('${task?.code}', 'done', '2025-06-01', 'x', 'spec') RETURNING id`;
    await scoped(`{${lead}}`, `{${lead}}`);
    expect(await outcome(status)).toBe('1');
    await scoped(`{${OTHER}}`, `{${OTHER}}`);
    expect(await outcome(status)).toBe(DENIED);
  });

  it('once released, a figure is not released again nor taken back, and nothing else of it changes', async () => {
    await scoped('*', '*');
    const mark = [planted[OWN]?.mark];
    const change = (set: string) => outcome(`UPDATE observation SET ${set} WHERE note = $1`, mark);
    expect(await change('released_on = current_date')).toBe('1');
    expect(await change('released_on = current_date, value = 0.9')).toBe('23000');
    expect(await change('released_on = NULL')).toBe('23000');
    expect(
      await outcome(`UPDATE observation SET released_on = current_date WHERE released_on IS NOT NULL`),
    ).toBe('23000');
    expect(
      await outcome(`UPDATE assessment SET released_on = current_date WHERE input_hash = $1`, mark),
    ).toBe('1');
  });
});

describe('the role of the application', () => {
  it('owns nothing and is bound by row-level security', async () => {
    await scoped('');
    const { rows } = await app.query(
      `SELECT rolsuper, rolbypassrls, rolcreaterole,
              (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned,
              (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships
       FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0, memberships: 0 },
    ]);
  });

  it.each([
    ['turns the policies off', 'ALTER TABLE observation DISABLE ROW LEVEL SECURITY'],
    ['drops a policy', 'DROP POLICY observation_read ON observation'],
    ['makes one', 'CREATE POLICY mine ON observation USING (true)'],
    [
      'replaces a function',
      'CREATE OR REPLACE FUNCTION scope_reads_all() RETURNS boolean LANGUAGE sql AS $$ SELECT true $$',
    ],
    ['makes a function beside', 'CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
    ['becomes the owner', 'SET ROLE spec_owner'],
    ['becomes a superuser', 'SET SESSION AUTHORIZATION postgres'],
    ['empties a table', 'TRUNCATE observation CASCADE'],
  ])('never %s', async (_what, statement) => {
    expect(await outcome(statement)).toBe(DENIED);
  });

  it('is refused rather than shown everything where it asks for no row security', async () => {
    await app.query('SET row_security = off');
    expect(await outcome('SELECT 1 FROM observation')).toBe(DENIED);
    await app.query('RESET row_security');
  });
});

describe('every table', () => {
  it('has its class, and row-level security where that says so', async () => {
    const rows = await served.database.query<{ name: string; secured: boolean; policies: number }[]>(
      `SELECT c.relname AS name, c.relrowsecurity AS secured,
              (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
       FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
         AND c.relname <> 'planted' ORDER BY c.relname`,
    );
    expect(rows.map(({ name }) => name).filter((name) => TABLE_CLASSES[name] === undefined)).toEqual([]);
    const bySecurity = rows.filter(({ secured, policies }) => secured && policies > 0);
    const byClass = Object.entries(TABLE_CLASSES).filter(
      ([, kind]) => kind === 'unit' || kind === 'ministry',
    );
    expect(bySecurity.map(({ name }) => name)).toEqual(byClass.map(([name]) => name).sort());
  });

  it('that has a unit, a data set or a day of release is one of them', async () => {
    const rows = await served.database.query<{ name: string }[]>(
      `SELECT DISTINCT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name IN ('released_on', 'data_set') ORDER BY 1`,
    );
    const open = rows.filter(({ name }) => !['unit', 'ministry'].includes(TABLE_CLASSES[name] ?? ''));
    // The set itself, what is loaded of it, and views, which have the rights of whoever asks.
    expect(open.map(({ name }) => name)).toEqual(['current_observation', 'sample_load', 'search_entry']);
    const views = await served.database.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace
         AND NOT coalesce(reloptions @> '{security_invoker=true}', false)`,
    );
    expect(views).toEqual([]);
  });

  it('is looked across by functions of the owner alone whose search path is their own', async () => {
    const rows = await served.database.query<{ name: string }[]>(
      `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
         AND NOT coalesce(array_to_string(proconfig, ',') LIKE '%search_path=%', false)`,
    );
    expect(rows).toEqual([]);
  });
});
