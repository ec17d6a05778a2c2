import { createInterface } from 'node:readline/promises';
import { CHECKOUT } from './checkout.ts';
import { emptyState, holdsState } from './embedded/empty-state.ts';
import { findStatePlace } from './embedded/state-place.ts';
import { Refusal } from './refusal.ts';
import { runScript } from './running/run-script.ts';
import { readSettings } from './settings.ts';

const HELP = `
Usage: npm run reset [-- --yes]

Empties the embedded database after asking: everything imported, computed and published in
it is gone, and the next start makes a new one from the reference data. A database of
DATABASE_URL is never touched.

  --yes   do not ask`;

await runScript({
  help: HELP,
  switches: ['yes'],
  run: async (switches) => {
    const settings = readSettings(process.env);
    const place = findStatePlace(CHECKOUT, settings.stateFolder);
    process.stdout.write(`State lies in ${place.folder}\n`);
    if (settings.databaseUrl !== undefined)
      process.stdout.write('The database of DATABASE_URL is not touched.\n');
    if (!holdsState(place)) {
      process.stdout.write('Nothing is there to empty.\n');
      return 0;
    }
    if (!switches.has('yes') && !(await isConfirmed())) {
      process.stdout.write('Nothing was changed.\n');
      return 1;
    }
    await emptyState(place);
    process.stdout.write('Emptied. The next `npm start` makes a new database.\n');
    return 0;
  },
});

/** Asks at the terminal; anything but a yes is a no. */
async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new Refusal('Nobody can be asked here: run `npm run reset -- --yes` to empty it without asking.');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question('Empty the embedded database for good? [y/N] ');
    return /^(y|yes)$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
