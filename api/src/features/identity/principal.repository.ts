import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inAnyScope } from '../../platform/database/scoped-pool.js';
import type { Role } from '../../platform/access/permission-table.js';
import type { Strength } from '../../platform/access/principal.js';

/** A grant as it stands in the tables, with what its sleep depends on. */
export interface GrantRow {
  readonly id: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly pastUnitIds: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly delegatedFrom: string | null;
  /** Whether its unit is the ministry in charge today. */
  readonly inCharge: boolean;
}

/** A key that holds now, with the grants of whoever made it. */
export interface KeyRow {
  readonly keyId: string;
  readonly personId: string;
  readonly demo: boolean;
  readonly grantId: string;
  readonly actions: readonly string[];
  readonly stale: boolean;
  readonly grants: readonly GrantRow[];
}

export interface SessionRow {
  readonly sessionId: string;
  readonly personId: string;
  readonly demo: boolean;
  readonly strength: Strength;
  readonly csrfHash: Buffer;
  /** Whether the last use has to be written anew. */
  readonly stale: boolean;
  /** Whether the person has confirmed a second factor. */
  readonly enrolled: boolean;
  readonly grants: readonly GrantRow[];
}

/**
 * Grants of a person that hold on the day in Viet Nam. One that was delegated holds as long as the one it
 * came from does.
 */
const GRANTS = `
  SELECT coalesce(json_agg(json_build_object(
    'id', g.id::text, 'role', g.role, 'unitId', g.unit_id,
    'pastUnitIds', CASE WHEN g.unit_id IS NULL THEN '{}' ELSE past_units_of(g.unit_id, d.day) END,
    'validFrom', g.valid_from, 'validTo', g.valid_to, 'delegatedFrom', g.delegated_from::text,
    'inCharge', EXISTS (
      SELECT 1 FROM ministry_in_charge m
      WHERE m.unit_id = g.unit_id AND daterange(m.valid_from, m.valid_to, '[]') @> d.day)
  ) ORDER BY g.id), '[]')
  FROM role_grant g
  LEFT JOIN role_grant o ON o.id = g.delegated_from
  WHERE g.person_id = p.id AND g.revoked_at IS NULL
    AND daterange(g.valid_from, g.valid_to, '[]') @> d.day
    AND (o.id IS NULL OR (o.revoked_at IS NULL AND daterange(o.valid_from, o.valid_to, '[]') @> d.day))`;

const TODAY = `(SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day) d`;

/** Who a token stands for. */
@Injectable()
export class PrincipalRepository {
  constructor(private readonly dataSource: DataSource) {}

  private ask<T>(statement: string, given: readonly unknown[]): Promise<T[]> {
    return inAnyScope(() => this.dataSource.query<T[]>(statement, [...given]));
  }

  /** The session of a token that holds now, with its person's grants, in one statement. */
  async session(tokenHash: Buffer): Promise<SessionRow | null> {
    const rows = await this.ask<SessionRow>(
      `SELECT s.id AS "sessionId", p.id AS "personId", p.demo, s.strength, s.csrf_hash AS "csrfHash",
              s.last_seen_at < now() - interval '1 minute' AS stale,
              EXISTS (SELECT 1 FROM totp_credential t
                      WHERE t.person_id = p.id AND t.confirmed_at IS NOT NULL) AS enrolled,
              (${GRANTS}) AS grants
       FROM person_session s JOIN person p ON p.id = s.person_id, ${TODAY}
       WHERE s.token_hash = $1 AND s.ended_at IS NULL AND p.suspended_at IS NULL
         AND now() < s.absolute_end AND now() < s.last_seen_at + make_interval(secs => s.idle_seconds)`,
      [tokenHash],
    );
    return rows[0] ?? null;
  }

  /** The API key of a token that holds now. */
  async key(keyHash: Buffer): Promise<KeyRow | null> {
    const rows = await this.ask<KeyRow>(
      `SELECT k.id AS "keyId", p.id AS "personId", p.demo, k.grant_id::text AS "grantId", k.actions,
              coalesce(k.last_used_at < now() - interval '1 minute', true) AS stale, (${GRANTS}) AS grants
       FROM api_key k JOIN person p ON p.id = k.person_id, ${TODAY}
       WHERE k.key_hash = $1 AND k.revoked_at IS NULL AND now() < k.expires_at AND p.suspended_at IS NULL`,
      [keyHash],
    );
    return rows[0] ?? null;
  }

  /** The id of a key, whether it holds or not: for the trail. */
  async keyNamed(keyHash: Buffer): Promise<string | null> {
    const rows = await this.dataSource.query<{ id: string }[]>('SELECT id FROM api_key WHERE key_hash = $1', [
      keyHash,
    ]);
    return rows[0]?.id ?? null;
  }

  async touchKey(keyId: string, address: string | null): Promise<void> {
    await this.dataSource.query(
      'UPDATE api_key SET last_used_at = now(), last_used_address = $2 WHERE id = $1',
      [keyId, address],
    );
  }

  /** The grants that a person holds today. */
  async grants(personId: string): Promise<readonly GrantRow[]> {
    const rows = await this.dataSource.query<{ grants: GrantRow[] }[]>(
      `SELECT (${GRANTS}) AS grants FROM person p, ${TODAY} WHERE p.id = $1 AND p.suspended_at IS NULL`,
      [personId],
    );
    return rows[0]?.grants ?? [];
  }

  async touch(sessionId: string): Promise<void> {
    await this.dataSource.query('UPDATE person_session SET last_seen_at = now() WHERE id = $1', [sessionId]);
  }
}
