import { Injectable } from '@nestjs/common';
import { ofDataSet } from '../../platform/http/data-set.js';
import { notFound } from '../../platform/http/problem.js';
import type { UnitResultDto } from '../assessments/assessment.dto.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import type { EditionDto, EditionGroupDto } from '../editions/edition.dto.js';
import { EditionGroupsService } from '../editions/edition-groups.service.js';
import { EditionsService } from '../editions/editions.service.js';
import { methodDto } from '../frameworks/framework.mapper.js';
import { nodeDto } from '../frameworks/framework-node.mapper.js';
import { FrameworksService } from '../frameworks/frameworks.service.js';
import { ObservationsService } from '../observations/observations.service.js';
import { UnitsService } from '../units/units.service.js';
import type { RankingDto, RankingGroupDto, RankingQuery } from './ranking.dto.js';
import { statisticsOf } from './statistics.js';

/** Rankings as a screen, a file or a report needs them: read from stored results, never recomputed. */
@Injectable()
export class RankingsService {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly editions: EditionsService,
    private readonly groups: EditionGroupsService,
    private readonly frameworks: FrameworksService,
    private readonly observations: ObservationsService,
    private readonly units: UnitsService,
  ) {}

  /** @throws Problem EDITION_NOT_FOUND, ASSESSMENT_NOT_FOUND, GROUP_NOT_FOUND, REGION_NOT_FOUND */
  async ranking(query: RankingQuery): Promise<RankingDto> {
    const edition = await this.editionOf(query);
    const groups = edition?.groups ?? (await this.groups.groups([query.assessment ?? '']));
    const group = chosenGroup(groups, query.group);
    const [assessment] = await this.assessments.details([group.assessmentId]);
    if (assessment === undefined) throw notFound('ASSESSMENT', group.assessmentId);
    const all = (await this.assessments.allResults(assessment)).filter((row) => row.groupCode === group.code);
    const regions = (await this.units.regions(assessment.rosterDate)).filter((region) =>
      all.some((row) => row.regionId === region.id),
    );
    if (query.region !== undefined && !regions.some((region) => region.id === query.region)) {
      throw notFound('REGION', query.region);
    }
    const rows = all.filter((row) => query.region === undefined || row.regionId === query.region);
    const { version, nodes } = await this.frameworks.load(assessment.frameworkVersion, assessment.period);
    return {
      editionCode: edition?.code ?? null,
      editionTitleVi: edition?.titleVi ?? null,
      editionTitleEn: edition?.titleEn ?? null,
      publishedOn: edition?.publishedOn ?? null,
      assessmentId: assessment.id,
      frameworkVersion: version.code,
      frameworkNameVi: version.nameVi,
      frameworkNameEn: version.nameEn,
      legalBasis: version.legalBasis,
      period: assessment.period,
      rosterDate: assessment.rosterDate,
      basis: assessment.basis,
      ...ofDataSet(assessment.dataSet),
      method: methodDto(version),
      group: rankingGroup(group),
      groups: groups.filter((other) => other.level !== 'nation').map(rankingGroup),
      regionId: query.region ?? null,
      regions,
      nodes: nodes.filter((node) => node.depth === 1).map(nodeDto),
      statistics: statisticsOf(totalsOf(rows)),
      checkFigures: (edition?.checkFigures ?? []).filter(
        (figure) => figure.groupCode === group.code && figure.frameworkVersion === version.code,
      ),
      rows,
      sources: await this.observations.sourcesByIds(rows.flatMap((row) => row.sourceIds)),
    };
  }

  private async editionOf(query: RankingQuery): Promise<EditionDto | null> {
    if (query.edition === undefined && query.assessment !== undefined) {
      await this.assessments.detail(query.assessment);
      return null;
    }
    return this.editions.detail(
      query.edition ?? (await this.editions.latestPublished(query.dataSet)),
      query.revision,
    );
  }
}

function totalsOf(rows: readonly UnitResultDto[]): readonly number[] {
  return rows.flatMap((row) => (row.total === null ? [] : [row.total]));
}

/** The group asked for; else the first that is ranked; else the first. */
function chosenGroup(groups: readonly EditionGroupDto[], code: string | undefined): EditionGroupDto {
  const group =
    code === undefined
      ? (groups.find((candidate) => candidate.level !== 'nation') ?? groups[0])
      : groups.find((candidate) => candidate.code === code);
  if (group === undefined) throw notFound('GROUP', code ?? '');
  return group;
}

function rankingGroup(group: EditionGroupDto): RankingGroupDto {
  const { code, nameVi, nameEn, level, assessmentId, expected, listed, withTotal, withRank } = group;
  return { code, nameVi, nameEn, level, assessmentId, expected, listed, withTotal, withRank };
}
