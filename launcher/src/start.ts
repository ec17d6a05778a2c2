import { progressTo } from './progress.ts';
import { watchInterruption } from './running/interruption.ts';
import { findParents, watchParents } from './running/parents.ts';
import { runScript } from './running/run-script.ts';
import { startOnDatabase, startOnEmbeddedDatabase } from './running/start-application.ts';
import { readSettings } from './settings.ts';

const HELP = `
Usage: npm start

Builds what has changed, starts the embedded PostgreSQL, brings its tables and reference
data up to date, and serves the application and its API at one address until Ctrl-C.

Settings (environment variables):
  PORT          port of the address                   3000
  HOST          address to listen on                  127.0.0.1
  DATABASE_URL  use this PostgreSQL (15 or newer) instead of the embedded one; it is
                neither migrated nor loaded unasked: npm run migrate
  SECRET_KEY    32 bytes that seal second factors; needed with DATABASE_URL
  PUBLIC_URL    address that people reach it by, for links and cookies
  SMTP_URL      with MAIL_FROM: where letters are handed over
  STATE_DIR     folder of the embedded database       .data
  SAMPLE_DATA   off leaves the sample data set out    on
  DEMO_ACCOUNTS off makes no accounts for trying out  on

See docs/guides/running.md.`;

await runScript({
  help: HELP,
  switches: [],
  run: async () => {
    const settings = readSettings(process.env);
    const interruption = watchInterruption();
    interruption.onInsistence(() => process.exit(130));
    const parents = findParents();
    watchParents(parents, (parent) => interruption.interrupt(`process ${parent.pid} is gone`));
    const start = { settings, progress: progressTo(process.stdout), interruption, parents };
    await (settings.databaseUrl === undefined
      ? startOnEmbeddedDatabase(start)
      : startOnDatabase(start, settings.databaseUrl));
    return 0;
  },
});
