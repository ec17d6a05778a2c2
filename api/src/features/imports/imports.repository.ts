import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DataImport } from './data-import.entity.js';

const SUMMARY = {
  id: true,
  frameworkVersion: true,
  period: true,
  fileName: true,
  sha256: true,
  rows: true,
  newCount: true,
  changedCount: true,
  unchangedCount: true,
  importedAt: true,
  importedBy: true,
} as const;

/** What a list says of an import. */
export type ListedImport = Pick<DataImport, keyof typeof SUMMARY>;

@Injectable()
export class ImportsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction; imports wait for each other, so that none plans on stale figures. */
  async exclusively<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:import'))`);
      return work(manager);
    });
  }

  /** Newest first, without what each changed, which may be a thousand cells. */
  async page(page: number, size: number): Promise<[ListedImport[], number]> {
    return this.dataSource.manager.findAndCount(DataImport, {
      select: SUMMARY,
      order: { id: 'DESC' },
      skip: (page - 1) * size,
      take: size,
    });
  }

  async byId(id: string): Promise<DataImport | null> {
    return this.dataSource.manager.findOneBy(DataImport, { id });
  }

  async add(record: Omit<DataImport, 'id' | 'importedAt'>, manager: EntityManager): Promise<DataImport> {
    return manager.save(manager.create(DataImport, record));
  }
}
