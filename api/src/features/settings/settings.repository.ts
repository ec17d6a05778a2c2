import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OperatorSetting } from './setting.entity.js';

@Injectable()
export class SettingsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction: what is written and its record in the trail stand or fall together. */
  async together<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** Every decision, the newest first. */
  async all(): Promise<OperatorSetting[]> {
    return this.dataSource.manager.find(OperatorSetting, { order: { id: 'DESC' } });
  }

  async latest(
    code: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<OperatorSetting | null> {
    return manager.findOne(OperatorSetting, { where: { code }, order: { id: 'DESC' } });
  }

  async append(
    row: Pick<OperatorSetting, 'code' | 'value' | 'reason' | 'setBy'>,
    manager: EntityManager,
  ): Promise<void> {
    await manager.insert(OperatorSetting, row as object);
  }
}
