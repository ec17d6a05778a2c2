import { accessSync, chmodSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { oneLine, Refusal } from '../refusal.ts';
import { dataFolderIn } from './data-folder.ts';
import { canReach, serverAccountFor, type ServerAccount } from './server-account.ts';

/** Tells a state folder from any other: only one that has it is ever emptied. */
export const STATE_MARK = 'dti-monitor.txt';

/**
 * Makes the state folder and sees to it that the account that PostgreSQL runs as may walk
 * into it, whatever the caller's umask is. Returns that account.
 * @throws {Refusal} when we, or it, cannot use the folder.
 */
export function prepareStateFolder(stateFolder: string): ServerAccount | undefined {
  const account = serverAccountFor(dataFolderIn(stateFolder));
  try {
    const topmost = mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
    if (account !== undefined) openUpTo(topmost ?? stateFolder, stateFolder);
    accessSync(stateFolder, constants.R_OK | constants.W_OK | constants.X_OK);
    writeFileSync(
      join(stateFolder, STATE_MARK),
      'The embedded database of DTI Data Monitor: npm run reset empties it.\n',
    );
  } catch (error) {
    throw new Refusal(`The state folder ${stateFolder} cannot be used (${oneLine(error)}).`);
  }
  if (!canReach(account, stateFolder)) {
    throw new Refusal(
      `The state folder ${stateFolder} cannot be reached by the account that PostgreSQL runs as: open the folders above it with \`chmod o+x\`, or choose another with STATE_DIR.`,
    );
  }
  return account;
}

/** Lets others walk through the folders that we made, and through the state folder itself. */
function openUpTo(topmost: string, folder: string): void {
  const mode = statSync(folder).mode;
  if ((mode & 0o001) === 0) chmodSync(folder, (mode & 0o777) | 0o055);
  if (folder !== topmost) openUpTo(topmost, dirname(folder));
}
