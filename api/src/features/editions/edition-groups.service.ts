import { Injectable } from '@nestjs/common';
import { AssessmentsService } from '../assessments/assessments.service.js';
import type { PeerGroup } from '../frameworks/framework.entity.js';
import { FrameworksService } from '../frameworks/frameworks.service.js';
import { UnitsService } from '../units/units.service.js';
import type { EditionGroupDto } from './edition.dto.js';
import { EditionsRepository } from './editions.repository.js';

/** The peer groups of assessments, in the order of the assessments and of the framework. */
@Injectable()
export class EditionGroupsService {
  constructor(
    private readonly repository: EditionsRepository,
    private readonly assessments: AssessmentsService,
    private readonly frameworks: FrameworksService,
    private readonly units: UnitsService,
  ) {}

  async groups(assessmentIds: readonly string[]): Promise<EditionGroupDto[]> {
    const assessments = await this.assessments.details(assessmentIds);
    const counts = await this.repository.groupCounts(assessmentIds);
    const groups = await Promise.all(
      assessments.map(async (assessment) => {
        const { groups: named } = await this.frameworks.load(assessment.frameworkVersion, assessment.period);
        const leaders = counts.flatMap((count) => (count.leaderUnitId === null ? [] : [count.leaderUnitId]));
        const names = await this.units.summaries(leaders, assessment.rosterDate);
        return named.flatMap((group): EditionGroupDto[] => {
          const count = counts.find((c) => c.assessmentId === assessment.id && c.groupCode === group.code);
          if (count === undefined) return [];
          const leader = count.leaderUnitId === null ? undefined : names.get(count.leaderUnitId);
          return [
            {
              code: group.code,
              nameVi: group.nameVi,
              nameEn: group.nameEn,
              level: assessment.level,
              assessmentId: assessment.id,
              frameworkVersion: assessment.frameworkVersion,
              expected: group.expected ?? (group.wholeRoster ? count.listed : null),
              listed: count.listed,
              withTotal: count.withTotal,
              withRank: count.withRank,
              differing: count.differing,
              leaderUnitId: count.leaderUnitId,
              leaderNameVi: leader?.shortNameVi ?? null,
              leaderNameEn: leader?.nameEn ?? null,
              leaderTotal: count.leaderTotal,
            },
          ];
        });
      }),
    );
    return groups.flat();
  }

  /** Those of the assessments that were made by a framework version. */
  async assessmentsOf(
    assessmentIds: readonly string[],
    frameworkVersion: string,
  ): Promise<readonly string[]> {
    const assessments = await this.assessments.details(assessmentIds);
    return assessments.filter((a) => a.frameworkVersion === frameworkVersion).map((a) => a.id);
  }

  /** A peer group by its code; null where the method names none by it. */
  async group(frameworkVersion: string, period: string, code: string | null): Promise<PeerGroup | null> {
    const { groups } = await this.frameworks.load(frameworkVersion, period);
    return groups.find((group) => group.code === code) ?? null;
  }
}
