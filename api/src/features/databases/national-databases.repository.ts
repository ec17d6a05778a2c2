import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NationalDatabaseAssertion, NationalDatabaseOwner } from './national-database.entity.js';

@Injectable()
export class NationalDatabasesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The latest assertion of each aspect of each database for a year. */
  async current(dataSet: string, period: string): Promise<NationalDatabaseAssertion[]> {
    return this.dataSource
      .createQueryBuilder(NationalDatabaseAssertion, 'a')
      .distinctOn(['a.databaseId', 'a.aspect'])
      .where('a.dataSet = :dataSet AND a.period = :period', { dataSet, period })
      .orderBy('a.databaseId')
      .addOrderBy('a.aspect')
      .addOrderBy('a.id', 'DESC')
      .getMany();
  }

  /** Everything ever asserted of a database, newest first. */
  async history(dataSet: string, databaseId: string): Promise<NationalDatabaseAssertion[]> {
    return this.dataSource.manager.find(NationalDatabaseAssertion, {
      where: { dataSet, databaseId },
      order: { id: 'DESC' },
      take: 500,
    });
  }

  /** Years of which something was asserted, newest first. */
  async periods(dataSet: string): Promise<string[]> {
    const rows: { period: string }[] = await this.dataSource.query(
      `SELECT DISTINCT period FROM national_database_assertion WHERE data_set = $1 ORDER BY period DESC`,
      [dataSet],
    );
    return rows.map(({ period }) => period);
  }

  /** Owners as set by the operator, newest first. */
  async owners(): Promise<NationalDatabaseOwner[]> {
    return this.dataSource.manager.find(NationalDatabaseOwner, { order: { id: 'DESC' } });
  }

  /** Runs `work` in one transaction: what is written and its record in the trail stand or fall together. */
  async together<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  async assert(
    assertion: Omit<NationalDatabaseAssertion, 'id' | 'writtenAt'>,
    manager: EntityManager,
  ): Promise<void> {
    await manager.insert(NationalDatabaseAssertion, assertion);
  }

  async setOwner(
    owner: Omit<NationalDatabaseOwner, 'id' | 'writtenAt'>,
    manager: EntityManager,
  ): Promise<void> {
    await manager.insert(NationalDatabaseOwner, owner);
  }
}
