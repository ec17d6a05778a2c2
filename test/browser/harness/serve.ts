/**
 * The built product for one run of the journeys: a throwaway database, migrated and with the reference
 * data and the published figures, and the server in front of it. Prints its address as one line of JSON;
 * ends, and removes everything, when its standard input ends, however its parent ended.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findWebRoot } from '../../../launcher/src/building/build-product.ts';
import { openEmbeddedDatabase } from '../../../launcher/src/embedded/open-embedded-database.ts';
import { loadApi } from '../../../launcher/src/launch-contract.ts';

const stateFolder = mkdtempSync(join(tmpdir(), 'dti-monitor-journeys-'));
const database = await openEmbeddedDatabase({ stateFolder, purpose: 'test' });
try {
  const api = await loadApi();
  await api.migrate(database.url);
  await api.loadReferenceData(database.url);
  const server = await api.startServer({
    databaseUrl: database.url,
    host: '127.0.0.1',
    port: await freePort(),
    webRoot: findWebRoot(),
    embeddedDatabase: true,
  });
  process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);
  await new Promise((resolve) => process.stdin.once('end', resolve).once('close', resolve).resume());
  await server.close();
} finally {
  await database.stop();
  rmSync(stateFolder, { recursive: true, force: true });
}

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
