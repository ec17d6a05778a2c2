import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CheckFigure, Edition, EditionAssessment } from './edition.entity.js';

/** Counts of one peer group within an assessment. */
export interface GroupCount {
  readonly assessmentId: string;
  readonly groupCode: string;
  readonly listed: number;
  readonly withTotal: number;
  readonly withRank: number;
  readonly differing: number;
  readonly meanTotal: number | null;
  readonly leaderUnitId: string | null;
  readonly leaderTotal: number | null;
}

@Injectable()
export class EditionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction; editions are made one after another. */
  async exclusively<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:edition'))`);
      return work(manager);
    });
  }

  /** Every edition of a data set, newest period first: in its latest published revision, or its draft where none is. */
  async shown(dataSet: string): Promise<Edition[]> {
    const all = await this.dataSource.manager.find(Edition, {
      where: { dataSet },
      // "published" sorts after "draft".
      order: { period: 'DESC', code: 'ASC', status: 'DESC', revision: 'DESC' },
    });
    return all.filter((edition, index) => all.findIndex((other) => other.code === edition.code) === index);
  }

  /** The newest period's edition that is published, in its latest revision. */
  async latestPublished(dataSet: string): Promise<Edition | null> {
    return this.dataSource.manager.findOne(Edition, {
      where: { status: 'published', dataSet },
      order: { period: 'DESC', code: 'ASC', revision: 'DESC' },
    });
  }

  async revisions(code: string, manager: EntityManager = this.dataSource.manager): Promise<Edition[]> {
    return manager.find(Edition, { where: { code }, order: { revision: 'DESC' } });
  }

  async assessmentIds(
    { code, revision }: Pick<Edition, 'code' | 'revision'>,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<string[]> {
    const rows = await manager.find(EditionAssessment, {
      where: { editionCode: code, revision },
      order: { position: 'ASC' },
    });
    return rows.map((row) => row.assessmentId);
  }

  async checkFigures({ code, revision }: Edition): Promise<CheckFigure[]> {
    return this.dataSource.manager.find(CheckFigure, {
      where: { editionCode: code, revision },
      order: { position: 'ASC' },
    });
  }

  async groupCounts(assessmentIds: readonly string[]): Promise<GroupCount[]> {
    return this.dataSource.query(
      `SELECT assessment_id AS "assessmentId", group_code AS "groupCode", count(*)::int AS listed,
              count(total)::int AS "withTotal", count(rank)::int AS "withRank",
              (count(*) FILTER (WHERE agrees = false))::int AS differing,
              avg(total) AS "meanTotal",
              (array_agg(unit_id ORDER BY position) FILTER (WHERE rank = 1))[1] AS "leaderUnitId",
              (array_agg(total ORDER BY position) FILTER (WHERE rank = 1))[1] AS "leaderTotal"
       FROM assessment_unit
       WHERE assessment_id = ANY($1::bigint[]) AND group_code IS NOT NULL
       GROUP BY assessment_id, group_code`,
      [[...assessmentIds]],
    );
  }

  async totals(assessmentIds: readonly string[], groupCode: string | null): Promise<number[]> {
    const rows: { total: number }[] = await this.dataSource.query(
      `SELECT total FROM assessment_unit
       WHERE assessment_id = ANY($1::bigint[]) AND group_code IS NOT DISTINCT FROM $2 AND total IS NOT NULL`,
      [[...assessmentIds], groupCode],
    );
    return rows.map((row) => row.total);
  }

  async sourceIds(assessmentIds: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT DISTINCT unnest(source_ids) AS id FROM assessment_unit WHERE assessment_id = ANY($1::bigint[])`,
      [[...assessmentIds]],
    );
    return rows.map((row) => row.id);
  }

  async nationalTotal(assessmentIds: readonly string[]): Promise<number | null> {
    const rows: { total: number | null }[] = await this.dataSource.query(
      `SELECT u.total FROM assessment_unit u JOIN assessment a ON a.id = u.assessment_id
       WHERE a.id = ANY($1::bigint[]) AND a.level = 'nation' AND u.total IS NOT NULL LIMIT 1`,
      [[...assessmentIds]],
    );
    return rows[0]?.total ?? null;
  }

  /** Latest published editions of a data set in which a unit has a result, oldest period first. */
  async editionsOfUnit(unitId: string, dataSet: string): Promise<{ code: string; groupCode: string }[]> {
    return this.dataSource.query(
      `SELECT DISTINCT ON (e.period, e.code) e.code, u.group_code AS "groupCode"
       FROM edition e
       JOIN edition_assessment ea ON ea.edition_code = e.code AND ea.revision = e.revision
       JOIN assessment_unit u ON u.assessment_id = ea.assessment_id AND u.unit_id = $1
       WHERE e.status = 'published' AND e.data_set = $2 AND u.group_code IS NOT NULL AND (u.total IS NOT NULL OR u.rank IS NOT NULL)
         AND e.revision = (SELECT max(revision) FROM edition WHERE code = e.code AND status = 'published')
       ORDER BY e.period, e.code`,
      [unitId, dataSet],
    );
  }

  /** Adds a draft with its parts. */
  async add(
    edition: Omit<Edition, 'createdAt'>,
    assessmentIds: readonly string[],
    checkFigures: readonly Omit<CheckFigure, 'editionCode' | 'revision' | 'position'>[],
    manager: EntityManager,
  ): Promise<void> {
    const { code, revision } = edition;
    const key = { editionCode: code, revision };
    await manager.insert(Edition, { ...edition, status: 'draft', publishedOn: null });
    await manager.insert(
      EditionAssessment,
      assessmentIds.map((assessmentId, position) => ({ ...key, assessmentId, position })),
    );
    if (checkFigures.length === 0) return;
    await manager.insert(
      CheckFigure,
      checkFigures.map((figure, position) => ({ ...key, position, ...figure })),
    );
  }

  async publish(
    { code, revision }: Pick<Edition, 'code' | 'revision'>,
    release: { readonly publishedOn: string; readonly publishedBy: string },
    manager: EntityManager,
  ): Promise<void> {
    await manager.update(Edition, { code, revision }, { status: 'published', ...release });
  }
}
