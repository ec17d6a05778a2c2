import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openEmbeddedDatabase,
  type EmbeddedDatabase,
} from '../../launcher/src/embedded/open-embedded-database.ts';

/** What the teardown must put away; jest runs both in the same process. */
export interface ThrowawayCluster {
  readonly database: EmbeddedDatabase;
  readonly stateFolder: string;
}

declare global {
  var throwawayCluster: ThrowawayCluster | undefined;
}

/**
 * Starts a PostgreSQL for the whole run and passes its superuser address on to the specs as
 * TEST_ADMIN_DATABASE_URL; each spec file makes and drops a database of its own in it.
 */
export default async function startThrowawayCluster(): Promise<void> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'dti-monitor-test-'));
  const database = await openEmbeddedDatabase({ stateFolder, purpose: 'test' });
  globalThis.throwawayCluster = { database, stateFolder };
  process.env['TEST_ADMIN_DATABASE_URL'] = database.adminUrl;
}
