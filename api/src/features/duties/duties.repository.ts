import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Duty, DutySubmission } from './duty.entity.js';

/** Which lines of the submissions; what is absent does not narrow. */
export interface SubmissionFilter {
  readonly dataSet: string;
  readonly duties: readonly string[];
  readonly period?: string;
  readonly unit?: string;
}

export type NewSubmission = Omit<DutySubmission, 'id' | 'writtenAt'>;

@Injectable()
export class DutiesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every duty, in the order of the files. */
  async all(): Promise<Duty[]> {
    return this.dataSource.manager.find(Duty, { order: { position: 'ASC' } });
  }

  async find(code: string): Promise<Duty | null> {
    return this.dataSource.manager.findOneBy(Duty, { code });
  }

  /** Lines in the order in which they were written. */
  async submissions(
    { dataSet, duties, period, unit }: SubmissionFilter,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<DutySubmission[]> {
    return manager.find(DutySubmission, {
      where: {
        dataSet,
        dutyCode: In([...duties]),
        ...(period === undefined ? {} : { period }),
        ...(unit === undefined ? {} : { unitId: unit }),
      },
      order: { id: 'ASC' },
    });
  }

  async append(row: NewSubmission, manager: EntityManager): Promise<void> {
    await manager.insert(DutySubmission, row);
  }

  /** One transaction; what is sent and returned under duties is written one line after another. */
  async exclusively<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:duty-submission'))`);
      return work(manager);
    });
  }
}
