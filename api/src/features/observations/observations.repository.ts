import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { UnitReach } from '../../platform/access/decide.js';
import { OFFICIAL } from '../../platform/http/data-set.js';
import { DataElement, Observation, Source } from './observation.entity.js';

/** Which figures: of one period and data set. */
export interface FigureSelection {
  readonly period: string;
  readonly elements: readonly string[];
  readonly dataSet: string;
  /** Figures that are not released too; those of a sample are nobody's. */
  readonly unreleased: boolean;
}

export interface ObservationFilter {
  readonly dataSet: string;
  readonly unit?: string | undefined;
  readonly dataElement?: string | undefined;
  readonly period?: string | undefined;
  /** Whose unreleased figures are among them. */
  readonly reach: UnitReach;
  /** Replaced ones too. */
  readonly history: boolean;
}

/** A figure as it was written down. */
export interface WrittenFigure {
  readonly period: string;
  readonly value: number | null;
  readonly text: string | null;
  readonly status: string;
}

/** A figure of a unit that is not released, beside what is. */
export interface UnreleasedFigure extends WrittenFigure {
  readonly dataElement: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly valueType: string;
  readonly decimals: number | null;
  readonly unitVi: string | null;
  readonly unitEn: string | null;
  readonly writtenAt: Date;
  readonly writtenBy: string;
  /** Of the same period. */
  readonly published: WrittenFigure | null;
  /** Of the latest period before. */
  readonly before: WrittenFigure | null;
}

/** `$1` the unit, `$2` the data set: the latest of each cell where that is not released. */
const UNRELEASED = `
  FROM (SELECT DISTINCT ON (period, data_element) * FROM observation
        WHERE unit_id = $1 AND data_set = $2 ORDER BY period, data_element, id DESC) o
  JOIN data_element e ON e.code = o.data_element
  WHERE o.released_on IS NULL`;

const RELEASED_BESIDE = `
  SELECT json_build_object('period', p.period, 'value', p.value, 'text', p.text_value, 'status', p.status)
  FROM observation p
  WHERE p.unit_id = o.unit_id AND p.data_set = o.data_set AND p.data_element = o.data_element
    AND p.released_on IS NOT NULL`;

/** An observation and whether it still counts. */
export type MarkedObservation = Observation & { current: boolean };

/** Something was written of the cell since. Asked row by row, which costs less than working out every cell first. */
const REPLACED = `EXISTS (SELECT 1 FROM observation n
  WHERE n.data_set = o.data_set AND n.period = o.period AND n.data_element = o.data_element
    AND n.unit_id = o.unit_id AND n.id > o.id)`;

/** Figures that anybody may see. */
const OPEN = `(o.releasedOn IS NOT NULL OR o.dataSet <> '${OFFICIAL}')`;

@Injectable()
export class ObservationsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async page(filter: ObservationFilter, page: number, size: number): Promise<[MarkedObservation[], number]> {
    const query = this.dataSource
      .createQueryBuilder(Observation, 'o')
      .where('o.dataSet = :dataSet', { dataSet: filter.dataSet })
      .orderBy('o.period', 'DESC')
      .addOrderBy('o.unitId')
      .addOrderBy('o.dataElement')
      .addOrderBy('o.id', 'DESC')
      .skip((page - 1) * size)
      .take(size);
    if (!filter.reach.all)
      query.andWhere(`(${OPEN} OR o.unitId = ANY(:units))`, { units: [...filter.reach.units] });
    if (filter.unit !== undefined) query.andWhere('o.unitId = :unit', { unit: filter.unit });
    if (filter.dataElement !== undefined)
      query.andWhere('o.dataElement = :element', { element: filter.dataElement });
    if (filter.period !== undefined) query.andWhere('o.period = :period', { period: filter.period });
    if (!filter.history) query.andWhere(`NOT ${REPLACED}`);
    const [found, total] = await query.getManyAndCount();
    const current = await this.currentIds(found.map((observation) => observation.id));
    return [found.map((observation) => ({ ...observation, current: current.has(observation.id) })), total];
  }

  private async currentIds(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT o.id FROM observation o WHERE o.id = ANY($1::bigint[]) AND NOT ${REPLACED}`,
      [[...ids]],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** The observations that count for a period, of the data elements asked for. */
  async current(
    { period, elements, dataSet, unreleased }: FigureSelection,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Observation[]> {
    const query = manager
      .createQueryBuilder(Observation, 'o')
      .distinctOn(['o.unitId', 'o.dataElement'])
      .where('o.dataSet = :dataSet AND o.period = :period AND o.dataElement = ANY(:elements)', {
        dataSet,
        period,
        elements: [...elements],
      })
      .orderBy('o.unitId')
      .addOrderBy('o.dataElement')
      .addOrderBy('o.id', 'DESC');
    // Of what is released the latest counts, whatever was written since.
    if (!unreleased) query.andWhere(OPEN);
    return query.getMany();
  }

  /** Periods in which any of the data elements has an observation, the oldest first. */
  async periods(elements: readonly string[], dataSet: string): Promise<string[]> {
    const rows: { period: string }[] = await this.dataSource.query(
      `SELECT DISTINCT period FROM observation WHERE data_set = $1 AND data_element = ANY($2) ORDER BY period`,
      [dataSet, [...elements]],
    );
    return rows.map(({ period }) => period);
  }

  /** Adds data elements that are not there yet, after those that are. */
  async addElements(elements: readonly DataElement[], manager: EntityManager): Promise<void> {
    if (elements.length === 0) return;
    const after = (await manager.maximum(DataElement, 'position')) ?? -1;
    await manager
      .createQueryBuilder()
      .insert()
      .into(DataElement)
      .values(elements.map((element, at) => ({ ...element, position: after + 1 + at })))
      .orIgnore()
      .execute();
  }

  async byIds(ids: readonly string[]): Promise<Observation[]> {
    return this.dataSource
      .createQueryBuilder(Observation, 'o')
      .where('o.id = ANY(:ids::bigint[])', { ids: [...ids] })
      .getMany();
  }

  async append(observations: readonly Partial<Observation>[], manager: EntityManager): Promise<void> {
    const CHUNK = 1_000;
    for (let start = 0; start < observations.length; start += CHUNK) {
      await manager
        .createQueryBuilder()
        .insert()
        .into(Observation)
        .values(observations.slice(start, start + CHUNK))
        .execute();
    }
  }

  /** Figures of a unit that are not released, the newest period first. */
  async unreleasedOf(
    unitId: string,
    dataSet: string,
    most: number,
  ): Promise<{ total: number; items: UnreleasedFigure[] }> {
    const [items, counted] = await Promise.all([
      this.dataSource.query<UnreleasedFigure[]>(
        `SELECT o.data_element AS "dataElement", e.name_vi AS "nameVi", e.name_en AS "nameEn",
                e.value_type AS "valueType", e.decimals, e.unit_vi AS "unitVi", e.unit_en AS "unitEn",
                o.period, o.value::double precision AS value, o.text_value AS text, o.status,
                o.written_at AS "writtenAt", o.written_by AS "writtenBy",
                (${RELEASED_BESIDE} AND p.period = o.period ORDER BY p.id DESC LIMIT 1) AS published,
                (${RELEASED_BESIDE} AND p.period < o.period ORDER BY p.period DESC, p.id DESC LIMIT 1) AS before
         ${UNRELEASED} ORDER BY o.period DESC, e.position LIMIT $3`,
        [unitId, dataSet, most],
      ),
      this.dataSource.query<{ count: number }[]>(`SELECT count(*)::int ${UNRELEASED}`, [unitId, dataSet]),
    ]);
    return { total: counted[0]?.count ?? 0, items };
  }

  /** Makes what an import brought everybody's. */
  async releaseImport(importId: string, on: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE observation SET released_on = $2 WHERE import_id = $1::bigint AND released_on IS NULL`,
      [importId, on],
    );
  }

  /** Adds sources that are not there yet. */
  async addSources(sources: readonly Source[], manager: EntityManager): Promise<void> {
    if (sources.length === 0) return;
    await manager
      .createQueryBuilder()
      .insert()
      .into(Source)
      .values([...sources])
      .orIgnore()
      .execute();
  }

  async dataElements(): Promise<DataElement[]> {
    return this.dataSource.manager.find(DataElement, { order: { position: 'ASC' } });
  }

  async sources(): Promise<Source[]> {
    return this.dataSource.manager.find(Source, { order: { id: 'ASC' } });
  }
}
