import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Measure, Target, TargetCondition, TargetGroup, TargetOwner } from './target.entity.js';

/** A programme as the seeds have it, everything in the order of the document. */
export interface StoredProgramme {
  readonly groups: readonly TargetGroup[];
  readonly targets: readonly Target[];
  readonly owners: readonly TargetOwner[];
  readonly conditions: readonly TargetCondition[];
  readonly measures: readonly Measure[];
}

@Injectable()
export class TargetsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async programme(programme: string): Promise<StoredProgramme> {
    const { manager } = this.dataSource;
    const where = { programme };
    const [groups, targets, owners, conditions, measures] = await Promise.all([
      manager.find(TargetGroup, { where, order: { position: 'ASC' } }),
      manager.find(Target, { where, order: { position: 'ASC' } }),
      manager.find(TargetOwner, { where, order: { position: 'ASC' } }),
      manager.find(TargetCondition, { where, order: { position: 'ASC' } }),
      manager.find(Measure, { where, order: { position: 'ASC' } }),
    ]);
    return { groups, targets, owners, conditions, measures };
  }
}
