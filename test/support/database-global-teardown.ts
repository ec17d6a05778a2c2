import { rmSync } from 'node:fs';
import './database-global-setup.ts';

/** Stops the PostgreSQL of the run and removes its folder. */
export default async function stopThrowawayCluster(): Promise<void> {
  const cluster = globalThis.throwawayCluster;
  if (cluster === undefined) return;
  await cluster.database.stop();
  rmSync(cluster.stateFolder, { recursive: true, force: true });
}
