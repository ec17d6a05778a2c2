import { afterEach, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { cleanUp, freePort, linesOf, newStateFolder, runScript, SPEC_LIMIT_MS } from './launched-product.ts';

afterEach(() => cleanUp());

test(
  'an unreachable DATABASE_URL ends the start with one line and starts nothing embedded',
  async () => {
    const state = newStateFolder();
    const databasePort = await freePort();
    const start = runScript('start', {
      PORT: String(await freePort()),
      STATE_DIR: state,
      DATABASE_URL: `postgresql://dti:verysecret@127.0.0.1:${databasePort}/dti`,
    });
    expect(await start.ended()).toBe(1);
    expect(linesOf(start.printed.stderr)).toEqual([expect.stringContaining(`127.0.0.1:${databasePort}`)]);
    expect(start.printed.stdout + start.printed.stderr).not.toContain('verysecret');
    expect(readdirSync(state)).toEqual([]);
  },
  SPEC_LIMIT_MS,
);
