import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  GuidanceActivity,
  GuidanceFramework,
  GuidanceGroup,
  MaturityCriterion,
  MaturityLevel,
  MaturitySelfAssessment,
} from './guidance.entity.js';

/** A framework with all that belongs to it, in the order of the source. */
export interface FrameworkRecord {
  readonly framework: GuidanceFramework;
  readonly groups: readonly GuidanceGroup[];
  readonly activities: readonly GuidanceActivity[];
  readonly levels: readonly MaturityLevel[];
  readonly criteria: readonly MaturityCriterion[];
}

export type NewAnswer = Omit<MaturitySelfAssessment, 'id' | 'writtenAt'>;

@Injectable()
export class GuidanceRepository {
  constructor(private readonly dataSource: DataSource) {}

  async latestCode(): Promise<string | null> {
    const [latest] = await this.dataSource.manager.find(GuidanceFramework, {
      order: { presentedOn: 'DESC' },
      take: 1,
    });
    return latest?.code ?? null;
  }

  async record(code: string): Promise<FrameworkRecord | null> {
    const { manager } = this.dataSource;
    const framework = await manager.findOneBy(GuidanceFramework, { code });
    if (framework === null) return null;
    const where = { frameworkCode: code };
    const [groups, activities, levels, criteria] = await Promise.all([
      manager.find(GuidanceGroup, { where, order: { position: 'ASC' } }),
      manager.find(GuidanceActivity, { where, order: { position: 'ASC' } }),
      manager.find(MaturityLevel, { where, order: { level: 'ASC' } }),
      manager.find(MaturityCriterion, { where, order: { position: 'ASC' } }),
    ]);
    return { framework, groups, activities, levels, criteria };
  }

  /** Every answer of a unit, in the order in which they were written. */
  async answers(frameworkCode: string, unitId: string, dataSet: string): Promise<MaturitySelfAssessment[]> {
    return this.dataSource.manager.find(MaturitySelfAssessment, {
      where: { frameworkCode, unitId, dataSet },
      order: { id: 'ASC' },
    });
  }

  /** Runs `work` in one transaction: what is written and its record in the trail stand or fall together. */
  async together<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** All of them or none. */
  async append(rows: readonly NewAnswer[], manager: EntityManager): Promise<void> {
    await manager.insert(MaturitySelfAssessment, [...rows]);
  }
}
