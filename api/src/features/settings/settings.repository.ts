import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OperatorSetting } from './setting.entity.js';

@Injectable()
export class SettingsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Every decision, the newest first. */
  async all(): Promise<OperatorSetting[]> {
    return this.dataSource.manager.find(OperatorSetting, { order: { id: 'DESC' } });
  }

  async latest(code: string): Promise<OperatorSetting | null> {
    return this.dataSource.manager.findOne(OperatorSetting, { where: { code }, order: { id: 'DESC' } });
  }

  async append(row: Pick<OperatorSetting, 'code' | 'value' | 'reason' | 'setBy'>): Promise<void> {
    await this.dataSource.manager.insert(OperatorSetting, row as object);
  }
}
