import { buildProduct } from './building/build-product.ts';
import { loadApi, type LaunchContract } from './launch-contract.ts';
import { progressTo, type Progress } from './progress.ts';
import { watchInterruption } from './running/interruption.ts';
import { openDatabase, type OpenDatabase } from './running/open-database.ts';
import { prepareDatabase } from './running/prepare-database.ts';
import { endWith, outliveReaders, reportFailure } from './running/run-script.ts';
import { readSettings, type Settings } from './settings.ts';

/**
 * `npm run cli -- <command>`: all that is printed on stdout is the command's own, so that
 * `npm run -s cli -- … --json` can be read by a program. What the command is and what it
 * takes is the API's business, --help included.
 */
async function runCommandLine(argv: readonly string[]): Promise<number> {
  const settings = readSettings(process.env);
  const progress = progressTo(process.stderr, { onlySlow: true });
  const interruption = watchInterruption();
  await buildProduct(['scoring', 'api'], progress, interruption.signal);
  // From here on there is nothing to put in order that the end of the process does not.
  interruption.signal.addEventListener('abort', () => process.exit(130));
  const api = await loadApi();
  let database: Promise<OpenDatabase> | undefined;
  try {
    return await api.runCli(argv, {
      databaseUrl: async () => (await (database ??= openForCommand(settings, api, progress))).url,
      embeddedDatabase: settings.databaseUrl === undefined,
      publicUrl: settings.publicUrl ?? `http://${settings.host}:${settings.port}`,
    });
  } finally {
    await (await database)?.close();
  }
}

async function openForCommand(
  settings: Settings,
  api: LaunchContract,
  progress: Progress,
): Promise<OpenDatabase> {
  const database = await openDatabase(settings, progress);
  try {
    if (settings.databaseUrl === undefined) await prepareDatabase(api, database, progress);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

outliveReaders();
endWith(await runCommandLine(process.argv.slice(2)).catch(reportFailure));
