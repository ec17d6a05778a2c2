import { setTimeout as delay } from 'node:timers/promises';
import { buildProduct, webRoot } from '../building/build-product.ts';
import { CHECKOUT } from '../checkout.ts';
import { dataFolderIn, isDataFolderMade } from '../embedded/data-folder.ts';
import { findStart, isLeaving, refuseSecondStart } from '../embedded/database-users.ts';
import { openEmbeddedDatabase } from '../embedded/open-embedded-database.ts';
import type { ProcessIdentity } from '../embedded/process-identity.ts';
import { findStatePlace, recordStatePlace } from '../embedded/state-place.ts';
import { loadApi, type LaunchContract } from '../launch-contract.ts';
import type { Progress } from '../progress.ts';
import { hasErrorCode, Refusal } from '../refusal.ts';
import { missingSecretKey, provideSecretKey } from '../secret-key.ts';
import type { Settings } from '../settings.ts';
import { explainPort, refuseTakenPort } from './http-port.ts';
import { aborted, type Interruption } from './interruption.ts';
import { prepareDatabase, provideSample, refusePendingMigrations } from './prepare-database.ts';

/** What a start works with. */
export interface Start {
  readonly settings: Settings;
  readonly progress: Progress;
  readonly interruption: Interruption;
  readonly parents: readonly ProcessIdentity[];
}

/** How long an earlier start that is ending is waited for. */
const LEAVING_PATIENCE_MS = 20_000;
/** Requests under way get this long before the server is closed on them. */
const CLOSE_PATIENCE_MS = 5_000;

/** Serves the product on its own embedded database until it is interrupted. */
export async function startOnEmbeddedDatabase(start: Start): Promise<void> {
  const { settings, progress, interruption, parents } = start;
  const place = findStatePlace(CHECKOUT, settings.stateFolder);
  progress.note(`State lies in ${place.folder}`);
  // What would stop the start is looked at before the slow work.
  isDataFolderMade(dataFolderIn(place.folder));
  await waitForLeaving(place.folder, progress);
  refuseSecondStart(place.folder);
  await refuseTakenPort(settings.host, settings.port);
  await buildProduct(['scoring', 'api', 'web'], progress, interruption.signal);
  recordStatePlace(place, CHECKOUT);

  // The API loads while PostgreSQL starts; should it fail, that shows where it is waited for.
  const loading = loadApi();
  loading.catch(() => undefined);
  const url = settings.port === 0 ? {} : { url: `http://${settings.host}:${settings.port}` };
  let lost = false;
  const database = await progress.step('starting PostgreSQL', (say) =>
    openEmbeddedDatabase({
      stateFolder: place.folder,
      purpose: 'start',
      details: { ...url, parents },
      onProgress: say,
      onLost: () => {
        lost = true;
        interruption.interrupt('the database ended');
      },
    }),
  );
  try {
    interruption.signal.throwIfAborted();
    const api = await loading;
    await prepareDatabase(api, database, progress);
    await provideSample(api, database.url, settings.sampleData, progress);
    if (settings.demoAccounts) await api.loadDemoAccounts(database.url);
    else progress.note('  accounts for trying out: not made (DEMO_ACCOUNTS=off)');
    interruption.signal.throwIfAborted();
    const served = {
      databaseUrl: database.url,
      embeddedDatabase: true,
      secretKey: provideSecretKey(place.folder),
    };
    await serve(start, api, served, (at) => database.describe({ url: at, parents }));
  } catch (error) {
    if (!lost) throw error;
  } finally {
    database.describe({ ...url, parents, leaving: true });
    await database.stop();
  }
  if (lost)
    throw new Refusal(`The embedded PostgreSQL ended unexpectedly: ${place.folder}/postgres.log says why.`);
}

/** Serves the product on the operator's database until it is interrupted. Changes nothing there. */
export async function startOnDatabase(start: Start, databaseUrl: string): Promise<void> {
  const { settings, progress, interruption } = start;
  const { secretKey } = settings;
  if (secretKey === undefined) throw missingSecretKey();
  const { hostname, port, pathname } = new URL(databaseUrl);
  progress.note(`Database of DATABASE_URL: ${hostname}${port && `:${port}`}${pathname}`);
  await refuseTakenPort(settings.host, settings.port);
  await buildProduct(['scoring', 'api', 'web'], progress, interruption.signal);
  const api = await loadApi();
  await api.checkDatabase(databaseUrl);
  await refusePendingMigrations(api, databaseUrl);
  interruption.signal.throwIfAborted();
  await serve(start, api, { databaseUrl, embeddedDatabase: false, secretKey }, () => undefined);
}

async function serve(
  { settings, progress, interruption }: Start,
  api: LaunchContract,
  served: { databaseUrl: string; embeddedDatabase: boolean; secretKey: Buffer },
  announce: (url: string) => void,
): Promise<void> {
  const { host, port, publicUrl, mail, trustedProxies, oidc } = settings;
  const server = await api
    .startServer({ ...served, host, port, webRoot: webRoot(), publicUrl, mail, trustedProxies, oidc })
    .catch((error: unknown) => {
      throw hasErrorCode(error, 'EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL')
        ? explainPort(error, host, port)
        : error;
    });
  announce(server.url);
  const link = await server.firstOperatorLink();
  if (link !== null)
    progress.note(`\nThere is no operator yet. This link makes one, once, within 24 hours:\n${link}`);
  progress.note(`\nDTI Data Monitor is ready at ${server.url}\nStop it with Ctrl-C.`);
  await aborted(interruption.signal);
  progress.note('\nStopping …');
  await within(CLOSE_PATIENCE_MS, server.close());
}

/** Waits for the work, but not for ever. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const done = new AbortController();
  const limit = delay(milliseconds, undefined, { signal: done.signal }).catch(() => undefined);
  await Promise.race([work, limit]);
  done.abort();
}

/** An earlier start whose npm was killed notices that within a moment; it is waited for. */
async function waitForLeaving(stateFolder: string, progress: Progress): Promise<void> {
  const deadline = Date.now() + LEAVING_PATIENCE_MS;
  let told = false;
  for (;;) {
    const other = findStart(stateFolder);
    if (other === undefined || !isLeaving(other) || Date.now() > deadline) return;
    if (!told) progress.note(`  waiting for an earlier start (process ${other.pid}) to end`);
    told = true;
    await delay(100);
  }
}
