import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import { isSample } from '../../platform/http/data-set.js';
import type { AssessedUnit } from './assemble.js';
import { Assessment, AssessmentFigure, AssessmentNode, AssessmentUnit } from './assessment.entity.js';

/** A unit's stored result with its nodes in order. */
export interface StoredResult {
  readonly unit: AssessmentUnit;
  readonly nodes: readonly AssessmentNode[];
  /** The observations that went in. */
  readonly figures: readonly AssessmentFigure[];
}

/** A unit's own result of a score that is not released. */
export interface StoredDraft {
  readonly assessmentId: string;
  readonly framework: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly period: string;
  readonly createdAt: Date;
  readonly group: string | null;
  readonly total: number | null;
  readonly rank: number | null;
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
    filter: { framework?: string | undefined; period?: string | undefined; dataSet: string; drafts: boolean },
    page: number,
    size: number,
  ): Promise<[Assessment[], number]> {
    return this.dataSource.manager.findAndCount(Assessment, {
      where: {
        dataSet: filter.dataSet,
        ...(filter.framework === undefined ? {} : { frameworkVersion: filter.framework }),
        ...(filter.period === undefined ? {} : { period: filter.period }),
        ...(filter.drafts || isSample(filter.dataSet) ? {} : { releasedOn: Not(IsNull()) }),
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

  /** Stamps what is not stamped yet: the results, and the figures they were made of. */
  async release(ids: readonly string[], on: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE observation SET released_on = $2
       WHERE released_on IS NULL
         AND id IN (SELECT observation_id FROM assessment_figure WHERE assessment_id = ANY($1::bigint[]))`,
      [[...ids], on],
    );
    await manager.query(
      `UPDATE assessment SET released_on = $2 WHERE id = ANY($1::bigint[]) AND released_on IS NULL`,
      [[...ids], on],
    );
  }

  async draftsOf(unitId: string): Promise<StoredDraft[]> {
    return this.dataSource.query(
      `SELECT a.id::text AS "assessmentId", f.code AS framework, f.name_vi AS "nameVi",
              f.name_en AS "nameEn", a.period, a.created_at AS "createdAt", u.group_code AS "group", u.total, u.rank
       FROM assessment a
       JOIN assessment_unit u ON u.assessment_id = a.id
       JOIN framework_version f ON f.code = a.framework_version
       WHERE a.released_on IS NULL AND a.data_set = 'official' AND u.unit_id = $1
       ORDER BY a.id DESC LIMIT 20`,
      [unitId],
    );
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
