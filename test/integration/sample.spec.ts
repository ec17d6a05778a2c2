import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { createHash } from 'node:crypto';
import type { EditionDto } from '../../api/src/features/editions/edition.dto.ts';
import { stateAfter, type InventoryAction } from '../../api/src/features/databases/inventory-flow.ts';
import { SampleService } from '../../api/src/seeding/sample/sample.service.ts';
import { zipEntries } from '../support/zip-entries.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
let before: Readonly<Record<string, readonly string[]>>;
let official: Readonly<Record<string, string>>;
let sample: SampleService;
const lines: string[] = [];

beforeAll(async () => {
  served = await serveApplication();
  sample = served.get(SampleService);
  before = await officialRows();
  official = await hashes();
  await sample.load(undefined, (line) => lines.push(line));
}, 180_000);
afterAll(() => served?.close());

/** Every row of every table as text, in an order of its own; those marked as of a sample left out. */
async function officialRows(): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = await served.database.query<{ name: string; marked: boolean }[]>(`
    SELECT c.relname AS name,
           EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'data_set') AS marked
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
      -- The trail grows with everything that is done, and a session is used.
      AND c.relname !~ '^(audit_|person_session$)' ORDER BY 1`);
  const entries: [string, readonly string[]][] = [];
  for (const { name, marked } of tables) {
    const where = marked ? `WHERE data_set = 'official'` : '';
    const rows = await served.database.query<{ row: string }[]>(
      `SELECT t::text AS row FROM ${name} t ${where} ORDER BY 1`,
    );
    entries.push([name, rows.map(({ row }) => row)]);
  }
  return Object.fromEntries(entries);
}

/** One hash for each table, to compare the whole of it. */
async function hashes(): Promise<Readonly<Record<string, string>>> {
  const entries = Object.entries(await officialRows()).map(([table, rows]) => [
    table,
    createHash('sha256').update(rows.join('\n')).digest('hex'),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

async function counted(sql: string): Promise<number> {
  const [row] = await served.database.query<{ count: string }[]>(`SELECT count(*) FROM ${sql}`);
  return Number(row?.count);
}

describe('a sample that is loaded', () => {
  it('is in a data set of its own, marked in every row, with its progress told', async () => {
    const sets = (await served.ask('/data-sets')).json<{ code: string; sample: boolean }[]>();
    expect(sets.map(({ code, sample: invented }) => [code, invented])).toEqual([
      ['official', false],
      ['sample', true],
    ]);
    expect(await counted(`observation WHERE data_set = 'sample'`)).toBeGreaterThan(10_000);
    expect(lines[0]).toMatch(/^\d+ sample figures of \d+ reports, \d+ records, \d+ databases$/);
  });

  it('changes no official row', async () => {
    const now = await officialRows();
    for (const [table, rows] of Object.entries(before)) {
      // Parts of results carry no mark of their own and stand beside the official ones.
      const there = new Set(now[table]);
      expect([table, rows.filter((row) => !there.has(row))]).toEqual([table, []]);
    }
  });

  it('does not show where no data set is asked for', async () => {
    const figures = (await served.ask('/observations?size=1')).json<{ total: number }>();
    expect(figures.total).toBe(await counted(`current_observation WHERE data_set = 'official'`));
    const editions = (await served.ask('/editions?size=500')).json<{ items: EditionDto[] }>();
    expect(editions.items.some((edition) => edition.sample)).toBe(false);
    const ranking = (await served.ask('/rankings')).json<{ editionCode: string; sample: boolean }>();
    expect(ranking).toMatchObject({ editionCode: 'dti-2022', sample: false });
  });

  it('loaded again with the same seed is left as it is', async () => {
    const before = await counted(`observation`);
    expect(await sample.load()).toBe(false);
    expect(await counted(`observation`)).toBe(before);
  });

  it('refuses a change of its rows all the same', async () => {
    await expect(
      served.database.query(`UPDATE observation SET value = 1 WHERE data_set = 'sample'`),
    ).rejects.toMatchObject({ code: '23000' });
  });
});

describe('the records of a sample', () => {
  it('have an inventory in every state of the flow, and none that the flow does not allow', async () => {
    const rows = await served.database.query<{ actions: InventoryAction[] }[]>(`
      SELECT array_agg(action ORDER BY id) AS actions FROM database_inventory_step
      WHERE data_set = 'sample' GROUP BY database_id, period`);
    const states = new Set(rows.map(({ actions }) => stateAfter(actions)));
    expect(states).toEqual(new Set(['assessed', 'sent', 'returned', 'verified', 'remedied', 'reported']));
  });

  it('have reports that came late and reports that were returned, each after the one before', async () => {
    const late = await counted(
      `duty_submission WHERE data_set = 'sample' AND happened_on > (period || '-12-31')::date`,
    );
    const returned = await counted(`duty_submission WHERE data_set = 'sample' AND action = 'returned'`);
    expect(Math.min(late, returned)).toBeGreaterThan(5);
    const wrong =
      await counted(`duty_submission a JOIN duty_submission b USING (data_set, duty_code, unit_id, period)
      WHERE a.id < b.id AND a.happened_on > b.happened_on`);
    expect(wrong).toBe(0);
  });

  it('have a task in every state, and part B by units that exist on the day', async () => {
    const states = await served.database.query<{ state: string }[]>(
      `SELECT DISTINCT state FROM task_status WHERE data_set = 'sample'`,
    );
    expect(new Set(states.map(({ state }) => state))).toEqual(
      new Set(['not_started', 'in_progress', 'done']),
    );
    const gone = await counted(`task_status s JOIN organisation_unit u ON u.id = s.unit_id
      WHERE s.as_of > u.valid_to OR s.as_of < u.valid_from`);
    expect(gone).toBe(0);
  });

  it('agree with the figures: the national databases that are complete are those asserted to be', async () => {
    const asserted = await counted(`(SELECT database_id FROM national_database_assertion
      WHERE data_set = 'sample' AND period = '2025' AND aspect IN ('digitised', 'kept-up-to-date', 'in-effective-use')
      GROUP BY 1 HAVING bool_and(state = 'yes')) complete`);
    const [figure] = await served.database.query<{ value: string }[]>(`SELECT value FROM current_observation
      WHERE data_set = 'sample' AND unit_id = 'viet-nam' AND data_element = 'data.national.complete' AND period = '2025'`);
    expect(asserted).toBeGreaterThanOrEqual(Number(figure?.value));
  });

  it.each([
    '/tasks?dataSet=sample',
    '/tasks/matrix?dataSet=sample',
    '/targets?dataSet=sample&period=2025',
    '/databases/national?dataSet=sample&period=2025',
    '/databases?dataSet=sample',
    '/duties/due-dates?dataSet=sample&from=2025-12-01&to=2025-12-31',
    '/rankings?dataSet=sample',
    '/units/hue/history?dataSet=sample',
  ])('are read by %s, and said to be of a sample', async (path) => {
    const answer = await served.ask(path);
    expect([path, answer.status, answer.status === 200 && answer.json()['sample']]).toEqual([
      path,
      200,
      true,
    ]);
  });
});

describe('the files of a sample', () => {
  const edition = 'data-2026-sample-2025';

  it('are marked row by row in CSV, and by their name', async () => {
    const { text, headers } = await served.ask(`/rankings.csv?edition=${edition}`);
    const [heading, ...rows] = text.trim().split('\n');
    expect(heading).toMatch(/^\ufeff?Bộ số liệu,/);
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) expect(row.startsWith('DỮ LIỆU MẪU,')).toBe(true);
    expect(headers['content-disposition']).toContain('du-lieu-mau-');
    expect((await served.ask('/rankings.csv?edition=dti-2022')).text).not.toContain('MẪU');
  });

  it.each(['tasks.csv', 'targets.csv', 'databases.csv', 'duties/due-dates.csv'])(
    'are marked row by row in %s as well, and official ones are not',
    async (path) => {
      const text = async (dataSet: string) =>
        (
          await served.ask(
            `/${path}?dataSet=${dataSet}&from=2025-12-01&to=2025-12-31`.replace(
              /&from.*/,
              path.startsWith('duties') ? '$&' : '',
            ),
          )
        ).text;
      const rows = parse(await text('sample'), { bom: true }) as string[][];
      expect(rows.length).toBeGreaterThan(5);
      // In words, or in a column of the data set: what is copied row by row keeps either.
      for (const row of rows.slice(1)) expect(row.join('|')).toMatch(/DỮ LIỆU MẪU|\|sample$/);
      expect(await text('official')).not.toMatch(/DỮ LIỆU MẪU|,sample\r?$/m);
    },
  );

  it('are marked row by row in the workbook, and on its sheet', async () => {
    const { bytes } = await served.ask(`/rankings.xlsx?edition=${edition}`);
    const parts = zipEntries(bytes);
    const texts = [...parts.values()].join('\n');
    expect(texts).toContain('DỮ LIỆU MẪU');
    expect(texts).toContain('MẪU DTI 2025');
  });

  it('say so in the name of the report; an official one does not', async () => {
    const nameOf = async (code: string) => {
      const answer = await served.ask(`/editions/${code}/report.pdf?date=2026-11-22`);
      return [answer.status, answer.headers['content-disposition']];
    };
    expect(await nameOf(edition)).toEqual([
      200,
      `inline; filename="du-lieu-mau-bao-cao-${edition}-2026-11-22.pdf"`,
    ]);
    expect(await nameOf('dti-2022')).toEqual([200, 'inline; filename="bao-cao-dti-2022-2026-11-22.pdf"']);
  }, 120_000);
});

describe('a sample that is purged', () => {
  it('says what it removes, and leaves every table as it was, byte for byte', async () => {
    const held = await sample.held();
    expect(held.find(({ table }) => table === 'observation')?.rows).toBeGreaterThan(10_000);
    expect(await sample.purge()).toEqual(held);
    expect(await hashes()).toEqual(official);
    expect(await sample.held()).toEqual([]);
    expect((await served.ask('/data-sets')).json<unknown[]>()).toHaveLength(1);
  });

  it('is removed whole or not at all', async () => {
    await sample.load(7);
    const before = await sample.held();
    await served.database.query(`
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$`);
    await served.database.query(
      `CREATE TRIGGER fail BEFORE DELETE ON data_set FOR EACH ROW EXECUTE FUNCTION fail()`,
    );
    await expect(sample.purge()).rejects.toThrow('no');
    expect(await sample.held()).toEqual(before);
    await served.database.query(`DROP FUNCTION fail CASCADE`);
    await sample.purge();
    expect(await hashes()).toEqual(official);
  }, 120_000);
});
