import type { AddressInfo } from 'node:net';
import type * as Door from '../launch.d.ts';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { createApplication } from './application.js';
import { runProgram } from './cli/program.js';
import { readOidcSettings, SettingRefused } from './config/oidc-settings.js';
import type { Settings } from './config/settings.js';
import { grantApplication, refuseStrongRole, roleOf } from './platform/database/application-role.js';
import { OperatorLinksService } from './features/sign-in/operator-links.service.js';
import { checkServer, LaunchError, openForLaunch } from './platform/database/launch-check.js';
import { describeApi } from './openapi.js';
import { permissionsGuide } from './platform/access/permissions-guide.js';
import { contextOf, runIn } from './platform/access/request-context.js';
import { Problem } from './platform/http/problem.js';
import { loadDemoPeople } from './seeding/load-demo-people.js';
import { ReferenceDataService } from './seeding/reference-data.service.js';
import { SampleService } from './seeding/sample/sample.service.js';

export { LaunchError } from './platform/database/launch-check.js';

type Progress = (line: string) => void;
const silent: Progress = () => undefined;

/**
 * Checks that the database answers and can carry the product.
 * @throws LaunchError DATABASE_UNREACHABLE, DATABASE_TOO_OLD, DATABASE_WITHOUT_ICU
 */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  await checkServer(databaseUrl);
}

/** Names of migrations that have not been applied. @throws LaunchError DATABASE_UNREACHABLE */
export async function pendingMigrations(databaseUrl: string): Promise<readonly string[]> {
  return withDatabase(databaseUrl, async (dataSource) => {
    const rows: readonly { name: string }[] = (await hasMigrationTable(dataSource))
      ? await dataSource.query('SELECT name FROM migration')
      : [];
    const applied = new Set(rows.map((row) => row.name));
    return dataSource.migrations
      .map((migration) => migration.name ?? '')
      .filter((name) => !applied.has(name));
  });
}

/**
 * Applies what is pending, all or nothing, and returns its names. Then lets the role of `applicationUrl`, where
 * it is another than the owner's, work on the tables.
 */
export async function migrate(
  ownerUrl: string,
  onProgress: Progress = silent,
  applicationUrl: string = ownerUrl,
): Promise<readonly string[]> {
  return withDatabase(ownerUrl, async (dataSource) => {
    // Two replicas that start together must not both migrate; the lock ends with the session.
    await dataSource.query(`SELECT pg_advisory_lock(hashtext('dti-monitor:migrate'))`);
    const applied = await dataSource.runMigrations({ transaction: 'all' });
    for (const { name } of applied) onProgress(name);
    if (roleOf(applicationUrl) !== roleOf(ownerUrl)) {
      await grantApplication(dataSource, roleOf(applicationUrl));
    }
    return applied.map((migration) => migration.name);
  });
}

/** Loads `seeds/`; does nothing when they are loaded. @throws LaunchError REFERENCE_DATA_REFUSED */
export async function loadReferenceData(databaseUrl: string, onProgress: Progress = silent): Promise<void> {
  await withContext(databaseUrl, (context) => context.get(ReferenceDataService).load(onProgress));
}

/** Loads the sample data set; does nothing when it is loaded. Never called for an operator's own database. */
export async function loadSample(databaseUrl: string, onProgress: Progress = silent): Promise<void> {
  await withContext(databaseUrl, (context) => context.get(SampleService).load(undefined, onProgress));
}

/** Makes the accounts for trying out. Never called for an operator's own database. @returns how many were made */
export async function loadDemoAccounts(databaseUrl: string): Promise<number> {
  return withDatabase(databaseUrl, (dataSource) => dataSource.transaction(loadDemoPeople));
}

/** @throws LaunchError REFERENCE_DATA_REFUSED when what is loaded is refused */
async function withContext(
  databaseUrl: string,
  work: (context: INestApplicationContext) => Promise<unknown>,
): Promise<void> {
  const settings: Settings = {
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    webRoot: null,
    embeddedDatabase: false,
  };
  const context = await NestFactory.createApplicationContext(AppModule.for(settings), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    await runIn(contextOf({ kind: 'system', name: 'seed' }), () => work(context));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const faults = error.errors.slice(0, 3).map(({ path, code, message }) => `${path} ${code} ${message}`);
    throw new LaunchError(
      'REFERENCE_DATA_REFUSED',
      [error.title, error.detail, ...faults].filter(Boolean).join('; '),
    );
  } finally {
    await context.close();
  }
}

export interface ServerOptions extends Omit<Settings, 'oidc'> {
  readonly webRoot: string;
  /** The settings `OIDC_…` as they were given. */
  readonly oidc?: Readonly<Record<string, string>>;
}

/**
 * Serves the API, and the web application where `webRoot` holds one.
 * @throws LaunchError PORT_TAKEN, DATABASE_ROLE_TOO_STRONG, SETTING_REFUSED
 */
export async function startServer(
  options: ServerOptions,
): Promise<{ url: string; firstOperatorLink(): Promise<string | null>; close(): Promise<void> }> {
  const settings: Settings = { ...options, oidc: providerOf(options) };
  await withDatabase(options.databaseUrl, refuseStrongRole);
  const app = await createApplication(settings);
  try {
    await app.listen(options.port, options.host);
  } catch (error) {
    await app.close();
    if ((error as { code?: unknown }).code !== 'EADDRINUSE') throw error;
    throw new LaunchError(
      'PORT_TAKEN',
      `Port ${options.port} on ${options.host} is taken; choose another with PORT.`,
    );
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  const url = `http://${host}:${port}`;
  return {
    url,
    firstOperatorLink: () => firstOperatorLink(app.get(OperatorLinksService), options.publicUrl ?? url),
    close: () => app.close(),
  };
}

/** The address that makes the first operator; null when there is one. The one made before holds no longer. */
async function firstOperatorLink(links: OperatorLinksService, base: string): Promise<string | null> {
  const made = await runIn(contextOf({ kind: 'system', name: 'start' }), () => links.firstStart());
  return made === null ? null : `${base.replace(/\/$/, '')}/link#${made.token}`;
}

/** @throws LaunchError SETTING_REFUSED naming the setting */
function providerOf({ oidc = {}, publicUrl, embeddedDatabase }: ServerOptions): Settings['oidc'] {
  try {
    const settings = readOidcSettings(oidc);
    if (settings !== null && publicUrl == null && !embeddedDatabase) {
      throw new SettingRefused('PUBLIC_URL', 'is needed with OIDC_ISSUER: the provider leads back to it');
    }
    return settings;
  } catch (error) {
    throw error instanceof SettingRefused ? new LaunchError('SETTING_REFUSED', `${error.message}.`) : error;
  }
}

/** Runs the command line. @returns 0 done, 1 the data is wrong, 2 the call is wrong */
export async function runCli(
  argv: readonly string[],
  options: { databaseUrl: () => Promise<string>; embeddedDatabase: boolean; publicUrl?: string | null },
): Promise<number> {
  return runProgram(argv, options);
}

async function hasMigrationTable(dataSource: DataSource): Promise<boolean> {
  const rows: readonly { found: boolean }[] = await dataSource.query(
    `SELECT to_regclass('migration') IS NOT NULL AS found`,
  );
  return rows[0]?.found === true;
}

async function withDatabase<T>(
  databaseUrl: string,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = await openForLaunch(databaseUrl);
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

export { describeApi, permissionsGuide as describePermissions };

/** What is declared to the outside is what is here. */
({
  LaunchError,
  checkDatabase,
  describeApi,
  loadDemoAccounts,
  describePermissions: permissionsGuide,
  loadReferenceData,
  loadSample,
  migrate,
  pendingMigrations,
  runCli,
  startServer,
}) satisfies typeof Door;
