import { buildProduct } from './building/build-product.ts';
import { loadApi } from './launch-contract.ts';
import { progressTo } from './progress.ts';
import { openDatabase } from './running/open-database.ts';
import { countMigrations } from './running/prepare-database.ts';
import { watchInterruption } from './running/interruption.ts';
import { runScript } from './running/run-script.ts';
import { readSettings } from './settings.ts';

const HELP = `
Usage: npm run migrate [-- --schema-only]

Brings the database of DATABASE_URL up to date: applies the migrations that are pending
and loads the reference data and published figures of seeds/. What is there already is
left alone. Without DATABASE_URL it does so for the embedded database.
OWNER_DATABASE_URL is the address of the tables' owner, who alone may change them; the role
of DATABASE_URL is then allowed to work on their rows.

  --schema-only   apply the migrations, load nothing`;

await runScript({
  help: HELP,
  switches: ['schema-only'],
  run: async (switches) => {
    const settings = readSettings(process.env);
    const progress = progressTo(process.stdout);
    const interruption = watchInterruption();
    interruption.onInsistence(() => process.exit(130));
    await buildProduct(['scoring', 'api'], progress, interruption.signal);
    const api = await loadApi();
    const database = await openDatabase(settings, progress);
    try {
      await api.checkDatabase(database.ownerUrl);
      const applied = await progress.step('migrating the database', (say) =>
        api.migrate(database.ownerUrl, say, database.url),
      );
      for (const name of applied) progress.note(`  applied ${name}`);
      interruption.signal.throwIfAborted();
      if (!switches.has('schema-only')) {
        await progress.step('loading reference data', (say) => api.loadReferenceData(database.url, say));
      }
      progress.note(
        applied.length === 0 ? 'No migration was pending.' : `Applied ${countMigrations(applied.length)}.`,
      );
    } finally {
      await database.close();
    }
    return 0;
  },
});
