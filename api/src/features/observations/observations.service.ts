import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Page } from '../../platform/http/page.js';
import type { DataElementDto, ObservationDto, ObservationQuery, SourceDto } from './observation.dto.js';
import type { DataElement, Observation, Source } from './observation.entity.js';
import {
  ObservationsRepository,
  type FigureSelection,
  type MarkedObservation,
} from './observations.repository.js';

/** What is stored, where it came from and who wrote it. */
@Injectable()
export class ObservationsService {
  constructor(private readonly repository: ObservationsRepository) {}

  async list(query: ObservationQuery): Promise<Page<ObservationDto>> {
    const filter = { ...query, history: query.history === 'true' };
    const [items, total] = await this.repository.page(filter, query.page, query.size);
    return { items: items.map(observationDto), total, page: query.page, size: query.size };
  }

  async dataElements(): Promise<DataElementDto[]> {
    const elements = await this.repository.dataElements();
    return elements.map((element) => ({
      code: element.code,
      nameVi: element.nameVi,
      nameEn: element.nameEn,
      valueType: element.valueType,
      minimum: element.minimum,
      maximum: element.maximum,
      decimals: element.decimals,
      unitVi: element.unitVi,
      unitEn: element.unitEn,
      levels: element.levels,
      description: element.descriptionEn,
    }));
  }

  async sources(): Promise<SourceDto[]> {
    const sources = await this.repository.sources();
    return sources.map(({ id, titleVi, titleEn, url, kind, note }) => ({
      id,
      titleVi,
      titleEn,
      url,
      kind,
      note,
    }));
  }

  async sourcesByIds(ids: Iterable<string>): Promise<SourceDto[]> {
    const wanted = new Set(ids);
    return (await this.sources()).filter((source) => wanted.has(source.id));
  }

  async elementsByCode(): Promise<ReadonlyMap<string, DataElement>> {
    return new Map((await this.repository.dataElements()).map((element) => [element.code, element]));
  }

  /** The observations that count for a period; one at most for each unit and data element. */
  async current(selection: FigureSelection, manager?: EntityManager): Promise<Observation[]> {
    return this.repository.current(selection, manager);
  }

  /** Periods in which any of the data elements was observed, the oldest first. */
  async periods(elements: readonly string[], dataSet: string): Promise<readonly string[]> {
    return this.repository.periods(elements, dataSet);
  }

  /** Adds data elements that are not there yet, after those that are, within the caller's transaction. */
  async addElements(elements: readonly DataElement[], manager: EntityManager): Promise<void> {
    await this.repository.addElements(elements, manager);
  }

  /** Observations by their ids, in no order. */
  async byIds(ids: readonly string[]): Promise<Observation[]> {
    return this.repository.byIds(ids);
  }

  /** Adds sources that are not there yet, within the caller's transaction. */
  async addSources(sources: readonly Source[], manager: EntityManager): Promise<void> {
    await this.repository.addSources(sources, manager);
  }

  /** Appends, within the caller's transaction. */
  async append(observations: readonly Partial<Observation>[], manager: EntityManager): Promise<void> {
    await this.repository.append(observations, manager);
  }
}

function observationDto(observation: MarkedObservation): ObservationDto {
  return {
    id: observation.id,
    unitId: observation.unitId,
    dataElement: observation.dataElement,
    period: observation.period,
    value: observation.value,
    text: observation.textValue,
    status: observation.status,
    sourceIds: observation.sourceIds,
    confidence: observation.confidence,
    note: observation.note,
    writtenBy: observation.writtenBy,
    writtenAt: observation.writtenAt.toISOString(),
    importId: observation.importId,
    dataSet: observation.dataSet,
    current: observation.current,
  };
}
