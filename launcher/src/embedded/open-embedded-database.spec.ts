import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { dataFolderIn } from './data-folder.ts';
import { openEmbeddedDatabase } from './open-embedded-database.ts';
import { findServer } from './stop-server.ts';

async function ask(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('embedded database', () => {
  let stateFolder = '';
  beforeEach(() => {
    stateFolder = mkdtempSync(join(tmpdir(), 'dti embedded '));
  });
  afterEach(() => rmSync(stateFolder, { recursive: true }));

  test('is a PostgreSQL 18 on loopback whose password only we can read, and keeps what is written', async () => {
    const first = await openEmbeddedDatabase({ stateFolder, purpose: 'test' });
    await ask(first.ownerUrl, 'CREATE TABLE kept AS SELECT 142 AS decision');
    expect(await ask(first.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(statSync(join(stateFolder, 'password')).mode & 0o077).toBe(0);
    const stranger = first.url.replace(/:[0-9a-f]+@/, ':guess@');
    await expect(ask(stranger, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    await first.stop();
    expect(findServer(dataFolderIn(stateFolder))).toBeUndefined();

    const second = await openEmbeddedDatabase({ stateFolder, purpose: 'test' });
    expect(second.url).toBe(first.url);
    expect(await ask(second.ownerUrl, 'SELECT decision FROM kept')).toEqual([{ decision: 142 }]);
    await second.stop();
  }, 60_000);

  test('sorts Vietnamese, and takes the extensions that its owner may make', async () => {
    const database = await openEmbeddedDatabase({ stateFolder, purpose: 'test' });
    const names = `SELECT name FROM unnest(ARRAY['Đà Nẵng','Điện Biên','Cần Thơ','Đắk Lắk','Đồng Nai','Hà Nội']) AS name
      ORDER BY name COLLATE "vi-VN-x-icu"`;
    expect((await ask(database.url, names)).map(({ name }) => name)).toEqual([
      ...['Cần Thơ', 'Đà Nẵng', 'Đắk Lắk', 'Điện Biên', 'Đồng Nai', 'Hà Nội'],
    ]);
    const rights = 'SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user';
    for (const url of [database.url, database.ownerUrl]) {
      expect(await ask(url, rights)).toEqual([
        { rolsuper: false, rolbypassrls: false, rolcreaterole: false },
      ]);
    }
    await expect(ask(database.url, 'CREATE TABLE own (id int)')).rejects.toThrow(/permission denied/);
    for (const extension of ['pg_trgm', 'unaccent', 'pgcrypto', 'citext']) {
      await ask(database.ownerUrl, `CREATE EXTENSION ${extension}`);
    }
    await database.stop();
  }, 60_000);
});
