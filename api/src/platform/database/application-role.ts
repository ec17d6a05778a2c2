import type { DataSource } from 'typeorm';
import { LaunchError } from './launch-check.js';

/** What the application may do with tables that are not simply its own to write. */
const EXCEPTIONS: readonly string[] = [
  'REVOKE INSERT, UPDATE, DELETE ON migration FROM %role%',
  // The trail is written by its functions alone, which run as the owner.
  'REVOKE INSERT, UPDATE, DELETE ON audit_event, audit_head, audit_seal FROM %role%',
  'GRANT EXECUTE ON FUNCTION append_audit_event, seal_audit_days TO %role%',
];

/**
 * Lets the application's role work on what the owner's has made: rows, never the tables themselves. Run by the
 * owner after each migration; nothing changes where it has been said before.
 */
export async function grantApplication(dataSource: DataSource, role: string): Promise<void> {
  const name = quoted(role);
  const statements = [
    `GRANT USAGE ON SCHEMA public TO ${name}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name}`,
    // The sample draws its ids beforehand, to name rows that are written later.
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${name}`,
    ...EXCEPTIONS.map((statement) => statement.replace('%role%', name)),
  ];
  await dataSource.query(statements.join(';\n'));
}

function quoted(role: string): string {
  return `"${role.replaceAll('"', '""')}"`;
}

/** The role of an address, by which it connects. */
export function roleOf(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).username);
}

interface Strength {
  readonly role: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
}

/**
 * A server must not run as a role that row-level security does not bind.
 * @throws LaunchError DATABASE_ROLE_TOO_STRONG
 */
export async function refuseStrongRole(dataSource: DataSource): Promise<void> {
  const [found] = await dataSource.query<Strength[]>(`
    SELECT current_user AS role, rolsuper AS superuser, rolbypassrls AS bypasses,
           EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                   WHERE n.nspname = 'public' AND c.relname = 'observation'
                     AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns
    FROM pg_roles WHERE rolname = current_user`);
  if (found === undefined || !(found.superuser || found.bypasses || found.owns)) return;
  const why = found.superuser ? 'is a superuser' : found.bypasses ? 'has BYPASSRLS' : 'owns the tables';
  throw new LaunchError(
    'DATABASE_ROLE_TOO_STRONG',
    `The role "${found.role}" of DATABASE_URL ${why}, so that row-level security would not bind it: ` +
      'make a role of its own for the application and give the owner as OWNER_DATABASE_URL to `npm run migrate` ' +
      '(docs/guides/running.md).',
  );
}
