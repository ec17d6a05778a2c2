import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { loadReferenceData, migrate } from '@dti-monitor/api/launch';

// On a machine that is busy a test with a database may take more than jest's five seconds.
jest.setTimeout(60_000);

/** How much is in a fresh database: nothing, the tables, or the tables with the figures of the seeds. */
export type Content = 'empty' | 'migrated' | 'loaded';

/** A database of one spec file, in the PostgreSQL of the run. */
export interface FreshDatabase {
  /** Connects as the application's role, which row-level security binds, as in production. */
  readonly url: string;
  /** Connects as the owner of its tables, who is no superuser: for migrations, and to see every row. */
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

/** Any number that no other lock of the run uses: spec files in several processes make templates. */
const TEMPLATE_LOCK = 7_316_001;
const OWNER = 'spec_owner';
const APPLICATION = 'spec_app';

/**
 * Makes a database for one spec file. What it holds is made once for the whole run and then copied,
 * which takes a moment where migrating and loading take seconds.
 * @throws when the run has no PostgreSQL: the spec belongs to the jest project "integration"
 */
export async function freshDatabase(content: Content): Promise<FreshDatabase> {
  const name = `spec_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(async (admin) => {
    // One after another: PostgreSQL refuses to copy a template that somebody else copies or fills.
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const template = content === 'empty' ? 'template0' : await provideTemplate(admin, content);
    await provideRoles(admin);
    await admin.query(`CREATE DATABASE ${name} OWNER ${OWNER} TEMPLATE ${template} STRATEGY FILE_COPY`);
  });
  return {
    url: addressOf(name, APPLICATION),
    ownerUrl: addressOf(name, OWNER),
    drop: () => asAdmin(async (admin) => void (await admin.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}

async function provideTemplate(admin: Client, content: 'migrated' | 'loaded'): Promise<string> {
  const name = `template_${content}`;
  if (await exists(admin, 'SELECT FROM pg_database WHERE datname = $1', name)) return name;
  await provideRoles(admin);
  const making = `${name}_making`;
  await admin.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
  const base = content === 'loaded' ? await provideTemplate(admin, 'migrated') : 'template0';
  await admin.query(`CREATE DATABASE ${making} OWNER ${OWNER} TEMPLATE ${base}`);
  if (content === 'migrated') {
    await migrate(addressOf(making, OWNER), undefined, addressOf(making, APPLICATION));
  } else {
    await loadReferenceData(addressOf(making, APPLICATION));
  }
  await admin.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
  return name;
}

async function provideRoles(admin: Client): Promise<void> {
  for (const role of [OWNER, APPLICATION]) {
    if (await exists(admin, 'SELECT FROM pg_roles WHERE rolname = $1', role)) continue;
    await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
  }
}

async function exists(admin: Client, query: string, name: string): Promise<boolean> {
  const { rowCount } = await admin.query(query, [name]);
  return rowCount === 1;
}

function addressOf(database: string, role: string): string {
  const url = new URL(adminAddress());
  url.pathname = `/${database}`;
  url.username = role;
  url.password = role;
  return url.href;
}

/** Runs an action on a connection of the superuser; its locks end with the connection. */
async function asAdmin(action: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: adminAddress() });
  await admin.connect();
  try {
    await action(admin);
  } finally {
    await admin.end();
  }
}

function adminAddress(): string {
  const address = process.env['TEST_ADMIN_DATABASE_URL'];
  if (address === undefined)
    throw new Error('TEST_ADMIN_DATABASE_URL is not set: run jest project "integration"');
  return address;
}
