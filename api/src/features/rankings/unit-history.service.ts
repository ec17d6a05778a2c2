import { Injectable } from '@nestjs/common';
import { today } from '../../platform/clock.js';
import { OFFICIAL, ofDataSet } from '../../platform/http/data-set.js';
import { notFound } from '../../platform/http/problem.js';
import { EditionsService } from '../editions/editions.service.js';
import { UnitsService } from '../units/units.service.js';
import { RankingsService } from './rankings.service.js';
import type { UnitHistory, UnitHistoryEntry } from './unit-history.dto.js';

/** A unit over the published editions, and the units it was made of. */
@Injectable()
export class UnitHistoryService {
  constructor(
    private readonly rankings: RankingsService,
    private readonly editions: EditionsService,
    private readonly units: UnitsService,
  ) {}

  /** @throws Problem UNIT_NOT_FOUND */
  async history(unitId: string, dataSet: string = OFFICIAL): Promise<UnitHistory> {
    const predecessorIds = await this.units.predecessorIds(unitId);
    const names = await this.units.summaries([unitId, ...predecessorIds], today());
    if (!names.has(unitId)) throw notFound('UNIT', unitId);
    const predecessors = await Promise.all(
      predecessorIds.map(async (id) => ({
        unitId: id,
        nameVi: names.get(id)?.nameVi ?? id,
        nameEn: names.get(id)?.nameEn ?? id,
        entries: await this.entries(id, dataSet),
      })),
    );
    return { unitId, ...ofDataSet(dataSet), entries: await this.entries(unitId, dataSet), predecessors };
  }

  private async entries(unitId: string, dataSet: string): Promise<UnitHistoryEntry[]> {
    const editions = await this.editions.editionsOfUnit(unitId, dataSet);
    const entries = await Promise.all(
      editions.map(({ code, groupCode }) => this.entry(unitId, code, groupCode)),
    );
    return entries.flat();
  }

  private async entry(unitId: string, edition: string, group: string): Promise<UnitHistoryEntry[]> {
    const ranking = await this.rankings.ranking({ edition, group });
    const result = ranking.rows.find((row) => row.unitId === unitId);
    if (result === undefined) return [];
    return [
      {
        editionCode: edition,
        editionTitleVi: ranking.editionTitleVi ?? edition,
        editionTitleEn: ranking.editionTitleEn ?? edition,
        period: ranking.period,
        publishedOn: ranking.publishedOn,
        assessmentId: ranking.assessmentId,
        frameworkVersion: ranking.frameworkVersion,
        frameworkNameVi: ranking.frameworkNameVi,
        frameworkNameEn: ranking.frameworkNameEn,
        groupCode: ranking.group.code,
        groupNameVi: ranking.group.nameVi,
        groupNameEn: ranking.group.nameEn,
        groupExpected: ranking.group.expected,
        statistics: ranking.statistics,
        nodes: ranking.nodes,
        result,
      },
    ];
  }
}
