import { type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.js';
import { contextOf, runIn } from '../platform/access/request-context.js';
import { checkServer, LaunchError } from '../platform/database/launch-check.js';

/** How the command line reaches the database; asked only by a command that needs it. */
export interface CliOptions {
  readonly databaseUrl: () => Promise<string>;
  readonly embeddedDatabase: boolean;
  /** Where people reach the product, for links that a command prints. */
  readonly publicUrl?: string | null;
}

/**
 * Gives a command a service of the application, without HTTP, and closes everything after it.
 * @throws LaunchError DATABASE_UNREACHABLE, DATABASE_TOO_OLD, DATABASE_WITHOUT_ICU, MIGRATIONS_PENDING
 */
export async function withService<S, T>(
  options: CliOptions,
  service: Type<S>,
  work: (service: S) => Promise<T>,
): Promise<T> {
  const databaseUrl = await options.databaseUrl();
  const context = await openContext(databaseUrl, options);
  try {
    // Who can run a command on the database can do anything with it.
    return await runIn(contextOf({ kind: 'system', name: 'cli' }), () => work(context.get(service)));
  } catch (error) {
    throw (await isMigrated(context)) ? error : notMigrated();
  } finally {
    await context.close();
  }
}

async function openContext(
  databaseUrl: string,
  { embeddedDatabase, publicUrl }: CliOptions,
): Promise<INestApplicationContext> {
  // An embedded database has just been seen to; of the operator's, what is wrong is said in one line.
  if (!embeddedDatabase) await checkServer(databaseUrl);
  const settings = {
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    webRoot: null,
    embeddedDatabase,
    publicUrl: publicUrl ?? null,
  };
  return NestFactory.createApplicationContext(AppModule.for(settings), {
    logger: ['error'],
    abortOnError: false,
  });
}

/** A database of the operator's is never migrated unasked, so it may lack the tables that are needed. */
async function isMigrated(context: INestApplicationContext): Promise<boolean> {
  const dataSource = context.get(DataSource);
  const applied = await dataSource.query<{ name: string }[]>('SELECT name FROM migration').catch(() => []);
  const names = new Set(applied.map((migration) => migration.name));
  return dataSource.migrations.every((migration) => names.has(migration.name ?? ''));
}

function notMigrated(): LaunchError {
  return new LaunchError('MIGRATIONS_PENDING', 'The database lacks migrations: run `npm run migrate`.');
}
