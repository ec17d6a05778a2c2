import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  openEmbeddedDatabase,
  type EmbeddedDatabase,
} from '../../launcher/src/embedded/open-embedded-database.ts';
import {
  AFTER_CTRL_C,
  cleanUp,
  freePort,
  linesOf,
  newStateFolder,
  runScript,
  SPEC_LIMIT_MS,
} from './launched-product.ts';

/** Stands for a database of the operator's: the product is told its address and nothing else. */
let operators: EmbeddedDatabase;

beforeAll(async () => {
  operators = await openEmbeddedDatabase({ stateFolder: newStateFolder(), purpose: 'test' });
}, SPEC_LIMIT_MS);
afterEach(() => cleanUp({ keepFolders: true }));
afterAll(async () => {
  await operators.stop();
  await cleanUp();
});

async function tables(): Promise<number> {
  const client = new pg.Client(operators.url);
  await client.connect();
  const { rows } = await client.query<{ tables: number }>(
    "SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
  );
  await client.end();
  return rows[0]?.tables ?? Number.NaN;
}

test(
  'a database of the operator is neither migrated nor loaded until `npm run migrate`',
  async () => {
    const settings = {
      PORT: String(await freePort()),
      STATE_DIR: newStateFolder(),
      DATABASE_URL: operators.url,
      OWNER_DATABASE_URL: operators.ownerUrl,
    };
    const early = runScript('start', settings);
    expect(await early.ended()).toBe(1);
    expect(linesOf(early.printed.stderr)).toEqual([
      expect.stringMatching(/lacks \d+ migrations? .*`npm run migrate`/),
    ]);
    expect(await tables()).toBe(0);

    const migrate = runScript('migrate', settings);
    expect(await migrate.ended()).toBe(0);
    expect(migrate.printed.stdout).toMatch(/Applied \d+ migrations?\./);
    expect(await tables()).toBeGreaterThan(0);

    const start = runScript('start', { ...settings, SAMPLE_DATA: 'on' });
    const address = await start.ready();
    expect((await fetch(address)).status).toBe(200);
    // Invented figures come into a database of the operator's by the command line alone.
    const sets = (await (await fetch(new URL('/api/v1/data-sets', address))).json()) as { code: string }[];
    expect(sets.map(({ code }) => code)).toEqual(['official']);
    expect(start.printed.stdout).not.toContain('sample data');
    start.pressCtrlC();
    expect(AFTER_CTRL_C).toContain(await start.ended());

    // Row-level security binds nobody who owns the tables.
    const owner = runScript('start', { ...settings, DATABASE_URL: operators.ownerUrl });
    expect(await owner.ended()).toBe(1);
    expect(linesOf(owner.printed.stderr)).toEqual([
      expect.stringMatching(/owns the tables.*OWNER_DATABASE_URL/),
    ]);
    const keyless = runScript('start', { ...settings, SECRET_KEY: '' });
    expect(await keyless.ended()).toBe(1);
    expect(linesOf(keyless.printed.stderr)).toEqual([expect.stringMatching(/^SECRET_KEY is not set/)]);

    const again = runScript('migrate', settings);
    expect(await again.ended()).toBe(0);
    expect(again.printed.stdout).toContain('No migration was pending.');
  },
  SPEC_LIMIT_MS,
);
