import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolderIn } from '../../launcher/src/embedded/data-folder.ts';
import { listUsers } from '../../launcher/src/embedded/database-users.ts';
import {
  openEmbeddedDatabase,
  type EmbeddedDatabase,
} from '../../launcher/src/embedded/open-embedded-database.ts';
import { stopServer } from '../../launcher/src/embedded/stop-server.ts';

/** What the teardown must put away; jest runs both in the same process. */
export interface ThrowawayCluster {
  readonly database: EmbeddedDatabase;
  readonly stateFolder: string;
}

declare global {
  var throwawayCluster: ThrowawayCluster | undefined;
}

const PREFIX = 'dti-monitor-test-';

/**
 * Starts a PostgreSQL for the whole run and passes its superuser address on to the specs as
 * TEST_ADMIN_DATABASE_URL; each spec file makes and drops a database of its own in it.
 */
export default async function startThrowawayCluster(): Promise<void> {
  // A run that is interrupted has no teardown: the server goes with the process all the same.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  await removeAbandonedClusters();
  const stateFolder = mkdtempSync(join(tmpdir(), PREFIX));
  const database = await openEmbeddedDatabase({ stateFolder, purpose: 'test' });
  globalThis.throwawayCluster = { database, stateFolder };
  process.env['TEST_ADMIN_DATABASE_URL'] = database.adminUrl;
}

/** What runs left that were killed; those that are running have a living user. */
async function removeAbandonedClusters(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const stateFolder = join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || !isAbandoned(stateFolder)) continue;
    await stopServer(dataFolderIn(stateFolder));
    rmSync(stateFolder, { recursive: true, force: true });
  }
}

/** One without users that was made just now is about to get its first. */
function isAbandoned(stateFolder: string): boolean {
  const isNew = Date.now() - statSync(stateFolder).mtimeMs < 60_000;
  return !isNew && listUsers(stateFolder).length === 0;
}
