import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.js';

const OLDEST_SERVER = 150_000;

/** Why the product cannot start: a stable code and one line for people. */
export class LaunchError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'LaunchError';
  }
}

/** Opens the database, or says in one line why that fails. @throws LaunchError DATABASE_UNREACHABLE */
export async function openForLaunch(databaseUrl: string): Promise<DataSource> {
  try {
    return await openDataSource(databaseUrl);
  } catch (error) {
    throw new LaunchError(
      'DATABASE_UNREACHABLE',
      `The database at ${withoutPassword(databaseUrl)} does not answer: ${reason(error)}`,
    );
  }
}

/** @throws LaunchError DATABASE_UNREACHABLE, DATABASE_TOO_OLD, DATABASE_WITHOUT_ICU */
export async function checkServer(databaseUrl: string): Promise<void> {
  const dataSource = await openForLaunch(databaseUrl);
  try {
    const [version] = await ask<{ server_version_num: string }>(dataSource, 'SHOW server_version_num');
    const number = Number(version?.server_version_num);
    if (!(number >= OLDEST_SERVER)) {
      throw new LaunchError(
        'DATABASE_TOO_OLD',
        `PostgreSQL ${Math.floor(number / 10_000)} is too old: version 15 or newer is needed.`,
      );
    }
    const collations = await ask(dataSource, `SELECT 1 FROM pg_collation WHERE collname = 'vi-VN-x-icu'`);
    if (collations.length === 0) {
      throw new LaunchError(
        'DATABASE_WITHOUT_ICU',
        'This PostgreSQL has no collation vi-VN-x-icu: it must be built with ICU.',
      );
    }
  } finally {
    await dataSource.destroy();
  }
}

async function ask<T>(dataSource: DataSource, sql: string): Promise<readonly T[]> {
  return (await dataSource.query(sql)) as readonly T[];
}

function reason(error: unknown): string {
  const errors = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  const [first] = errors;
  return first instanceof Error ? (first.message.split('\n')[0] ?? '') : String(first);
}

function withoutPassword(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl);
    return `${url.host}${url.pathname}`;
  } catch {
    return 'DATABASE_URL (which is no address)';
  }
}
