import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { SharingObstacle, SharingObstacleStep, SharingServiceEntry } from './sharing.entity.js';

@Injectable()
export class SharingRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction; what is said about an obstacle is said one after another. */
  async exclusively<T>(obstacleId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:sharing-obstacle:' || $1))`, [
        obstacleId,
      ]);
      return work(manager);
    });
  }

  /** Obstacles of a database, newest first. */
  async obstacles(databaseId: string): Promise<SharingObstacle[]> {
    return this.dataSource.manager.find(SharingObstacle, { where: { databaseId }, order: { id: 'DESC' } });
  }

  async obstacle(databaseId: string, id: string): Promise<SharingObstacle | null> {
    if (!/^[1-9]\d{0,17}$/.test(id)) return null;
    return this.dataSource.manager.findOneBy(SharingObstacle, { id, databaseId });
  }

  /** What was done about obstacles, in order. */
  async steps(
    obstacleIds: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<SharingObstacleStep[]> {
    return manager.find(SharingObstacleStep, {
      where: { obstacleId: In([...obstacleIds]) },
      order: { id: 'ASC' },
    });
  }

  /** The services of a database, the latest of each name, by name. */
  async services(databaseId: string): Promise<SharingServiceEntry[]> {
    return this.dataSource
      .createQueryBuilder(SharingServiceEntry, 's')
      .distinctOn(['s.nameKey'])
      .where('s.databaseId = :databaseId', { databaseId })
      .orderBy('s.nameKey')
      .addOrderBy('s.id', 'DESC')
      .getMany();
  }

  /** Runs `work` in one transaction: what is written and its record in the trail stand or fall together. */
  async together<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  async addObstacle(
    obstacle: Omit<SharingObstacle, 'id' | 'writtenAt'>,
    manager: EntityManager,
  ): Promise<void> {
    await manager.insert(SharingObstacle, obstacle);
  }

  async addStep(step: Omit<SharingObstacleStep, 'id' | 'writtenAt'>, manager: EntityManager): Promise<void> {
    await manager.insert(SharingObstacleStep, step);
  }

  async addService(
    service: Omit<SharingServiceEntry, 'id' | 'writtenAt'>,
    manager: EntityManager,
  ): Promise<void> {
    await manager.insert(SharingServiceEntry, service);
  }
}
