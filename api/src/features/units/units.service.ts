import { Injectable } from '@nestjs/common';
import { today } from '../../platform/clock.js';
import { notFound } from '../../platform/http/problem.js';
import { paginate, type Page } from '../../platform/http/page.js';
import { searchKey } from './name-key.js';
import type { RegionDto, UnitDetail, UnitQuery, UnitSummary } from './unit.dto.js';
import { unitDetail } from './unit.mapper.js';
import { UnitsRepository, type WrittenName } from './units.repository.js';
import type { MinistryInCharge, ReportRecipient } from './succession.entity.js';

/** A unit by its id and name. */
export interface NamedUnit {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** Who there is on a date, what they are called and what became of them. */
@Injectable()
export class UnitsService {
  constructor(private readonly repository: UnitsRepository) {}

  async list(query: UnitQuery): Promise<Page<UnitSummary>> {
    const roster = await this.repository.roster(query.on ?? today());
    const wanted = query.q === undefined ? null : searchKey(query.q);
    const found = roster.filter(
      (unit) =>
        (query.level === undefined || unit.level === query.level) &&
        (query.region === undefined || unit.regionId === query.region) &&
        (wanted === null || [unit.nameVi, unit.nameEn].some((name) => searchKey(name).includes(wanted))),
    );
    return paginate(found, query);
  }

  /** @throws Problem UNIT_NOT_FOUND */
  async detail(id: string, on: string = today()): Promise<UnitDetail> {
    const record = await this.repository.record(id);
    const summary = (await this.repository.summaries([id], on)).get(id);
    if (record === null || summary === undefined) throw notFound('UNIT', id);
    const [predecessors, successors, regions] = await Promise.all([
      this.repository.predecessorsOf(id),
      this.repository.successorsOf(id),
      this.repository.allRegions(),
    ]);
    return unitDetail(summary, record, { predecessors, successors }, regions);
  }

  async regions(on: string = today()): Promise<RegionDto[]> {
    return this.repository.regionsOn(on);
  }

  async roster(on: string): Promise<UnitSummary[]> {
    return this.repository.roster(on);
  }

  /** Units as on the day, or as on their last day; unknown ids are absent. */
  async summaries(ids: readonly string[], on: string): Promise<ReadonlyMap<string, UnitSummary>> {
    return this.repository.summaries(ids, on);
  }

  /** The direct successors of units that have ended, by id; a unit that goes on is absent. */
  async successorsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly NamedUnit[]>> {
    const heirs = new Map<string, NamedUnit[]>();
    for (const { id, successorId, nameVi, nameEn } of await this.repository.heirs(ids)) {
      heirs.set(id, [...(heirs.get(id) ?? []), { id: successorId, nameVi, nameEn }]);
    }
    return heirs;
  }

  async writtenNames(): Promise<WrittenName[]> {
    return this.repository.writtenNames();
  }

  /** @throws Problem MINISTRY_IN_CHARGE_NOT_FOUND when the reference data name none for the day */
  async ministryInCharge(on: string): Promise<{ charge: MinistryInCharge; unit: UnitSummary }> {
    const charge = await this.repository.ministryInCharge(on);
    const unit =
      charge === null ? undefined : (await this.repository.summaries([charge.unitId], on)).get(charge.unitId);
    if (charge === null || unit === undefined) throw notFound('MINISTRY_IN_CHARGE', on);
    return { charge, unit };
  }

  /**
   * Recipients of the yearly report on a day. Before the first of them is in force (an edition older
   * than Decision 142) there are none.
   */
  async recipients(on: string): Promise<ReportRecipient[]> {
    return this.repository.recipients(on);
  }

  /** Units merged into one by a day, directly or through others. */
  async pastOf(id: string, on: string): Promise<readonly string[]> {
    return this.repository.pastOf(id, on);
  }

  async predecessorIds(id: string): Promise<readonly string[]> {
    const rows = await this.repository.predecessorsOf(id);
    return [...new Set(rows.map((row) => row.predecessorId))];
  }
}
