import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { AssessedUnit } from './assemble.js';
import { Assessment, AssessmentFigure, AssessmentNode, AssessmentUnit } from './assessment.entity.js';

/** A unit's stored result with its nodes in order. */
export interface StoredResult {
  readonly unit: AssessmentUnit;
  readonly nodes: readonly AssessmentNode[];
  /** The observations that went in. */
  readonly figures: readonly AssessmentFigure[];
}

/** Rows in one INSERT; PostgreSQL takes 65,535 parameters. */
const CHUNK = 2_000;

@Injectable()
export class AssessmentsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` on one consistent view of the data; two runs never make the same assessment twice. */
  async exclusively<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('READ COMMITTED', async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:assessment'))`);
      return work(manager);
    });
  }

  async page(
    filter: { framework?: string | undefined; period?: string | undefined; dataSet: string },
    page: number,
    size: number,
  ): Promise<[Assessment[], number]> {
    return this.dataSource.manager.findAndCount(Assessment, {
      where: {
        dataSet: filter.dataSet,
        ...(filter.framework === undefined ? {} : { frameworkVersion: filter.framework }),
        ...(filter.period === undefined ? {} : { period: filter.period }),
      },
      order: { id: 'DESC' },
      skip: (page - 1) * size,
      take: size,
    });
  }

  async byId(id: string): Promise<Assessment | null> {
    return this.dataSource.manager.findOneBy(Assessment, { id });
  }

  async byIds(ids: readonly string[]): Promise<Assessment[]> {
    return this.dataSource.manager.findBy(Assessment, { id: In([...ids]) });
  }

  async byInput(
    inputHash: string,
    engineVersion: string,
    manager: EntityManager,
  ): Promise<Assessment | null> {
    return manager.findOneBy(Assessment, { inputHash, engineVersion });
  }

  async add(
    assessment: Omit<Assessment, 'id' | 'createdAt'>,
    units: readonly AssessedUnit[],
    manager: EntityManager,
  ): Promise<Assessment> {
    const saved = await manager.save(manager.create(Assessment, assessment));
    const assessmentId = saved.id;
    const rows = units.map(({ nodes: _, figures: __, ...unit }) => ({ assessmentId, ...unit }));
    const nodes = units.flatMap((unit) => unit.nodes.map((node) => ({ assessmentId, ...node })));
    const figures = units.flatMap((unit) => unit.figures.map((figure) => ({ assessmentId, ...figure })));
    for (const part of chunks(rows)) await insert(manager, AssessmentUnit, part);
    for (const part of chunks(nodes)) await insert(manager, AssessmentNode, part);
    for (const part of chunks(figures)) await insert(manager, AssessmentFigure, part);
    return saved;
  }

  /** Results in the order of the ranking. */
  async results(assessmentId: string, unitId?: string): Promise<StoredResult[]> {
    const where = { assessmentId, ...(unitId === undefined ? {} : { unitId }) };
    const [units, nodes, figures] = await Promise.all([
      this.dataSource.manager.find(AssessmentUnit, { where, order: { position: 'ASC' } }),
      this.dataSource.manager.find(AssessmentNode, { where, order: { unitId: 'ASC', position: 'ASC' } }),
      this.figures(assessmentId, unitId),
    ]);
    const [nodesOf, figuresOf] = [byUnit(nodes), byUnit(figures)];
    return units.map((unit) => ({
      unit,
      nodes: nodesOf.get(unit.unitId) ?? [],
      figures: figuresOf.get(unit.unitId) ?? [],
    }));
  }

  /** The observations that went into an assessment, the newest period of a data element first. */
  async figures(assessmentId: string, unitId?: string): Promise<AssessmentFigure[]> {
    return this.dataSource.manager.find(AssessmentFigure, {
      where: { assessmentId, ...(unitId === undefined ? {} : { unitId }) },
      order: { unitId: 'ASC', dataElement: 'ASC', period: 'DESC' },
    });
  }

  /** Who was scored, and in which group. */
  async scoredUnits(assessmentId: string): Promise<{ unitId: string; groupCode: string | null }[]> {
    return this.dataSource.manager.find(AssessmentUnit, {
      select: { unitId: true, groupCode: true },
      where: { assessmentId },
    });
  }
}

function byUnit<T extends { readonly unitId: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.unitId);
    if (own === undefined) found.set(row.unitId, [row]);
    else own.push(row);
  }
  return found;
}

function chunks<T>(rows: readonly T[]): readonly T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < rows.length; start += CHUNK) parts.push(rows.slice(start, start + CHUNK));
  return parts;
}

async function insert(
  manager: EntityManager,
  table: typeof AssessmentUnit | typeof AssessmentNode | typeof AssessmentFigure,
  rows: readonly object[],
): Promise<void> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(table)
    .values([...rows])
    .updateEntity(false)
    .execute();
}
