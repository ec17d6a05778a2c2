import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '../../platform/access/permission-table.js';
import type { RoleGrant } from '../identity/person.entity.js';

/** A grant with whose role it is, where it was delegated. */
export interface GrantLine {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly reason: string | null;
  readonly delegatedFrom: string | null;
  readonly originPersonId: string | null;
  readonly originPersonName: string | null;
  /** The grant it came from holds no more. */
  readonly originOver: boolean;
  readonly grantedBy: string;
  readonly grantedAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  readonly revokedReason: string | null;
}

export type NewGrant = Pick<
  RoleGrant,
  | 'personId'
  | 'role'
  | 'unitId'
  | 'validFrom'
  | 'validTo'
  | 'reason'
  | 'delegatedFrom'
  | 'grantedBy'
  | 'grantedByPerson'
>;

/** What an address may say; anything else is no id of a grant. */
const ID = /^\d{1,18}$/;
const TODAY = `(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
const LINE = `
  SELECT g.id::text, g.person_id AS "personId", p.name AS "personName", g.role, g.unit_id AS "unitId",
         g.valid_from AS "validFrom", g.valid_to AS "validTo", g.reason, g.delegated_from::text AS "delegatedFrom",
         o.person_id AS "originPersonId", q.name AS "originPersonName",
         coalesce(o.revoked_at IS NOT NULL OR o.valid_to < ${TODAY}, false) AS "originOver",
         g.granted_by AS "grantedBy", g.granted_at AS "grantedAt", g.revoked_at AS "revokedAt",
         g.revoked_by AS "revokedBy", g.revoked_reason AS "revokedReason"
  FROM role_grant g
  JOIN person p ON p.id = g.person_id
  LEFT JOIN role_grant o ON o.id = g.delegated_from
  LEFT JOIN person q ON q.id = o.person_id`;
const STANDING = `g.revoked_at IS NULL AND (g.valid_to IS NULL OR g.valid_to >= ${TODAY})`;

@Injectable()
export class GrantsRepository {
  constructor(private readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /** Of everybody, what holds today or later. */
  async standing(): Promise<GrantLine[]> {
    return this.dataSource.query(`${LINE} WHERE ${STANDING} ORDER BY g.id`);
  }

  /** Of one person, what is over too; the newest first. */
  async ofPerson(personId: string, manager: EntityManager = this.manager): Promise<GrantLine[]> {
    return manager.query(`${LINE} WHERE g.person_id = $1 ORDER BY g.id DESC`, [personId]);
  }

  /** What holds for a unit today or later. */
  async ofUnit(unitId: string): Promise<GrantLine[]> {
    return this.dataSource.query(`${LINE} WHERE g.unit_id = $1 AND ${STANDING} ORDER BY g.id`, [unitId]);
  }

  /** What a person has delegated or was delegated, the newest first. */
  async delegations(personId: string): Promise<GrantLine[]> {
    return this.dataSource.query(
      `${LINE} WHERE g.delegated_from IS NOT NULL AND $1 IN (g.person_id, o.person_id) ORDER BY g.id DESC`,
      [personId],
    );
  }

  async one(id: string, manager: EntityManager = this.manager): Promise<GrantLine | null> {
    if (!ID.test(id)) return null;
    const rows = await manager.query<GrantLine[]>(`${LINE} WHERE g.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Roles that a person holds for a unit today, by the own grants and not in anybody's stead. */
  async ownRoles(personId: string, unitId: string, manager: EntityManager): Promise<Role[]> {
    const rows = await manager.query<{ role: Role }[]>(
      `SELECT DISTINCT g.role FROM role_grant g JOIN person p ON p.id = g.person_id
       WHERE g.person_id = $1 AND g.unit_id = $2 AND g.revoked_at IS NULL AND g.delegated_from IS NULL
         AND p.suspended_at IS NULL AND daterange(g.valid_from, g.valid_to, '[]') @> ${TODAY}`,
      [personId, unitId],
    );
    return rows.map(({ role }) => role);
  }

  async overlaps(
    grant: Pick<NewGrant, 'personId' | 'role' | 'unitId' | 'validFrom' | 'validTo'>,
    manager: EntityManager,
  ): Promise<boolean> {
    const { personId, role, unitId, validFrom, validTo } = grant;
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM role_grant
       WHERE person_id = $1 AND role = $2 AND unit_id IS NOT DISTINCT FROM $3 AND revoked_at IS NULL
         AND daterange(valid_from, valid_to, '[]') && daterange($4::date, $5::date, '[]')`,
      [personId, role, unitId, validFrom, validTo],
    );
    return rows.length > 0;
  }

  async add(grant: NewGrant, manager: EntityManager): Promise<string> {
    const { personId, role, unitId, validFrom, validTo, reason, delegatedFrom, grantedBy, grantedByPerson } =
      grant;
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO role_grant (person_id, role, unit_id, valid_from, valid_to, reason, delegated_from, granted_by,
                               granted_by_person)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id::text`,
      [personId, role, unitId, validFrom, validTo, reason, delegatedFrom, grantedBy, grantedByPerson],
    );
    return row?.id ?? '';
  }

  /** Ends a grant and what was delegated from it. @returns the ids of what ended */
  async revoke(id: string, by: string, reason: string, manager: EntityManager): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `WITH ended AS (
         UPDATE role_grant SET revoked_at = now(), revoked_by = $2, revoked_reason = $3
         WHERE (id = $1 OR delegated_from = $1) AND revoked_at IS NULL RETURNING id)
       SELECT id::text FROM ended ORDER BY id`,
      [id, by, reason],
    );
    return rows.map((row) => row.id);
  }

  /** Ends what a person has delegated to others. @returns the ids of what ended */
  async revokeDelegatedBy(
    personId: string,
    by: string,
    reason: string,
    manager: EntityManager,
  ): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `WITH ended AS (
         UPDATE role_grant g SET revoked_at = now(), revoked_by = $2, revoked_reason = $3
         FROM role_grant o
         WHERE o.id = g.delegated_from AND o.person_id = $1 AND g.revoked_at IS NULL
           AND (g.valid_to IS NULL OR g.valid_to >= ${TODAY})
         RETURNING g.id)
       SELECT id::text FROM ended ORDER BY id`,
      [personId, by, reason],
    );
    return rows.map((row) => row.id);
  }
}
