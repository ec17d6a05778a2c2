import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { InventoryAction } from './inventory-flow.js';
import { RegisteredDatabase, RegisteredDatabaseVersion } from './registered-database.entity.js';

/** An entry as it now stands, with what its summary tells of inventory, obstacles and services. */
export interface RegisterRow extends Omit<
  RegisteredDatabaseVersion,
  'databaseId' | 'changeNote' | 'writtenBy'
> {
  readonly id: string;
  readonly unitId: string;
  readonly unitNameVi: string;
  readonly unitNameEn: string;
  /** Steps of the year's inventory, in order. */
  readonly actions: readonly InventoryAction[];
  readonly sentOn: string | null;
  readonly openObstacles: number;
  readonly services: number;
}

/** `$1` the data set, `$2` the year of the inventories, `$3` today. */
const ROWS = `
  SELECT d.id, d.data_set AS "dataSet", d.unit_id AS "unitId", n.name_vi AS "unitNameVi", n.name_en AS "unitNameEn",
         v.version, v.state, v.name_vi AS "nameVi", v.name_en AS "nameEn", v.description, v.class, v.marks,
         v.special_reason AS "specialReason", v.special_approver AS "specialApprover",
         v.information_system AS "informationSystem", v.national_database_id AS "nationalDatabaseId",
         v.reference, v.in_use_since AS "inUseSince", v.closed_on AS "closedOn", v.written_at AS "writtenAt",
         COALESCE(i.actions, '{}') AS actions, i.sent_on AS "sentOn",
         (SELECT count(*)::int FROM sharing_obstacle o
          WHERE o.database_id = d.id
            AND (SELECT action FROM sharing_obstacle_step s WHERE s.obstacle_id = o.id ORDER BY s.id DESC LIMIT 1)
                IS DISTINCT FROM 'resolve') AS "openObstacles",
         (SELECT count(*)::int
          FROM (SELECT DISTINCT ON (name_key) withdrawn_on FROM sharing_service
                WHERE database_id = d.id ORDER BY name_key, id DESC) s
          WHERE s.withdrawn_on IS NULL OR s.withdrawn_on > $3::date) AS services
  FROM registered_database d
  JOIN LATERAL (SELECT * FROM registered_database_version WHERE database_id = d.id
                ORDER BY version DESC LIMIT 1) v ON true
  JOIN LATERAL (SELECT name_vi, name_en, short_name_vi FROM unit_name WHERE unit_id = d.unit_id
                ORDER BY valid_from DESC NULLS LAST LIMIT 1) n ON true
  LEFT JOIN LATERAL (SELECT array_agg(action ORDER BY id) AS actions,
                            min(done_on) FILTER (WHERE action = 'send') AS sent_on
                     FROM database_inventory_step s WHERE s.database_id = d.id AND s.period = $2) i ON true`;

@Injectable()
export class RegisterRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction; the entries of a unit are written one after another. */
  async exclusively<T>(unitId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:database-register:' || $1))`, [
        unitId,
      ]);
      return work(manager);
    });
  }

  /** Every entry of a data set as it now stands, by unit and name in Vietnamese order. */
  async rows(dataSet: string, period: string, on: string): Promise<RegisterRow[]> {
    return this.dataSource.query(
      `${ROWS} WHERE d.data_set = $1
       ORDER BY n.short_name_vi COLLATE "vi-VN-x-icu", d.unit_id, v.name_vi COLLATE "vi-VN-x-icu", d.id`,
      [dataSet, period, on],
    );
  }

  async row(id: string, period: string, on: string): Promise<RegisterRow | null> {
    const database = await this.database(id);
    if (database === null) return null;
    const rows: RegisterRow[] = await this.dataSource.query(
      `${ROWS} WHERE d.data_set = $1 AND d.id = $4::bigint`,
      [database.dataSet, period, on, id],
    );
    return rows[0] ?? null;
  }

  async database(
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RegisteredDatabase | null> {
    // A number longer than a bigint would be refused by the database instead of not being found.
    if (!/^[1-9]\d{0,17}$/.test(id)) return null;
    return manager.findOneBy(RegisteredDatabase, { id });
  }

  /** Versions of an entry, newest first. */
  async versions(
    databaseId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RegisteredDatabaseVersion[]> {
    return manager.find(RegisteredDatabaseVersion, { where: { databaseId }, order: { version: 'DESC' } });
  }

  /** Names of the open entries of a unit. */
  async openNames(
    dataSet: string,
    unitId: string,
    manager: EntityManager,
  ): Promise<{ id: string; nameVi: string }[]> {
    return manager.query(
      `SELECT d.id, v.name_vi AS "nameVi"
       FROM registered_database d
       JOIN LATERAL (SELECT name_vi, state FROM registered_database_version WHERE database_id = d.id
                     ORDER BY version DESC LIMIT 1) v ON v.state = 'open'
       WHERE d.data_set = $1 AND d.unit_id = $2`,
      [dataSet, unitId],
    );
  }

  /** Adds an entry and returns its id. */
  async add(
    database: Pick<RegisteredDatabase, 'dataSet' | 'unitId' | 'writtenBy'>,
    manager: EntityManager,
  ): Promise<string> {
    const { generatedMaps } = await manager.insert(RegisteredDatabase, database);
    return String((generatedMaps[0] as { id: string }).id);
  }

  async addVersion(
    version: Omit<RegisteredDatabaseVersion, 'writtenAt'>,
    manager: EntityManager,
  ): Promise<void> {
    await manager.insert(RegisteredDatabaseVersion, version);
  }
}
