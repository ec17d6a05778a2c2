import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dataFolderIn } from './data-folder.ts';
import { canReach, serverAccountFor } from './server-account.ts';

/** Where the embedded database and what belongs to it lie. */
export interface StatePlace {
  readonly folder: string;
  /** The file in the checkout that records a place outside it. */
  readonly record: string | undefined;
}

/** Parent of the places outside checkouts; systems let everyone walk into it. */
const OUTSIDE = '/var/lib/dti-monitor';

interface PlaceRecord {
  readonly checkout: string;
  readonly folder: string;
}

/**
 * `.data/` of the checkout. When root starts a checkout that the account of PostgreSQL cannot
 * reach, it is a folder outside that it can, recorded in the checkout. A setting goes first.
 */
export function findStatePlace(
  checkout: string,
  setting: string | undefined,
  isReached: typeof canReach = canReach,
): StatePlace {
  if (setting !== undefined) return { folder: resolve(setting), record: undefined };
  const inside = join(checkout, '.data');
  const record = join(inside, 'place.json');
  const recorded = readRecord(record, checkout);
  if (recorded !== undefined) return { folder: recorded, record };
  const dataFolder = dataFolderIn(inside);
  // A database that is there is never silently replaced by an empty one elsewhere.
  if (existsSync(dataFolder) || isReached(serverAccountFor(dataFolder), checkout)) {
    return { folder: inside, record: undefined };
  }
  const digest = createHash('sha256').update(realpathSync(checkout)).digest('hex').slice(0, 16);
  return { folder: join(OUTSIDE, digest), record };
}

/** Writes down a place outside the checkout, so that later starts find it again. */
export function recordStatePlace(place: StatePlace, checkout: string): void {
  if (place.record === undefined) return;
  mkdirSync(join(checkout, '.data'), { recursive: true });
  const record: PlaceRecord = { checkout: realpathSync(checkout), folder: place.folder };
  writeFileSync(place.record, `${JSON.stringify(record, null, 2)}\n`);
}

/**
 * A record that came along with a copy of the checkout is not this checkout's; where the
 * checkout that it names is gone, this is that one, moved.
 */
function readRecord(file: string, checkout: string): string | undefined {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as Partial<PlaceRecord>;
    if (record.checkout === undefined || record.folder?.startsWith(`${OUTSIDE}/`) !== true) return undefined;
    const isCopy = record.checkout !== realpathSync(checkout) && existsSync(record.checkout);
    return isCopy ? undefined : record.folder;
  } catch {
    return undefined;
  }
}
