import type { LaunchContract } from '../launch-contract.ts';
import type { Progress } from '../progress.ts';
import { Refusal } from '../refusal.ts';

/** Migrations named in a message; the rest are counted. */
const NAMED = 3;

/** Brings the database up to date, which is for the embedded one and for `npm run migrate`. */
export async function prepareDatabase(
  api: LaunchContract,
  { url, ownerUrl }: { readonly url: string; readonly ownerUrl: string },
  progress: Progress,
): Promise<void> {
  if ((await api.pendingMigrations(ownerUrl)).length > 0) {
    await progress.step('migrating the database', (say) => api.migrate(ownerUrl, say, url));
  }
  await progress.step('loading reference data', (say) => api.loadReferenceData(url, say));
}

/**
 * Loads the sample data set, invented figures beside the official ones; a start on the embedded database
 * does so unless it is told not to. The product runs without it: what refuses it is said, and no more.
 */
export async function provideSample(
  api: LaunchContract,
  url: string,
  wanted: boolean,
  progress: Progress,
): Promise<void> {
  if (!wanted) {
    progress.note('  sample data: not loaded (SAMPLE_DATA=off)');
    return;
  }
  try {
    await progress.step('sample data (SAMPLE_DATA=off leaves it out)', (say) => api.loadSample(url, say));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    progress.note(`  sample data: could not be loaded (${reason}); official figures are not affected`);
  }
}

/**
 * A database of the operator's is never migrated unasked.
 * @throws {Refusal} that names `npm run migrate` when migrations are pending.
 */
export async function refusePendingMigrations(api: LaunchContract, url: string): Promise<void> {
  const pending = await api.pendingMigrations(url);
  if (pending.length === 0) return;
  const named = pending.slice(0, NAMED).join(', ');
  const more = pending.length > NAMED ? ` and ${pending.length - NAMED} more` : '';
  throw new Refusal(
    `The database of DATABASE_URL lacks ${countMigrations(pending.length)} (${named}${more}): run \`npm run migrate\`, then start again.`,
  );
}

/** "1 migration", "2 migrations". */
export function countMigrations(count: number): string {
  return `${count} migration${count === 1 ? '' : 's'}`;
}
