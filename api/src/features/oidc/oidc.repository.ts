import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { GrantChanges, HeldGrant } from './grant-changes.js';

export interface KnownPerson {
  readonly id: string;
  readonly demo: boolean;
  readonly suspended: boolean;
}

export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly emailKey: string;
  readonly createdBy: string;
}

const PERSON = `p.id, p.demo, p.suspended_at IS NOT NULL AS suspended`;

/** Sign-ins under way, identities at the provider, and the roles that came from there. */
@Injectable()
export class OidcRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One transaction at a time for each identity and for each address of mail. */
  exclusive<T>(keys: readonly string[], work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      for (const key of [...keys].sort()) {
        await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 22))`, [key]);
      }
      return work(manager);
    });
  }

  /** Keeps a sign-in that leaves for the provider, and forgets those that are long over. */
  async leave(tokenHash: Buffer, returnTo: string, seconds: number): Promise<void> {
    await this.dataSource.query(`DELETE FROM oidc_transaction WHERE expires_at < now() - interval '1 hour'`);
    await this.dataSource.query(
      `INSERT INTO oidc_transaction (token_hash, return_to, expires_at)
       VALUES ($1, $2, now() + make_interval(secs => $3))`,
      [tokenHash, returnTo, seconds],
    );
  }

  /** Takes a sign-in that is under way, once. @returns where it leads back to */
  async take(tokenHash: Buffer): Promise<string | null> {
    const rows = await this.dataSource.query<{ return_to: string }[]>(
      `WITH taken AS (
         UPDATE oidc_transaction SET used_at = now()
         WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()
         RETURNING return_to)
       SELECT return_to FROM taken`,
      [tokenHash],
    );
    return rows[0]?.return_to ?? null;
  }

  async byIdentity(issuer: string, subject: string, manager: EntityManager): Promise<KnownPerson | null> {
    const rows = await manager.query<KnownPerson[]>(
      `SELECT ${PERSON} FROM oidc_identity i JOIN person p ON p.id = i.person_id
       WHERE i.issuer = $1 AND i.subject = $2`,
      [issuer, subject],
    );
    return rows[0] ?? null;
  }

  async byMail(emailKey: string, manager: EntityManager): Promise<KnownPerson | null> {
    const rows = await manager.query<KnownPerson[]>(`SELECT ${PERSON} FROM person p WHERE p.email_key = $1`, [
      emailKey,
    ]);
    return rows[0] ?? null;
  }

  /** Whether somebody is known to the provider under another subject. */
  async isLinked(personId: string, issuer: string, manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT FROM oidc_identity WHERE person_id = $1 AND issuer = $2`,
      [personId, issuer],
    );
    return rows.length > 0;
  }

  async link(issuer: string, subject: string, personId: string, manager: EntityManager): Promise<void> {
    await manager.query(`INSERT INTO oidc_identity (issuer, subject, person_id) VALUES ($1, $2, $3)`, [
      issuer,
      subject,
      personId,
    ]);
  }

  async addPerson(person: NewPerson, manager: EntityManager): Promise<string> {
    const rows = await manager.query<{ id: string }[]>(
      `INSERT INTO person (name, email, email_key, created_by) VALUES ($1, $2, $3, $4) RETURNING id`,
      [person.name, person.email, person.emailKey, person.createdBy],
    );
    return (rows[0] as { id: string }).id;
  }

  /** The unit of an id or of a verified identification code (`e-id`), that exists on the day; null for none or several. */
  async unitOf(text: string, day: string, manager: EntityManager): Promise<string | null> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT u.id FROM organisation_unit u
       WHERE daterange(u.valid_from, u.valid_to, '[]') @> $2::date AND (u.id = $1 OR EXISTS (
         SELECT 1 FROM unit_code c WHERE c.unit_id = u.id AND c.scheme = 'e-id' AND c.code = $1 AND c.verified
           AND daterange(c.valid_from, c.valid_to, '[]') @> $2::date))`,
      [text, day],
    );
    const [only] = rows;
    return rows.length === 1 && only !== undefined ? only.id : null;
  }

  /** What the next step of a sign-in depends on: a second factor of ours, and the roles of the day. */
  async standing(personId: string, day: string): Promise<{ enrolled: boolean; roles: readonly string[] }> {
    const rows = await this.dataSource.query<{ enrolled: boolean; roles: string[] }[]>(
      `SELECT EXISTS (SELECT 1 FROM totp_credential t
                      WHERE t.person_id = $1 AND t.confirmed_at IS NOT NULL) AS enrolled,
              ARRAY(SELECT role FROM role_grant g WHERE g.person_id = $1 AND g.revoked_at IS NULL
                    AND daterange(g.valid_from, g.valid_to, '[]') @> $2::date) AS roles`,
      [personId, day],
    );
    return rows[0] ?? { enrolled: false, roles: [] };
  }

  /** Grants that are neither revoked nor over. */
  async held(personId: string, day: string, manager: EntityManager): Promise<readonly HeldGrant[]> {
    return manager.query<HeldGrant[]>(
      `SELECT id::text, role, unit_id AS "unitId", valid_from::text AS "validFrom", valid_to::text AS "validTo",
              granted_by AS "grantedBy"
       FROM role_grant
       WHERE person_id = $1 AND revoked_at IS NULL AND (valid_to IS NULL OR valid_to >= $2::date)
       ORDER BY valid_from, id`,
      [personId, day],
    );
  }

  async change(
    personId: string,
    { add, renew, revoke }: GrantChanges,
    { origin, today }: { readonly origin: string; readonly today: string },
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `UPDATE role_grant SET revoked_at = now(), revoked_by = $2, revoked_reason = 'not in the claims'
       WHERE id = ANY ($1::bigint[])`,
      [revoke.map(({ id }) => id), origin],
    );
    for (const { id, validTo } of renew) {
      await manager.query(`UPDATE role_grant SET valid_to = $2 WHERE id = $1`, [id, validTo]);
    }
    for (const { role, unitId, validTo } of add) {
      await manager.query(
        `INSERT INTO role_grant (person_id, role, unit_id, valid_from, valid_to, reason, granted_by)
         VALUES ($1, $2, $3, $4, $5, 'claims', $6)`,
        [personId, role, unitId, today, validTo, origin],
      );
    }
  }
}
