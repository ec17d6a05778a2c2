import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccessService } from '../../platform/access/access.service.js';
import { isOpen, RowScope } from '../../platform/access/row-scope.js';
import type { Page } from '../../platform/http/page.js';
import type { DataElementDto, ObservationDto, ObservationQuery, SourceDto } from './observation.dto.js';
import type { DataElement, Observation, Source } from './observation.entity.js';
import {
  ObservationsRepository,
  type FigureSelection,
  type MarkedObservation,
  type UnreleasedFigure,
} from './observations.repository.js';

/** Figures of a period, of the data elements asked for. */
type Figures = Omit<FigureSelection, 'unreleased'>;

/** Far more than a unit reports of one period. */
const MOST_UNRELEASED = 500;

/** What is stored, where it came from and who wrote it. */
@Injectable()
export class ObservationsService {
  constructor(
    private readonly repository: ObservationsRepository,
    private readonly access: AccessService,
    private readonly scope: RowScope,
  ) {}

  async list(query: ObservationQuery): Promise<Page<ObservationDto>> {
    const reach = this.access.reach('unpublished.read');
    const filter = { ...query, reach, history: query.history === 'true' };
    const [found, total] = await this.repository.page(filter, query.page, query.size);
    const items = await this.scope.seen(found, ({ unitId }) => [unitId]);
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

  /**
   * The observations that count for a period; one at most for each unit and data element. Released ones;
   * whoever reads every unit has those too that are not, so that no figure of the whole is worked out of a part.
   */
  async current(selection: Figures, manager?: EntityManager): Promise<Observation[]> {
    // What is imported or scored within a transaction is that of every unit, released or not.
    const unreleased = manager !== undefined || this.access.reach('unpublished.read').all;
    const found = await this.repository.current({ ...selection, unreleased }, manager);
    // Within a transaction only its own connection is used, and what is done there is in the trail itself.
    if (manager === undefined && found.some((figure) => !isOpen(figure)))
      await this.access.require('unpublished.read', null);
    return found;
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

  /** Figures of a unit that are not released, beside what is. @throws Problem OTHER_UNIT */
  async unreleasedOf(unitId: string, dataSet: string): Promise<{ total: number; items: UnreleasedFigure[] }> {
    await this.access.require('unpublished.read', unitId);
    return this.repository.unreleasedOf(unitId, dataSet, MOST_UNRELEASED);
  }

  /** Makes what an import brought everybody's: figures that somebody else has published. */
  async releaseImport(importId: string, on: string): Promise<void> {
    await this.repository.releaseImport(importId, on);
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
