import { compute, ENGINE_VERSION, trace } from '@dti-monitor/scoring';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canonicalJson, sha256 } from '../../platform/digest.js';
import { isSample, OFFICIAL } from '../../platform/http/data-set.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { paginate, type Page } from '../../platform/http/page.js';
import { FrameworksService } from '../frameworks/frameworks.service.js';
import { ObservationsService } from '../observations/observations.service.js';
import { UnitsService } from '../units/units.service.js';
import { assemble } from './assemble.js';
import { recipeElements, recipeOf, type AssemblyInput } from './assembly-input.js';
import type {
  AssessmentDto,
  AssessmentQuery,
  AssessmentRequest,
  AssessmentSummary,
  Explanation,
  UnitResultDto,
} from './assessment.dto.js';
import type { Assessment } from './assessment.entity.js';
import { assessmentDto, assessmentSummary, unitResultDto } from './assessment.mapper.js';
import { AssessmentsRepository } from './assessments.repository.js';
import { ranked, traceInput } from './trace-input.js';

/** Scoring runs: made once, never changed, explained on demand. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly repository: AssessmentsRepository,
    private readonly frameworks: FrameworksService,
    private readonly observations: ObservationsService,
    private readonly units: UnitsService,
  ) {}

  async list(query: AssessmentQuery): Promise<Page<AssessmentSummary>> {
    const [found, total] = await this.repository.page(
      { ...query, dataSet: query.dataSet ?? OFFICIAL },
      query.page,
      query.size,
    );
    return { items: found.map(assessmentSummary), total, page: query.page, size: query.size };
  }

  /** @throws Problem ASSESSMENT_NOT_FOUND */
  async detail(id: string): Promise<AssessmentDto> {
    return assessmentDto(await this.stored(id));
  }

  /** Assessments of an edition, in the order of `ids`. @throws Problem ASSESSMENT_NOT_FOUND */
  async details(ids: readonly string[]): Promise<Assessment[]> {
    const found = await this.repository.byIds(ids);
    return ids.map((id) => {
      const assessment = found.find((candidate) => candidate.id === id);
      if (assessment === undefined) throw notFound('ASSESSMENT', id);
      return assessment;
    });
  }

  /**
   * Scores a framework version for a period. Equal inputs give the assessment that exists.
   * @throws Problem FRAMEWORK_VERSION_NOT_FOUND, PERIOD_OUTSIDE_FRAMEWORK, NOTHING_TO_SCORE, SCORING_REFUSED
   */
  async run(request: AssessmentRequest, actor: string): Promise<AssessmentDto> {
    const framework = await this.frameworks.loadCovering(request.framework, request.period);
    const recipe = recipeOf(framework);
    const { level } = framework.version;
    const dataSet = request.dataSet ?? OFFICIAL;
    const rosterDate = request.rosterDate ?? `${request.period}-12-31`;
    const roster = (await this.units.roster(rosterDate)).filter((unit) => unit.level === level);
    const members = new Set(roster.map((unit) => unit.id));
    return this.repository.exclusively(async (manager) => {
      // Levels share data elements: a figure of somebody else is no part of this input.
      const observations = (
        await this.observations.current(
          { period: request.period, elements: recipeElements(recipe), dataSet },
          manager,
        )
      ).filter((observation) => members.has(observation.unitId));
      if (observations.length === 0) {
        throw new Problem(
          422,
          'NOTHING_TO_SCORE',
          'There are no figures for this period',
          `${request.framework}, ${request.period}`,
        );
      }
      return assessmentDto(
        await this.make(
          { recipe, level, period: request.period, rosterDate, roster, observations },
          { frameworkVersion: framework.version.code, createdBy: actor, dataSet },
          manager,
        ),
      );
    });
  }

  private async make(
    input: AssemblyInput,
    about: Pick<Assessment, 'frameworkVersion' | 'createdBy' | 'dataSet'>,
    manager: EntityManager,
  ): Promise<Assessment> {
    const inputHash = hashOf(input, about.dataSet);
    const existing = await this.repository.byInput(inputHash, ENGINE_VERSION, manager);
    if (existing !== null) return existing;
    const outcome = assemble(input);
    if (!outcome.ok) {
      throw new Problem(
        422,
        'SCORING_REFUSED',
        'The figures do not fit the method',
        undefined,
        outcome.problems.map((problem) => ({
          code: problem.code,
          path: problem.path,
          message: JSON.stringify(problem.params),
        })),
      );
    }
    const { basis, units } = outcome.value;
    return this.repository.add(
      {
        ...about,
        level: input.level,
        period: input.period,
        rosterDate: input.rosterDate,
        basis,
        recipe: input.recipe,
        inputHash,
        engineVersion: ENGINE_VERSION,
        unitCount: units.length,
        scoredCount: units.filter((unit) => unit.total !== null).length,
      },
      units,
      manager,
    );
  }

  async results(
    id: string,
    query: { group?: string | undefined; region?: string | undefined; page: number; size: number },
  ): Promise<Page<UnitResultDto>> {
    const all = await this.allResults(await this.stored(id));
    const found = all.filter(
      (result) =>
        (query.group === undefined || result.groupCode === query.group) &&
        (query.region === undefined || result.regionId === query.region),
    );
    return paginate(found, query);
  }

  /** Every result of an assessment, in the order of the ranking. */
  async allResults(assessment: Assessment): Promise<UnitResultDto[]> {
    const stored = await this.repository.results(assessment.id);
    const names = await this.units.summaries(
      stored.map(({ unit }) => unit.unitId),
      assessment.rosterDate,
    );
    return stored.map((result) => unitResultDto(result, names.get(result.unit.unitId)));
  }

  /** @throws Problem ASSESSMENT_NOT_FOUND, RESULT_NOT_FOUND */
  async explain(id: string, unitId: string): Promise<Explanation> {
    const assessment = await this.stored(id);
    const [stored] = await this.repository.results(assessment.id, unitId);
    if (stored === undefined) throw notFound('RESULT', unitId);
    const names = await this.units.summaries([unitId], assessment.rosterDate);
    const { framework } = assessment.recipe;
    const outcome = compute(framework, traceInput(stored));
    const [recomputed] = outcome.ok ? outcome.value.units : [];
    return {
      assessment: assessmentSummary(assessment),
      result: unitResultDto(stored, names.get(unitId)),
      trace:
        recomputed === undefined
          ? []
          : trace(framework, ranked(recomputed, stored)).map((step) => ({
              ...step,
              parameters: { ...step.parameters },
            })),
    };
  }

  private async stored(id: string): Promise<Assessment> {
    const assessment = /^\d{1,18}$/.test(id) ? await this.repository.byId(id) : null;
    if (assessment === null) throw notFound('ASSESSMENT', id);
    return assessment;
  }
}

/** Hash of all that the result depends on; ids of rows are not part of it, so another database agrees. */
function hashOf(input: AssemblyInput, dataSet: string): string {
  const { roster, observations, ...own } = input;
  return sha256(
    canonicalJson({
      // A sample never answers for official figures, not even for equal ones.
      ...(isSample(dataSet) ? { dataSet } : {}),
      ...own,
      roster: roster.map((unit) => [unit.id, unit.regionId]),
      observations: observations.map((o) => [
        o.unitId,
        o.dataElement,
        o.value,
        o.textValue,
        o.status,
        o.sourceIds,
        o.confidence,
      ]),
    }),
  );
}
