import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../identity/person.entity.js';

/** An account with what is told of it. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'vi' | 'en';
  readonly demo: boolean;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly suspendedAt: Date | null;
  readonly suspendedBy: string | null;
  readonly suspendedReason: string | null;
  /** Has a password or signs in elsewhere. */
  readonly ready: boolean;
  readonly secondFactor: boolean;
  readonly lastSignInAt: Date | null;
  readonly sessions: number;
  readonly invitationUntil: Date | null;
}

const READY = `(p.demo OR EXISTS (SELECT 1 FROM password_credential c WHERE c.person_id = p.id)
  OR EXISTS (SELECT 1 FROM oidc_identity i WHERE i.person_id = p.id))`;

const PERSON = `
  SELECT p.id, p.name, p.email, p.locale, p.demo, p.created_at AS "createdAt", p.created_by AS "createdBy",
         p.suspended_at AS "suspendedAt", p.suspended_by AS "suspendedBy", p.suspended_reason AS "suspendedReason",
         ${READY} AS ready,
         EXISTS (SELECT 1 FROM totp_credential t WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL)
           AS "secondFactor",
         s.last AS "lastSignInAt", coalesce(s.open, 0)::int AS sessions,
         (SELECT max(l.expires_at) FROM one_time_link l
          WHERE l.person_id = p.id AND l.purpose = 'invitation' AND l.used_at IS NULL AND l.expires_at > now())
           AS "invitationUntil"
  FROM person p
  LEFT JOIN (
    SELECT person_id, max(created_at) AS last, count(*) FILTER (WHERE ended_at IS NULL AND now() < absolute_end
             AND now() < last_seen_at + make_interval(secs => idle_seconds)) AS open
    FROM person_session GROUP BY person_id) s ON s.person_id = p.id`;

@Injectable()
export class PeopleRepository {
  constructor(private readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /** One change of people at a time: what a check has seen holds until it is written. */
  exclusively<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:people'))`);
      return work(manager);
    });
  }

  /** Everybody, by name in the Vietnamese alphabet. */
  async all(): Promise<PersonRow[]> {
    return this.dataSource.query(`${PERSON} ORDER BY p.name COLLATE "vi-VN-x-icu", p.email_key`);
  }

  async one(id: string, manager: EntityManager = this.manager): Promise<PersonRow | null> {
    const rows = await manager.query<PersonRow[]>(`${PERSON} WHERE p.id = $1`, [id]);
    return rows[0] ?? null;
  }

  async some(ids: readonly string[]): Promise<PersonRow[]> {
    return this.dataSource.query(
      `${PERSON} WHERE p.id = ANY ($1::uuid[]) ORDER BY p.name COLLATE "vi-VN-x-icu", p.email_key`,
      [[...ids]],
    );
  }

  /** Names and addresses as they are compared, of everybody but one. */
  async writings(
    except: string | null,
    manager: EntityManager,
  ): Promise<{ name: string; emailKey: string }[]> {
    return manager.query(
      `SELECT name, email_key AS "emailKey" FROM person WHERE NOT demo AND id IS DISTINCT FROM $1`,
      [except],
    );
  }

  async isTaken(emailKey: string, except: string | null, manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM person WHERE email_key = $1 AND id IS DISTINCT FROM $2',
      [emailKey, except],
    );
    return rows.length > 0;
  }

  async add(
    person: Pick<Person, 'name' | 'email' | 'emailKey' | 'locale' | 'demo' | 'createdBy'>,
    manager: EntityManager,
  ): Promise<string> {
    const { name, email, emailKey, locale, demo, createdBy } = person;
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO person (name, email, email_key, locale, demo, created_by)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [name, email, emailKey, locale, demo, createdBy],
    );
    return row?.id ?? '';
  }

  async change(
    id: string,
    change: Partial<Pick<Person, 'name' | 'email' | 'emailKey'>>,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `UPDATE person SET name = coalesce($2, name), email = coalesce($3, email), email_key = coalesce($4, email_key)
       WHERE id = $1`,
      [id, change.name ?? null, change.email ?? null, change.emailKey ?? null],
    );
  }

  /** @returns whether it was not suspended before */
  async suspend(id: string, by: string, reason: string, manager: EntityManager): Promise<boolean> {
    return changed(
      `UPDATE person SET suspended_at = now(), suspended_by = $2, suspended_reason = $3
       WHERE id = $1 AND suspended_at IS NULL RETURNING id`,
      [id, by, reason],
      manager,
    );
  }

  /** @returns whether it was suspended */
  async lift(id: string, manager: EntityManager): Promise<boolean> {
    return changed(
      `UPDATE person SET suspended_at = NULL, suspended_by = NULL, suspended_reason = NULL
       WHERE id = $1 AND suspended_at IS NOT NULL RETURNING id`,
      [id],
      manager,
    );
  }

  /** Ends every way in by link that a person has been sent. */
  async withdrawLinks(id: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE one_time_link SET expires_at = now() WHERE person_id = $1 AND used_at IS NULL AND expires_at > now()`,
      [id],
    );
  }

  /** @returns whether there was a second factor */
  async dropSecondFactor(id: string, manager: EntityManager): Promise<boolean> {
    await manager.query('DELETE FROM recovery_code WHERE person_id = $1', [id]);
    return changed('DELETE FROM totp_credential WHERE person_id = $1 RETURNING person_id', [id], manager);
  }

  /**
   * Operators who can sign in today, but one person. Those for trying out count for each other alone, since they
   * are gone when the embedded database is left.
   */
  async otherOperators(than: string, manager: EntityManager): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `SELECT count(DISTINCT p.id)::int AS count
       FROM person p JOIN role_grant g ON g.person_id = p.id AND g.role = 'operator' AND g.revoked_at IS NULL
       WHERE p.id <> $1 AND p.suspended_at IS NULL AND ${READY}
         AND daterange(g.valid_from, g.valid_to, '[]') @> (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
         AND (NOT p.demo OR (SELECT demo FROM person WHERE id = $1))`,
      [than],
    );
    return row?.count ?? 0;
  }
}

/** @returns whether a statement that returns what it changed has changed anything */
async function changed(
  statement: string,
  values: readonly unknown[],
  manager: EntityManager,
): Promise<boolean> {
  const [rows] = await manager.query<[unknown[], number]>(statement, [...values]);
  return rows.length > 0;
}
