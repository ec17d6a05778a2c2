import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Page } from '../../platform/http/page.js';
import type { KeyListQuery } from './key.dto.js';

/** A key as the tables have it; never its hash. */
export interface KeyDataRow {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly name: string;
  readonly prefix: string;
  readonly state: 'active' | 'expired' | 'revoked' | 'ended';
  readonly role: string;
  readonly unitId: string | null;
  readonly actions: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly lastUsedAddress: string | null;
  readonly revokedAt: Date | null;
}

export interface NewKeyRow {
  readonly personId: string;
  readonly name: string;
  readonly prefix: string;
  readonly keyHash: Buffer;
  readonly actions: readonly string[];
  readonly grantId: string;
  readonly days: number;
}

/** Keys with their state of today: the same that decides whether a key is taken. */
const KEYS = `
  SELECT k.id, k.person_id AS "personId", p.name AS "personName", k.name, k.prefix, g.role, g.unit_id AS "unitId",
         k.actions, k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt",
         k.last_used_address AS "lastUsedAddress", k.revoked_at AS "revokedAt",
         CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked'
              WHEN k.expires_at <= now() THEN 'expired'
              WHEN p.suspended_at IS NOT NULL OR g.revoked_at IS NOT NULL
                OR NOT daterange(g.valid_from, g.valid_to, '[]') @> d.day
                OR (o.id IS NOT NULL AND (o.revoked_at IS NOT NULL
                  OR NOT daterange(o.valid_from, o.valid_to, '[]') @> d.day)) THEN 'ended'
              ELSE 'active' END AS state
  FROM api_key k
  JOIN person p ON p.id = k.person_id
  JOIN role_grant g ON g.id = k.grant_id
  LEFT JOIN role_grant o ON o.id = g.delegated_from,
  (SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day) d`;

@Injectable()
export class KeysRepository {
  constructor(private readonly dataSource: DataSource) {}

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** A person's keys, the newest first. */
  async ofPerson(personId: string): Promise<readonly KeyDataRow[]> {
    return this.dataSource.query<KeyDataRow[]>(
      `SELECT * FROM (${KEYS}) k WHERE "personId" = $1 ORDER BY "createdAt" DESC LIMIT 200`,
      [personId],
    );
  }

  async page({ page, size, state, q }: KeyListQuery): Promise<Page<KeyDataRow>> {
    const values = [state ?? null, q === undefined ? null : `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`];
    const where = `($1::text IS NULL OR state = $1)
      AND ($2::text IS NULL OR name ILIKE $2 OR "personName" ILIKE $2 OR prefix ILIKE $2)`;
    const [items, counted] = await Promise.all([
      this.dataSource.query<KeyDataRow[]>(
        `SELECT * FROM (${KEYS}) k WHERE ${where} ORDER BY "createdAt" DESC, id LIMIT $3 OFFSET $4`,
        [...values, size, (page - 1) * size],
      ),
      this.dataSource.query<{ total: number }[]>(
        `SELECT count(*)::int AS total FROM (${KEYS}) k WHERE ${where}`,
        values,
      ),
    ]);
    return { items, total: counted[0]?.total ?? 0, page, size };
  }

  async one(id: string, manager: EntityManager): Promise<KeyDataRow | null> {
    const rows = await manager.query<KeyDataRow[]>(`SELECT * FROM (${KEYS}) k WHERE id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Keys of a person that hold, counted while nobody else makes one for the same person. */
  async activeOf(personId: string, manager: EntityManager): Promise<number> {
    await manager.query(`SELECT FROM person WHERE id = $1 FOR UPDATE`, [personId]);
    const rows = await manager.query<{ total: number }[]>(
      `SELECT count(*)::int AS total FROM (${KEYS}) k WHERE "personId" = $1 AND state = 'active'`,
      [personId],
    );
    return rows[0]?.total ?? 0;
  }

  async add(key: NewKeyRow, manager: EntityManager): Promise<string> {
    const rows = await manager.query<{ id: string }[]>(
      `INSERT INTO api_key (person_id, name, prefix, key_hash, actions, grant_id, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7)) RETURNING id`,
      [key.personId, key.name, key.prefix, key.keyHash, key.actions, key.grantId, key.days],
    );
    return (rows[0] as { id: string }).id;
  }

  /** Revokes for good. @returns whether it was not revoked before */
  async revoke(id: string, by: string, manager: EntityManager): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `WITH revoked AS (
         UPDATE api_key SET revoked_at = now(), revoked_by = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id)
       SELECT id FROM revoked`,
      [id, by],
    );
    return rows.length > 0;
  }
}
