import { ENGINE_VERSION } from '@dti-monitor/scoring';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccessService } from '../../platform/access/access.service.js';
import { isOpen } from '../../platform/access/row-scope.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { canonicalJson, sha256 } from '../../platform/digest.js';
import { isSample, OFFICIAL } from '../../platform/http/data-set.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { paginate, type Page } from '../../platform/http/page.js';
import { FrameworksService, type LoadedFramework } from '../frameworks/frameworks.service.js';
import type { Observation } from '../observations/observation.entity.js';
import { ObservationsService } from '../observations/observations.service.js';
import { UnitsService } from '../units/units.service.js';
import { assemble } from './assemble.js';
import { recipeElements, recipeOf, type AssemblyInput, type EarlierFigures } from './assembly-input.js';
import type {
  AssessmentDto,
  AssessmentQuery,
  AssessmentRequest,
  AssessmentSummary,
  UnitResultDto,
} from './assessment.dto.js';
import type { Assessment } from './assessment.entity.js';
import { assessmentDto, assessmentSummary, unitResultDto } from './assessment.mapper.js';
import { AssessmentsRepository, type StoredDraft } from './assessments.repository.js';
import { leafElements, periodsBefore } from './recipe.js';
import { scoringRefused } from './scoring-refused.js';

/** What is known before any figure is read. */
type AskedInput = Omit<AssemblyInput, 'observations' | 'earlier'>;

/** Scoring runs: made once, never changed, explained on demand. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly repository: AssessmentsRepository,
    private readonly frameworks: FrameworksService,
    private readonly observations: ObservationsService,
    private readonly units: UnitsService,
    private readonly access: AccessService,
    private readonly audit: AuditLog,
  ) {}

  async list(query: AssessmentQuery): Promise<Page<AssessmentSummary>> {
    const [found, total] = await this.repository.page(
      { ...query, dataSet: query.dataSet ?? OFFICIAL, drafts: this.seesDrafts() },
      query.page,
      query.size,
    );
    await this.noteDrafts(found);
    return { items: found.map(assessmentSummary), total, page: query.page, size: query.size };
  }

  /** @throws Problem ASSESSMENT_NOT_FOUND */
  async detail(id: string): Promise<AssessmentDto> {
    return assessmentDto(await this.stored(id));
  }

  /** Assessments of an edition, in the order of `ids`. @throws Problem ASSESSMENT_NOT_FOUND */
  async details(ids: readonly string[]): Promise<Assessment[]> {
    const found = (await this.repository.byIds(ids)).filter((one) => isOpen(one) || this.seesDrafts());
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
    await this.access.require('assessment.run', null);
    const framework = await this.frameworks.loadCovering(request.framework, request.period);
    // Asked before: within the transaction only its own connection is used, or runs that wait for each
    // other would hold every connection that the first one needs.
    const asked = await this.asked(framework, request);
    return this.repository.exclusively(async (manager) => {
      const input = await this.withFigures(asked, manager);
      if (input.observations.length === 0) throw nothingToScore(request);
      const about = { frameworkVersion: framework.version.code, createdBy: actor, dataSet: input.dataSet };
      const { assessment, made } = await this.make(input, about, manager);
      const { id, frameworkVersion, period, inputHash, dataSet, scoredCount } = assessment;
      const after = { made, frameworkVersion, period, dataSet, scoredCount, inputHash };
      await this.audit.record({ action: 'assessment.run', object: `assessment:${id}`, after }, manager);
      return assessmentDto(assessment);
    });
  }

  /** Everything that a score of a framework for a period depends on; nothing is stored. */
  async inputOf(
    framework: LoadedFramework,
    request: Omit<AssessmentRequest, 'framework'>,
  ): Promise<AssemblyInput> {
    return this.withFigures(await this.asked(framework, request));
  }

  private async asked(
    framework: LoadedFramework,
    request: Omit<AssessmentRequest, 'framework'>,
  ): Promise<AskedInput> {
    const { period, dataSet = OFFICIAL, rosterDate = `${period}-12-31` } = request;
    const { level } = framework.version;
    const roster = (await this.units.roster(rosterDate)).filter((unit) => unit.level === level);
    return { recipe: recipeOf(framework), level, dataSet, period, rosterDate, roster };
  }

  private async withFigures(asked: AskedInput, manager?: EntityManager): Promise<AssemblyInput> {
    const { recipe, dataSet, period, roster } = asked;
    const members = new Set(roster.map((unit) => unit.id));
    // Levels share data elements: a figure of somebody else is no part of this input.
    const figuresOf = async (of: string, elements: readonly string[]) =>
      (await this.observations.current({ period: of, elements, dataSet }, manager)).filter((observation) =>
        members.has(observation.unitId),
      );
    const observations = await figuresOf(period, recipeElements(recipe));
    const earlier: EarlierFigures[] = [];
    const before = (recipe.earlier?.elements ?? []).flatMap((element) => recipe.elements[element] ?? []);
    for (const one of periodsBefore(period, recipe.earlier?.periods ?? 0)) {
      earlier.push({ period: one, observations: await figuresOf(one, before) });
    }
    return { ...asked, observations, earlier };
  }

  private async make(
    input: AssemblyInput,
    about: Pick<Assessment, 'frameworkVersion' | 'createdBy' | 'dataSet'>,
    manager: EntityManager,
  ): Promise<{ readonly assessment: Assessment; readonly made: boolean }> {
    const inputHash = hashOf(input);
    const existing = await this.repository.byInput(inputHash, ENGINE_VERSION, manager);
    if (existing !== null) return { assessment: existing, made: false };
    const outcome = assemble(input);
    if (!outcome.ok) throw scoringRefused(outcome.problems);
    const { basis, units } = outcome.value;
    const assessment = await this.repository.add(
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
    return { assessment, made: true };
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
    const elements = leafElements(assessment.recipe);
    return stored.map((result) => unitResultDto(result, names.get(result.unit.unitId), elements));
  }

  /** @throws Problem ASSESSMENT_NOT_FOUND */
  async stored(id: string): Promise<Assessment> {
    const assessment = /^\d{1,18}$/.test(id) ? await this.repository.byId(id) : null;
    if (assessment === null || !(isOpen(assessment) || this.seesDrafts())) throw notFound('ASSESSMENT', id);
    await this.noteDrafts([assessment]);
    return assessment;
  }

  /** Makes results everybody's, with the figures they were made of, within the caller's transaction. */
  async release(ids: readonly string[], on: string, manager: EntityManager): Promise<void> {
    await this.repository.release(ids, on, manager);
  }

  /** Results of a unit that are not released yet, newest first. */
  async draftsOf(unitId: string): Promise<StoredDraft[]> {
    await this.access.require('results-draft.read', unitId);
    return this.repository.draftsOf(unitId);
  }

  /** A whole result that is not released holds every unit's: only whoever reads all of them sees it. */
  private seesDrafts(): boolean {
    return this.access.reach('results-draft.read').all;
  }

  private async noteDrafts(assessments: readonly Assessment[]): Promise<void> {
    if (assessments.every(isOpen)) return;
    await this.access.require('results-draft.read', null);
  }
}

function nothingToScore({ framework, period, dataSet = OFFICIAL }: AssessmentRequest): Problem {
  return new Problem(
    422,
    'NOTHING_TO_SCORE',
    'There are no figures for this period',
    [framework, period, ...(isSample(dataSet) ? [dataSet] : [])].join(', '),
  );
}

/**
 * Hash of all that the result depends on; ids of rows are not part of it, so another database agrees. What
 * is as it always was (the official data set, no earlier periods) is left out, so that hashes stay.
 */
function hashOf(input: AssemblyInput): string {
  const { roster, observations, earlier, dataSet, ...own } = input;
  return sha256(
    canonicalJson({
      // A sample never answers for official figures, not even for equal ones.
      ...(isSample(dataSet) ? { dataSet } : {}),
      ...own,
      ...(isSample(dataSet) ? { dataSet } : {}),
      roster: roster.map((unit) => [unit.id, unit.regionId]),
      observations: observations.map(figureInHash),
      ...(earlier.length === 0
        ? {}
        : { earlier: earlier.map((before) => [before.period, before.observations.map(figureInHash)]) }),
    }),
  );
}

function figureInHash(o: Observation): unknown {
  return [o.unitId, o.dataElement, o.value, o.textValue, o.status, o.sourceIds, o.confidence];
}
