import { Injectable } from '@nestjs/common';
import { today } from '../../platform/clock.js';
import { notFound } from '../../platform/http/problem.js';
import { paginate } from '../../platform/http/page.js';
import { LawService } from '../law/law.service.js';
import { ObservationsService } from '../observations/observations.service.js';
import { SettingsService } from '../settings/settings.service.js';
import { UnitsService, type NamedUnit } from '../units/units.service.js';
import type { NationalFigure, UnitFigure } from './measure-figures.js';
import type { MeasureStateRule } from './measure-state-rule.js';
import { judge } from './measure-state.js';
import { countsOf, isWanted } from './target-filter.js';
import { TargetFiguresService } from './target-figures.service.js';
import type {
  TargetDetailDto,
  TargetDto,
  TargetPageDto,
  TargetPlace,
  TargetQuery,
  UnitFigureDto,
  UnitFigurePageDto,
  UnitFigureQuery,
} from './target.dto.js';
import type { Measure } from './target.entity.js';
import { figureDto, judged, measureDto, NO_FIGURE, targetDto } from './target.mapper.js';
import { TargetsRepository, type StoredProgramme } from './targets.repository.js';

/** What all answers are about and say of themselves. */
interface Place {
  readonly stored: StoredProgramme;
  readonly about: Pick<
    TargetPageDto,
    'programme' | 'period' | 'periods' | 'dataSet' | 'sample' | 'rule' | 'ruleProposed'
  >;
}

/** Targets of a programme with the figures of a period, the state of each by the operator's rule. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly repository: TargetsRepository,
    private readonly figures: TargetFiguresService,
    private readonly observations: ObservationsService,
    private readonly units: UnitsService,
    private readonly settings: SettingsService,
    private readonly law: LawService,
  ) {}

  /** @throws Problem PROGRAMME_NOT_FOUND, DATA_SET_NOT_FOUND, SCORING_REFUSED */
  async list(query: TargetQuery): Promise<TargetPageDto> {
    const place = await this.place(query);
    const { stored, about } = place;
    const figures = await this.figures.figures(stored.measures, about);
    const targets = await this.targets(place, figures);
    return {
      ...about,
      due: stored.groups[0]?.due ?? about.period,
      groups: stored.groups.map(({ code, clause, nameVi, nameEn }) => ({ code, clause, nameVi, nameEn })),
      counts: countsOf(targets.flatMap(({ measures }) => measures)),
      ...paginate(
        targets.filter((target) => isWanted(target, query)),
        query,
      ),
    };
  }

  /** @throws Problem TARGET_NOT_FOUND, PROGRAMME_NOT_FOUND, DATA_SET_NOT_FOUND, SCORING_REFUSED */
  async detail(code: string, query: TargetPlace): Promise<TargetDetailDto> {
    const place = only(await this.place(query), code);
    const { stored, about } = place;
    const shown = new Set([...about.periods, about.period]);
    const byPeriod = new Map<string, ReadonlyMap<string, NationalFigure>>();
    for (const period of [...shown].sort()) {
      byPeriod.set(period, await this.figures.figures(stored.measures, { ...about, period }));
    }
    const [target] = await this.targets(place, byPeriod.get(about.period) ?? new Map());
    if (target === undefined) throw notFound('TARGET', code);
    const history = stored.measures.map((measure) => ({
      measure: measure.code,
      figures: [...byPeriod]
        .map(([period, figures]) =>
          figureDto(judged(measure, target.due), figures.get(measure.code) ?? NO_FIGURE, period, about.rule),
        )
        .filter(({ value, scoreState }) => value !== null || scoreState === 'not_applicable'),
    }));
    const bases = await this.law.bases(target.legalBasis);
    return { ...target, ...about, legalBases: [...bases.values()], history };
  }

  /** The units' own figures. @throws Problem as {@link detail} */
  async unitFigures(code: string, query: UnitFigureQuery): Promise<UnitFigurePageDto> {
    const { stored, about } = only(await this.place(query), code);
    const due = stored.targets[0]?.due ?? about.period;
    const wanted = stored.measures.filter((m) => query.measure === undefined || m.code === query.measure);
    const [figures, roster] = await Promise.all([
      this.figures.figures(wanted, about),
      this.units.roster(`${about.period}-12-31`),
    ]);
    const rows = wanted.flatMap((measure) =>
      (figures.get(measure.code)?.units ?? []).flatMap((figure) => {
        const unit = roster.find(({ id }) => id === figure.unitId);
        if (unit === undefined) return [];
        const { nameVi, nameEn, level } = unit;
        return [{ nameVi, nameEn, level, ...unitFigureDto(measure, due, figure, about) }];
      }),
    );
    const found = rows.filter(
      ({ level, state }) =>
        (query.level === undefined || level === query.level) &&
        (query.state === undefined || state === query.state),
    );
    return { ...about, ...paginate(found, query) };
  }

  private async place(query: TargetPlace): Promise<Place> {
    const { programme, dataSet } = query;
    const [stored, sample, rule, ruleProposed] = await Promise.all([
      this.repository.programme(programme),
      this.figures.isSample(dataSet),
      this.settings.value('measure_state_rule'),
      this.settings.isProposed('measure_state_rule'),
    ]);
    if (stored.targets.length === 0) throw notFound('PROGRAMME', programme);
    const periods = [...(await this.figures.periods(stored.measures, dataSet))];
    const period = TargetFiguresService.periodOf(query.period, periods);
    return { stored, about: { programme, period, periods, dataSet, sample, rule, ruleProposed } };
  }

  private async targets(
    { stored, about }: Place,
    figures: ReadonlyMap<string, NationalFigure>,
  ): Promise<readonly TargetDto[]> {
    const owners = [...new Set(stored.owners.map(({ unitId }) => unitId))];
    const [elementNames, ownerNames, successors, statuses, tracking] = await Promise.all([
      this.observations.elementsByCode(),
      this.units.summaries(owners, today()),
      this.units.successorsOf(owners),
      this.figures.statuses(stored.conditions, about),
      this.settings.value('target_tracking'),
    ]);
    const names: ReadonlyMap<string, NamedUnit> = ownerNames;
    return stored.targets.map((target) => {
      const context = { ...about, due: target.due, figures, elementNames };
      const own = ({ targetCode }: { targetCode: string }) => targetCode === target.code;
      return targetDto({
        target,
        owners: stored.owners.filter(own),
        ownerNames: names,
        successors,
        conditions: stored.conditions.filter(own),
        statuses,
        tracking: tracking[target.code],
        measures: stored.measures.filter(own).map((measure) => measureDto(measure, context)),
      });
    });
  }
}

/** The same place with one target. @throws Problem TARGET_NOT_FOUND */
function only({ stored, about }: Place, asked: string): Place {
  const code = asked.normalize('NFC');
  const own = ({ targetCode }: { targetCode: string }) => targetCode === code;
  const targets = stored.targets.filter((target) => target.code === code);
  if (targets.length === 0) throw notFound('TARGET', code);
  return {
    about,
    stored: {
      groups: stored.groups,
      targets,
      owners: stored.owners.filter(own),
      conditions: stored.conditions.filter(own),
      measures: stored.measures.filter(own),
    },
  };
}

/** A unit's figure, judged by the same rule as the nation's: it stands for itself alone. */
function unitFigureDto(
  measure: Measure,
  due: string,
  figure: UnitFigure,
  { period, rule }: { readonly period: string; readonly rule: MeasureStateRule },
): Omit<UnitFigureDto, 'nameVi' | 'nameEn' | 'level'> {
  const { unitId, value, state: scoreState, numerator, denominator } = figure;
  const alone = { value: percentOf(measure, value), state: scoreState, reported: 1, couldReport: 1 };
  return {
    unitId,
    measure: measure.code,
    value: alone.value,
    scoreState,
    numerator,
    denominator,
    ...judge(judged(measure, due), alone, Number(period), rule),
  };
}

/** An agency's yes is its 100 %, so that it can be held against the same target. */
function percentOf({ rollUp }: Measure, value: number | null): number | null {
  return rollUp === 'share_of_yes' && value !== null ? value * 100 : value;
}
