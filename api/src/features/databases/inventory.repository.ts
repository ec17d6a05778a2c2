import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { DatabaseFinding, DatabaseInventoryStep } from './inventory.entity.js';

@Injectable()
export class InventoryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction; the steps of a database are taken one after another. */
  async exclusively<T>(databaseId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:database-inventory:' || $1))`, [
        databaseId,
      ]);
      return work(manager);
    });
  }

  /** Every step of a database, of all years, in order. */
  async stepsOf(databaseId: string): Promise<DatabaseInventoryStep[]> {
    return this.dataSource.manager.find(DatabaseInventoryStep, {
      where: { databaseId },
      order: { id: 'ASC' },
    });
  }

  /** The steps of a year, in order. */
  async steps(
    databaseId: string,
    period: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<DatabaseInventoryStep[]> {
    return manager.find(DatabaseInventoryStep, { where: { databaseId, period }, order: { id: 'ASC' } });
  }

  async findings(stepIds: readonly string[]): Promise<DatabaseFinding[]> {
    return this.dataSource.manager.find(DatabaseFinding, { where: { stepId: In([...stepIds]) } });
  }

  async add(
    step: Omit<DatabaseInventoryStep, 'id' | 'writtenAt'>,
    findings: readonly Omit<DatabaseFinding, 'stepId' | 'dataSet'>[],
    manager: EntityManager,
  ): Promise<void> {
    const { generatedMaps } = await manager.insert(DatabaseInventoryStep, step);
    const stepId = String((generatedMaps[0] as { id: string }).id);
    if (findings.length === 0) return;
    await manager.insert(
      DatabaseFinding,
      findings.map((finding) => ({ ...finding, stepId, dataSet: step.dataSet })),
    );
  }
}
