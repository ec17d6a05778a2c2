import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { EditionDto } from '../../api/src/features/editions/edition.dto.ts';
import { SampleService } from '../../api/src/seeding/sample/sample.service.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
let before: Readonly<Record<string, readonly string[]>>;
let official: Readonly<Record<string, string>>;
let sample: SampleService;
const lines: string[] = [];

beforeAll(async () => {
  served = await serveApplication();
  sample = served.app.get(SampleService);
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
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace ORDER BY 1`);
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
    expect(lines[0]).toMatch(/^\d+ sample figures of \d+ reports$/);
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
