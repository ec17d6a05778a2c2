import { afterEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { cleanUp, linesOf, newStateFolder, runScript, serversOf, SPEC_LIMIT_MS } from './launched-product.ts';

afterEach(() => cleanUp());

test(
  'a taken port ends the start at once, with one line that names it',
  async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const state = newStateFolder();
    try {
      const start = runScript('start', { PORT: String(port), STATE_DIR: state });
      expect(await start.ended()).toBe(1);
      expect(linesOf(start.printed.stderr)).toEqual([
        expect.stringMatching(
          new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken .*PORT=${port + 1} npm start`),
        ),
      ]);
      expect(serversOf(state)).toEqual([]);
    } finally {
      other.close();
    }
  },
  SPEC_LIMIT_MS,
);

test.each([
  ['PORT', '70000', /^PORT is "70000"/],
  ['PORT', 'http', /^PORT is "http"/],
  ['HOST', '192.0.2.1', /^HOST is "192\.0\.2\.1", which is no address of this machine/],
  ['DATABASE_URL', 'mysql://root:secret@db/x', /^DATABASE_URL is not an address of the form postgresql:/],
])('the bad value %s=%s is refused by name', async (name, value, line) => {
  const start = runScript('start', { STATE_DIR: newStateFolder(), [name]: value });
  expect(await start.ended()).toBe(1);
  expect(linesOf(start.printed.stderr)).toEqual([expect.stringMatching(line)]);
  expect(start.printed.stderr).not.toContain('secret');
});
