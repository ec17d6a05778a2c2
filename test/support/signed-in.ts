import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** A role to hold, for a unit where it is one of a unit. */
export interface Held {
  readonly role: string;
  readonly unit?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** Somebody who is signed in, without the pages of a sign-in. */
export interface SignedIn {
  readonly personId: string;
  readonly sessionId: string;
  readonly grantIds: readonly string[];
  /** What the browser would send along. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The ministry in charge since 01/03/2025. */
export const MINISTRY = 'bo-khoa-hoc-va-cong-nghe';

/** Who runs collection and publication, and the system besides. */
export const STAFF: readonly Held[] = [{ role: 'chief_assessor', unit: MINISTRY }, { role: 'operator' }];

/**
 * Plants a person with roles and a session, as the owner of the tables.
 * @param strength how the session was proven; with one factor some roles sleep
 */
export async function plantSignedIn(
  database: DataSource,
  held: readonly Held[],
  strength: 'one-factor' | 'two-factor' | 'demo' = 'two-factor',
): Promise<SignedIn> {
  const [token, csrf] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
  const email = `${randomBytes(6).toString('hex')}@spec.example`;
  const [person] = await database.query<{ id: string }[]>(
    `INSERT INTO person (name, email, email_key, demo, created_by) VALUES ('Spec', $1, $1, $2, 'spec') RETURNING id`,
    [email, strength === 'demo'],
  );
  const personId = person?.id ?? '';
  const grantIds: string[] = [];
  for (const { role, unit, validFrom, validTo } of held) {
    const [grant] = await database.query<{ id: string }[]>(
      `INSERT INTO role_grant (person_id, role, unit_id, valid_from, valid_to, granted_by)
       VALUES ($1, $2, $3, $4, $5, 'spec') RETURNING id`,
      [personId, role, unit ?? null, validFrom ?? '2020-01-01', validTo ?? null],
    );
    grantIds.push(grant?.id ?? '');
  }
  const [session] = await database.query<{ id: string }[]>(
    `INSERT INTO person_session (token_hash, person_id, strength, via, csrf_hash, idle_seconds, absolute_end)
     VALUES ($1, $2, $3, 'password', $4, 3600, now() + interval '12 hours') RETURNING id`,
    [hash(token), personId, strength, hash(csrf)],
  );
  return {
    personId,
    sessionId: session?.id ?? '',
    grantIds,
    headers: { cookie: `dti-session=${token}`, 'x-xsrf-token': csrf },
  };
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
