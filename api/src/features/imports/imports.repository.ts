import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DataImport } from './data-import.entity.js';

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

  async page(page: number, size: number): Promise<[DataImport[], number]> {
    return this.dataSource.manager.findAndCount(DataImport, {
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
