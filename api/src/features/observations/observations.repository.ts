import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DataElement, Observation, Source } from './observation.entity.js';

/** Which figures: of one period and data set. */
export interface FigureSelection {
  readonly period: string;
  readonly elements: readonly string[];
  readonly dataSet: string;
}

export interface ObservationFilter {
  readonly dataSet: string;
  readonly unit?: string | undefined;
  readonly dataElement?: string | undefined;
  readonly period?: string | undefined;
  /** Replaced ones too. */
  readonly history: boolean;
}

/** An observation and whether it still counts. */
export type MarkedObservation = Observation & { current: boolean };

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
    if (filter.unit !== undefined) query.andWhere('o.unitId = :unit', { unit: filter.unit });
    if (filter.dataElement !== undefined)
      query.andWhere('o.dataElement = :element', { element: filter.dataElement });
    if (filter.period !== undefined) query.andWhere('o.period = :period', { period: filter.period });
    if (!filter.history) query.andWhere('o.id IN (SELECT id FROM current_observation)');
    const [found, total] = await query.getManyAndCount();
    const current = await this.currentIds(found.map((observation) => observation.id));
    return [found.map((observation) => ({ ...observation, current: current.has(observation.id) })), total];
  }

  private async currentIds(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM current_observation WHERE id = ANY($1::bigint[])`,
      [[...ids]],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** The observations that count for a period, of the data elements asked for. */
  async current(
    { period, elements, dataSet }: FigureSelection,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Observation[]> {
    return manager
      .createQueryBuilder(Observation, 'o')
      .where('o.dataSet = :dataSet AND o.period = :period AND o.dataElement = ANY(:elements)', {
        dataSet,
        period,
        elements: [...elements],
      })
      .andWhere('o.id IN (SELECT id FROM current_observation WHERE data_set = :dataSet AND period = :period)')
      .orderBy('o.unitId')
      .addOrderBy('o.dataElement')
      .getMany();
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
