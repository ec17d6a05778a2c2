/**
 * `npm run bench:access`: what the guard and row-level security add to reads over HTTP. One PostgreSQL, one
 * process, four servers asked in turns: without guard and as the owner of the tables, whom the policies do
 * not bind (the floor); with both, as the public; with both, as a reporter who is signed in; and with both,
 * the two in turns on one server, so that each connection changes its scope. Medians in milliseconds, and
 * their ratio to the floor. Needs the built API (npm run build).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadReferenceData, loadSample, migrate } from '@dti-monitor/api/launch';
import pg from 'pg';
import { openEmbeddedDatabase } from '../../launcher/src/embedded/open-embedded-database.ts';
import { plantSignedIn } from '../support/signed-in.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '300' } } });
const ROUNDS = Number(values.rounds);
const WARM = 20;
const UNIT = 'phu-tho-2025';

/** What a screen asks for, all at once as a browser does. */
const READS: Readonly<Record<string, readonly string[]>> = {
  'a ranking': ['/rankings?edition=dti-2022&group=province_63'],
  "a unit's page": ['/units/hue', '/units/hue/history?dataSet=official', '/sources'],
  'figures of a unit': ['/observations?unit=hue&size=100'],
};

interface Server {
  readonly name: string;
  readonly port: number;
  /** Headers of the caller; of more than one, in turns. */
  readonly callers: readonly Readonly<Record<string, string>>[];
}

type Application = Awaited<ReturnType<typeof serve>>;

async function serve(databaseUrl: string) {
  // The built application behind the door: what is measured is what is served.
  const built = new URL('../../api/dist/application.js', import.meta.url).href;
  const { createApplication } = (await import(built)) as {
    createApplication: (settings: object) => Promise<{
      listen: (port: number, host: string) => Promise<unknown>;
      close: () => Promise<void>;
      getHttpServer: () => { address: () => AddressInfo };
    }>;
  };
  const app = await createApplication({
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    webRoot: null,
    embeddedDatabase: true,
    secretKey: Buffer.alloc(32, 7),
  });
  await app.listen(0, '127.0.0.1');
  return app;
}

/** Lets everybody through, as if there were no guard. */
function withoutGuard(app: Application): Application {
  const { config } = app as unknown as { config: { getGlobalGuards: () => { canActivate: unknown }[] } };
  const guards = config.getGlobalGuards();
  if (guards.length === 0) throw new Error('there is no guard to take away');
  for (const guard of guards) guard.canActivate = () => true;
  return app;
}

function ask(port: number, path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: `/api/v1${path}`, headers: { host: `localhost:${port}`, ...headers } },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

async function timed({ port, callers }: Server, paths: readonly string[], round: number): Promise<number> {
  const headers = callers[round % callers.length] ?? {};
  const begun = performance.now();
  const answers = await Promise.all(paths.map((path) => ask(port, path, headers)));
  const took = performance.now() - begun;
  if (answers.some((status) => status !== 200)) throw new Error(`${paths.join(' ')}: ${answers.join(' ')}`);
  return took;
}

function median(all: readonly number[]): number {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Each round asks every server once, in another order each time. */
async function measure(servers: readonly Server[], paths: readonly string[]): Promise<readonly number[]> {
  const times = servers.map((): number[] => []);
  for (let round = 0; round < WARM + ROUNDS; round += 1) {
    for (let at = 0; at < servers.length; at += 1) {
      const index = (at + round) % servers.length;
      const server = servers[index];
      if (server === undefined) continue;
      const took = await timed(server, paths, Math.floor(round / 1));
      if (round >= WARM) times[index]?.push(took);
    }
  }
  return times.map(median);
}

async function prepared(ownerUrl: string, url: string) {
  await migrate(ownerUrl, undefined, url);
  await loadReferenceData(url);
  await loadSample(url);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const database = {
    query: async (sql: string, given: unknown[]) => (await owner.query(sql, given)).rows as unknown,
  };
  const who = await plantSignedIn(database as never, [{ role: 'unit_reporter', unit: UNIT }]);
  await owner.query('ANALYZE');
  await owner.end();
  return who.headers;
}

async function main(): Promise<void> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'dti-monitor-bench-'));
  const database = await openEmbeddedDatabase({ stateFolder, purpose: 'test' });
  const apps: Application[] = [];
  try {
    const reporter = await prepared(database.ownerUrl, database.url);
    const opened = async (url: string, bare = false) => {
      const app = bare ? withoutGuard(await serve(url)) : await serve(url);
      apps.push(app);
      return app.getHttpServer().address().port;
    };
    const servers: Server[] = [
      { name: 'floor', port: await opened(database.ownerUrl, true), callers: [{}] },
      { name: 'public', port: await opened(database.url), callers: [{}] },
      { name: 'reporter', port: await opened(database.url), callers: [reporter] },
      { name: 'in turns', port: await opened(database.url), callers: [{}, reporter] },
    ];
    const results: Record<string, Record<string, string>> = {};
    for (const [name, paths] of Object.entries(READS)) {
      const medians = await measure(servers, paths);
      const floor = medians[0] ?? 1;
      results[name] = Object.fromEntries(
        servers.map((server, at) => {
          const took = medians[at] ?? 0;
          return [server.name, `${took.toFixed(2)} ms (${(took / floor).toFixed(3)})`];
        }),
      );
    }
    process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  } finally {
    for (const app of apps) await app.close();
    await database.stop();
    rmSync(stateFolder, { recursive: true, force: true });
  }
}

await main();
