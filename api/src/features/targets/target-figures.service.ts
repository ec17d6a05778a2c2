import { Injectable } from '@nestjs/common';
import { today } from '../../platform/clock.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { DataSetsService } from '../data-sets/data-sets.service.js';
import { ObservationsService } from '../observations/observations.service.js';
import { UnitsService } from '../units/units.service.js';
import { FiguresRefused, measureFigures, type NationalFigure } from './measure-figures.js';
import type { Measure, TargetCondition } from './target.entity.js';
import type { ConditionStatus } from './target.mapper.js';

/** Which figures are asked for. */
export interface FigurePlace {
  readonly dataSet: string;
  readonly period: string;
}

/** The figures of measures, out of what is stored. */
@Injectable()
export class TargetFiguresService {
  constructor(
    private readonly observations: ObservationsService,
    private readonly units: UnitsService,
    private readonly dataSets: DataSetsService,
  ) {}

  /** @throws Problem DATA_SET_NOT_FOUND */
  async isSample(dataSet: string): Promise<boolean> {
    const found = (await this.dataSets.list()).find(({ code }) => code === dataSet);
    if (found === undefined) throw notFound('DATA_SET', dataSet);
    return found.sample;
  }

  /** Periods with a figure, oldest first. */
  async periods(measures: readonly Measure[], dataSet: string): Promise<readonly string[]> {
    const elements = elementsOf(measures);
    return elements.length === 0 ? [] : this.observations.periods(elements, dataSet);
  }

  /**
   * The period to show: the one asked for, or the newest with a figure that is over, since figures stand at
   * the end of a period; else the newest, or this year.
   */
  static periodOf(asked: string | undefined, periods: readonly string[]): string {
    const year = today().slice(0, 4);
    return asked ?? periods.findLast((period) => period < year) ?? periods.at(-1) ?? year;
  }

  /** @throws Problem SCORING_REFUSED when stored values do not fit the formulas */
  async figures(
    measures: readonly Measure[],
    { dataSet, period }: FigurePlace,
  ): Promise<ReadonlyMap<string, NationalFigure>> {
    const elements = elementsOf(measures);
    if (elements.length === 0) return new Map();
    const [values, roster] = await Promise.all([
      this.observations.current({ period, elements, dataSet }),
      this.units.roster(`${period}-12-31`),
    ]);
    try {
      return measureFigures({ measures, values, roster });
    } catch (error) {
      if (error instanceof FiguresRefused) throw refused(error);
      throw error;
    }
  }

  /** What was last reported of conditions, by data element. */
  async statuses(
    conditions: readonly TargetCondition[],
    { dataSet, period }: FigurePlace,
  ): Promise<ReadonlyMap<string, ConditionStatus>> {
    const elements = conditions.flatMap(({ dataElement }) => (dataElement === null ? [] : [dataElement]));
    if (elements.length === 0) return new Map();
    const rows = await this.observations.current({ period, elements, dataSet });
    return new Map(
      rows.map(({ dataElement, textValue, note }) => [dataElement, { status: textValue, note }]),
    );
  }
}

function elementsOf(measures: readonly Measure[]): readonly string[] {
  return [...new Set(measures.flatMap(({ dataElements }) => dataElements))];
}

function refused({ problems }: FiguresRefused): Problem {
  return new Problem(
    422,
    'SCORING_REFUSED',
    'The figures do not fit the method',
    undefined,
    problems.map(({ code, path, params }) => ({ code, path, message: JSON.stringify(params) })),
  );
}
