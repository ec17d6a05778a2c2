import { afterEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { cleanUp, freePort, linesOf, newStateFolder, runScript, SPEC_LIMIT_MS } from './launched-product.ts';
import { oldPostgres } from './old-postgres.ts';

afterEach(() => cleanUp());

test(
  'a PostgreSQL below 15 ends the start with one line that names both versions',
  async () => {
    const server = oldPostgres('14.19', 140_019).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const start = runScript('start', {
        PORT: String(await freePort()),
        STATE_DIR: newStateFolder(),
        DATABASE_URL: `postgresql://dti@127.0.0.1:${port}/dti`,
      });
      expect(await start.ended()).toBe(1);
      const [line, ...more] = linesOf(start.printed.stderr);
      expect(line).toMatch(/\b14\b.*\b15\b|\b15\b.*\b14\b/);
      expect(more).toEqual([]);
    } finally {
      server.close();
    }
  },
  SPEC_LIMIT_MS,
);
