import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StatusFact } from './task-state.js';
import { TaskStatus } from './task-status.entity.js';

/** A status that stands: neither a withdrawal nor withdrawn. */
export interface StandingStatus extends StatusFact {
  readonly taskCode: string;
  readonly unitId: string | null;
  /** Bodies that lead the task. */
  readonly leads: readonly string[];
  readonly dataSet: string;
  readonly releasedOn: string | null;
}

/** Whose a status is: that of its unit; where one body answers for all, of those that lead. */
export function statusUnits({ unitId, leads }: Pick<StandingStatus, 'unitId' | 'leads'>): readonly string[] {
  return unitId === null ? leads : [unitId];
}

/** The history of what was reported; rows are only ever added. */
@Injectable()
export class TaskStatusesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction: what is written and its record in the trail stand or fall together. */
  async together<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** Of one task, or of all. */
  async standing(dataSet: string, taskCode: string | null = null): Promise<StandingStatus[]> {
    return this.dataSource.query(
      `SELECT s.id::text AS id, s.task_code AS "taskCode", s.action, s.unit_id AS "unitId", s.state,
              s.as_of AS "asOf", s.data_set AS "dataSet", s.released_on AS "releasedOn", t.leads
       FROM task_status s JOIN task t ON t.code = s.task_code
       WHERE s.data_set = $1 AND s.state IS NOT NULL AND ($2::text IS NULL OR s.task_code = $2)
         AND NOT EXISTS (SELECT 1 FROM task_status w WHERE w.withdraws = s.id)
       ORDER BY s.id`,
      [dataSet, taskCode],
    );
  }

  /** Every row of a task, newest first. */
  async history(dataSet: string, taskCode: string, unitId: string | null): Promise<TaskStatus[]> {
    const query = this.dataSource
      .createQueryBuilder(TaskStatus, 's')
      .where('s.dataSet = :dataSet AND s.taskCode = :taskCode', { dataSet, taskCode })
      .orderBy('s.id', 'DESC');
    if (unitId !== null) query.andWhere('s.unitId = :unitId', { unitId });
    return query.getMany();
  }

  async one(dataSet: string, taskCode: string, id: string): Promise<TaskStatus | null> {
    return this.dataSource.manager.findOneBy(TaskStatus, { id, taskCode, dataSet });
  }

  /** Whose a status is; null where there is none. */
  async unitsOf(dataSet: string, taskCode: string, id: string): Promise<readonly string[] | null> {
    const rows: { unitId: string | null; leads: string[] }[] = await this.dataSource.query(
      `SELECT s.unit_id AS "unitId", t.leads FROM task_status s JOIN task t ON t.code = s.task_code
       WHERE s.id = $1::bigint AND s.task_code = $2 AND s.data_set = $3`,
      [id, taskCode, dataSet],
    );
    return rows[0] === undefined ? null : statusUnits(rows[0]);
  }

  async add(row: Omit<TaskStatus, 'id' | 'recordedAt'>, manager: EntityManager): Promise<string> {
    const { identifiers } = await manager.insert(TaskStatus, row);
    return String((identifiers[0] as { id: string }).id);
  }

  async dataSetExists(code: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(`SELECT 1 FROM data_set WHERE code = $1`, [code]);
    return rows.length > 0;
  }
}
