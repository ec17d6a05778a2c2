import { CHECKOUT } from '../checkout.ts';
import { openEmbeddedDatabase } from '../embedded/open-embedded-database.ts';
import { findStatePlace, recordStatePlace } from '../embedded/state-place.ts';
import type { Progress } from '../progress.ts';
import type { Settings } from '../settings.ts';

/** A database in use by a command. */
export interface OpenDatabase {
  readonly url: string;
  /** Connects as the owner of the tables: for migrations. */
  readonly ownerUrl: string;
  /** Leaves it; an embedded one that nobody else uses is stopped. */
  close(): Promise<void>;
}

/** The operator's database if one is set, otherwise the embedded one: running, or started for us. */
export async function openDatabase(settings: Settings, progress: Progress): Promise<OpenDatabase> {
  if (settings.databaseUrl !== undefined) {
    const url = settings.databaseUrl;
    return { url, ownerUrl: settings.ownerDatabaseUrl ?? url, close: () => Promise.resolve() };
  }
  const place = findStatePlace(CHECKOUT, settings.stateFolder);
  recordStatePlace(place, CHECKOUT);
  const database = await openEmbeddedDatabase({
    stateFolder: place.folder,
    purpose: 'cli',
    onProgress: (line) => progress.note(`  ${line}`),
  });
  return { url: database.url, ownerUrl: database.ownerUrl, close: () => database.stop() };
}
