import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrorCode, oneLine, Refusal } from '../refusal.ts';
import { dataFolderIn } from './data-folder.ts';
import { listUsers } from './database-users.ts';
import { withExclusiveLock } from './exclusive-lock.ts';
import { STATE_MARK } from './state-folder.ts';
import type { StatePlace } from './state-place.ts';
import { stopServer } from './stop-server.ts';

/**
 * Everything that the embedded database keeps in its state folder. Only these are removed:
 * the folder may be a setting, and a wrong one must not cost anybody their files.
 */
const KEPT =
  /^(postgres(\.unfinished.*|\.password|\.log)?|native(\.unfinished)?|users|port|password|secret-key)$/;

/**
 * True when the folder is a state folder of ours and there is something to remove.
 * @throws {Refusal} when it may not be looked at.
 */
export function holdsState(place: StatePlace): boolean {
  try {
    return existsSync(place.folder) && readdirSync(place.folder).includes(STATE_MARK);
  } catch (error) {
    throw foreignState(place, error);
  }
}

/**
 * Removes the embedded database with all that belongs to it, and the record of its place.
 * @throws {Refusal} while a process uses it, or when it belongs to another account.
 */
export async function emptyState(place: StatePlace): Promise<void> {
  refuseWhileUsed(place);
  try {
    await withExclusiveLock(join(place.folder, 'lock'), { patience: 10_000 }, async () => {
      refuseWhileUsed(place);
      await stopServer(dataFolderIn(place.folder));
      const ours = readdirSync(place.folder).filter((name) => KEPT.test(name));
      for (const name of [...ours, STATE_MARK])
        rmSync(join(place.folder, name), { recursive: true, force: true });
    });
    if (place.record !== undefined) rmSync(place.record, { force: true });
    if (readdirSync(place.folder).length === 0) rmdirSync(place.folder);
  } catch (error) {
    throw hasErrorCode(error, 'EACCES', 'EPERM') ? foreignState(place, error) : error;
  }
}

function foreignState(place: StatePlace, error: unknown): Refusal {
  return new Refusal(
    `${place.folder} belongs to another account (${oneLine(error)}): reset it as that account.`,
  );
}

function refuseWhileUsed(place: StatePlace): void {
  const [user] = listUsers(place.folder);
  if (user === undefined) return;
  const where = user.url === undefined ? '' : ` at ${user.url}`;
  throw new Refusal(
    `DTI Data Monitor is running${where} (process ${user.pid}): stop it first with \`kill ${user.pid}\`.`,
  );
}
