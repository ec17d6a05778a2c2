import { Injectable } from '@nestjs/common';
import { DataSource, In, Not, type EntityManager } from 'typeorm';
import type { FrameworkRows, NodeRow, VersionRow } from './document/document-rows.js';
import { FrameworkEvent, FrameworkNode, FrameworkVersion, PeerGroup } from './framework.entity.js';

@Injectable()
export class FrameworksRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction; framework versions are written one after another. */
  async exclusively<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:framework'))`);
      return work(manager);
    });
  }

  async versions(): Promise<FrameworkVersion[]> {
    return this.dataSource.manager.find(FrameworkVersion, { order: { periodFrom: 'DESC', code: 'ASC' } });
  }

  async version(
    code: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<FrameworkVersion | null> {
    return manager.findOneBy(FrameworkVersion, { code });
  }

  /** Nodes of one version, parents before children, in the order of the framework. */
  async nodes(code: string, manager: EntityManager = this.dataSource.manager): Promise<FrameworkNode[]> {
    return manager.find(FrameworkNode, { where: { frameworkVersion: code }, order: { position: 'ASC' } });
  }

  /** In use, retired, or scored by: nothing that scores can change. */
  async isFrozen(code: string, manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    const rows: { frozen: boolean }[] = await manager.query(`SELECT framework_is_frozen($1) AS frozen`, [
      code,
    ]);
    return rows[0]?.frozen ?? false;
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

  /** What happened to a version, the newest first. */
  async events(code: string): Promise<FrameworkEvent[]> {
    return this.dataSource.manager.find(FrameworkEvent, {
      where: { frameworkVersion: code },
      order: { id: 'DESC' },
    });
  }

  async addEvent(event: Omit<FrameworkEvent, 'id' | 'writtenAt'>, manager: EntityManager): Promise<void> {
    await manager.insert(FrameworkEvent, event);
  }

  async hasTransitions(code: string, manager: EntityManager): Promise<boolean> {
    return manager.existsBy(FrameworkEvent, { frameworkVersion: code, kind: 'transition' });
  }

  /** Edited, approved, put into use or retired by people: theirs from then on. */
  async isOfOperator(code: string, manager: EntityManager): Promise<boolean> {
    return manager.existsBy(FrameworkEvent, {
      frameworkVersion: code,
      kind: In(['edited', 'transition']),
      writtenBy: Not('reference-data'),
    });
  }

  /** Adds a version with its tree. */
  async insert({ version, nodes }: FrameworkRows, manager: EntityManager): Promise<void> {
    // As a draft first: the database takes no nodes of a version that is in use.
    await manager.insert(FrameworkVersion, { ...plain(version), status: 'draft' });
    await this.insertNodes(nodes, manager);
    if (version.status !== 'draft') await this.setStatus(version, manager);
  }

  /** Puts other rules and words in place of those of a draft. */
  async replace({ version, nodes }: FrameworkRows, manager: EntityManager): Promise<void> {
    await manager.delete(FrameworkNode, { frameworkVersion: version.code });
    const { code, status: _, ...rest } = plain(version);
    await manager.update(FrameworkVersion, { code }, rest);
    await this.insertNodes(nodes, manager);
    await this.setStatus(version, manager);
  }

  /** Puts other words in place, and leaves what scores as it is. */
  async correctWords({ version, nodes }: FrameworkRows, manager: EntityManager): Promise<void> {
    const { code, ...rest } = plain(version);
    await manager.update(FrameworkVersion, { code }, rest);
    for (const { frameworkVersion, code: node, ...row } of nodes) {
      await manager.update(FrameworkNode, { frameworkVersion, code: node }, row);
    }
  }

  async setStatus(
    version: Pick<FrameworkVersion, 'code' | 'status' | 'statusReasonVi' | 'statusReasonEn'>,
    manager: EntityManager,
  ): Promise<void> {
    const { code, status, statusReasonVi, statusReasonEn } = version;
    await manager.update(FrameworkVersion, { code }, { status, statusReasonVi, statusReasonEn });
  }

  private async insertNodes(nodes: readonly NodeRow[], manager: EntityManager): Promise<void> {
    await manager
      .createQueryBuilder()
      .insert()
      .into(FrameworkNode)
      .values([...nodes])
      .updateEntity(false)
      .execute();
  }
}

/** JSON columns as plain data: the engine's types are read-only and TypeORM's are not. */
function plain(version: VersionRow) {
  return { ...version, method: { ...version.method, rank: { ...version.method.rank } } };
}
