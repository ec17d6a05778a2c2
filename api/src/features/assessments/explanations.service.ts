import { compute, explain, trace, type Dataset, type UnitResult } from '@dti-monitor/scoring';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/http/problem.js';
import type { Observation } from '../observations/observation.entity.js';
import { ObservationsService } from '../observations/observations.service.js';
import { UnitsService } from '../units/units.service.js';
import { datasetOf, type EarlierFigures } from './assembly-input.js';
import type { Explanation } from './assessment.dto.js';
import type { Assessment, AssessmentFigure } from './assessment.entity.js';
import { assessmentSummary, unitResultDto } from './assessment.mapper.js';
import { AssessmentsRepository, type StoredResult } from './assessments.repository.js';
import { AssessmentsService } from './assessments.service.js';
import { contributionDto, rankedAsStored, usedFigureDto } from './explanation.mapper.js';
import { leafElements, periodsBefore } from './recipe.js';

/** Why a unit has its score: worked out again from exactly the figures that went in, not remembered. */
@Injectable()
export class ExplanationsService {
  constructor(
    private readonly repository: AssessmentsRepository,
    private readonly assessments: AssessmentsService,
    private readonly observations: ObservationsService,
    private readonly units: UnitsService,
  ) {}

  /** @throws Problem ASSESSMENT_NOT_FOUND, RESULT_NOT_FOUND */
  async explain(id: string, unitId: string): Promise<Explanation> {
    const assessment = await this.assessments.stored(id);
    const [stored] = await this.repository.results(assessment.id, unitId);
    if (stored === undefined) throw notFound('RESULT', unitId);
    const names = await this.units.summaries([unitId], assessment.rosterDate);
    const { dataset, figures } = await this.dataOf(assessment);
    return {
      assessment: assessmentSummary(assessment),
      result: unitResultDto(stored, names.get(unitId), leafElements(assessment.recipe)),
      ...worked(assessment, dataset, stored),
      figures: figures.filter((figure) => figure.unitId === unitId).map(usedFigureDto),
    };
  }

  /** The whole data set of an assessment, as the engine took it, and the observations that it was made of. */
  async dataOf(assessment: Assessment): Promise<{ dataset: Dataset; figures: readonly Observation[] }> {
    const [units, used, roster] = await Promise.all([
      this.repository.scoredUnits(assessment.id),
      this.repository.figures(assessment.id),
      this.units.roster(assessment.rosterDate),
    ]);
    const figures = await this.observations.byIds(used.map(({ observationId }) => observationId));
    // The order of the roster, which decides among equals.
    const place = new Map(roster.map(({ id }, index) => [id, index]));
    const ordered = [...units].sort((a, b) => (place.get(a.unitId) ?? 0) - (place.get(b.unitId) ?? 0));
    const ranked = assessment.level !== 'nation';
    return {
      dataset: datasetOf(assessment.recipe, ordered, periodsOf(assessment, used, figures), ranked),
      figures,
    };
  }
}

function periodsOf(
  { period, recipe }: Assessment,
  used: readonly AssessmentFigure[],
  figures: readonly Observation[],
): { current: readonly Observation[]; earlier: readonly EarlierFigures[] } {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const of = (wanted: string): Observation[] =>
    used.flatMap((figure) => (figure.period === wanted ? (byId.get(figure.observationId) ?? []) : []));
  const before = periodsBefore(period, recipe.earlier?.periods ?? 0);
  return {
    current: of(period),
    earlier: before.map((earlier) => ({ period: earlier, observations: of(earlier) })),
  };
}

function worked(
  { recipe }: Assessment,
  dataset: Dataset,
  stored: StoredResult,
): Pick<Explanation, 'trace' | 'contributions' | 'losses'> {
  const { framework } = recipe;
  const computed = compute(framework, dataset);
  const result: UnitResult | undefined = computed.ok
    ? computed.value.units.find(({ unit }) => unit === stored.unit.unitId)
    : undefined;
  const why = explain(framework, dataset, stored.unit.unitId);
  const steps = result === undefined ? [] : trace(framework, rankedAsStored(result, stored));
  return {
    trace: steps.map((step) => ({ ...step, parameters: { ...step.parameters } })),
    contributions: why.ok ? why.value.nodes.map(contributionDto) : [],
    losses: why.ok ? why.value.losses.map((loss) => ({ ...loss })) : [],
  };
}
