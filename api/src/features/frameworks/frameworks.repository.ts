import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FrameworkNode, FrameworkVersion, PeerGroup } from './framework.entity.js';

@Injectable()
export class FrameworksRepository {
  constructor(private readonly dataSource: DataSource) {}

  async versions(): Promise<FrameworkVersion[]> {
    return this.dataSource.manager.find(FrameworkVersion, { order: { periodFrom: 'DESC', code: 'ASC' } });
  }

  async version(code: string): Promise<FrameworkVersion | null> {
    return this.dataSource.manager.findOneBy(FrameworkVersion, { code });
  }

  /** Nodes of one version, parents before children, in the order of the framework. */
  async nodes(code: string): Promise<FrameworkNode[]> {
    return this.dataSource.manager.find(FrameworkNode, {
      where: { frameworkVersion: code },
      order: { position: 'ASC' },
    });
  }

  async rootsAndCounts(): Promise<{ frameworkVersion: string; points: number | null; count: number }[]> {
    return this.dataSource.query(`
      SELECT framework_version AS "frameworkVersion",
             max(points) FILTER (WHERE parent_code IS NULL) AS points,
             count(*)::int AS count
      FROM framework_node GROUP BY framework_version`);
  }

  /** Groups of the period; where none are set for it, those of the nearest earlier period, else of any. */
  async groups(code: string, period: string): Promise<PeerGroup[]> {
    const all = await this.dataSource.manager.find(PeerGroup, {
      where: { frameworkVersion: code },
      order: { period: 'DESC', position: 'ASC' },
    });
    const chosen = all.find((group) => group.period <= period)?.period ?? all.at(-1)?.period;
    return all.filter((group) => group.period === chosen);
  }
}
