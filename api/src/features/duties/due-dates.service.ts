import { Injectable } from '@nestjs/common';
import { RowScope } from '../../platform/access/row-scope.js';
import { today } from '../../platform/clock.js';
import { groupBy } from '../../platform/group-by.js';
import { OFFICIAL } from '../../platform/http/data-set.js';
import { notFound } from '../../platform/http/problem.js';
import { DataSetsService } from '../data-sets/data-sets.service.js';
import { UnitsService } from '../units/units.service.js';
import { yearOf } from './calendar.js';
import { concerns } from './duties.service.js';
import { DutiesRepository } from './duties.repository.js';
import type { DueDateDto, DueDatesDto, DueDatesQuery } from './duty.dto.js';
import type { Duty, DutySubmission } from './duty.entity.js';
import { DutyPartiesService, type DutyParties } from './duty-parties.service.js';
import { countStandings, datasetTerms, dueTimes, isTracked, standingsOf } from './duty-rules.js';
import { DutySettingsService, type DutySettingValues } from './duty-settings.service.js';
import type { Occurrence } from './schedule.js';

/** What one reckoning of due dates works with. */
interface Reckoning {
  readonly query: DueDatesQuery;
  readonly today: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly settings: DutySettingValues;
  readonly parties: DutyParties;
  readonly linesOf: (duty: string) => readonly DutySubmission[];
}

/** When duties fall due, and how far what is due has come. */
@Injectable()
export class DueDatesService {
  constructor(
    private readonly repository: DutiesRepository,
    private readonly parties: DutyPartiesService,
    private readonly settings: DutySettingsService,
    private readonly units: UnitsService,
    private readonly dataSets: DataSetsService,
    private readonly scope: RowScope,
  ) {}

  /**
   * In order of day. Duties without a day are not among them.
   *
   * @throws Problem UNIT_NOT_FOUND
   */
  async dueDates(query: DueDatesQuery): Promise<DueDatesDto> {
    const on = today();
    const from = query.from ?? `${query.to === undefined ? yearOf(on) : yearOf(query.to)}-01-01`;
    const window = { from, to: query.to ?? `${yearOf(from)}-12-31` };
    if (query.unit !== undefined && (await this.units.summaries([query.unit], on)).size === 0) {
      throw notFound('UNIT', query.unit);
    }
    const duties = (await this.repository.all()).filter(
      (duty) => query.level === undefined || concerns(duty, query.level),
    );
    const stored = await this.repository.submissions({
      dataSet: query.dataSet,
      duties: duties.map(({ code }) => code),
      ...(query.unit === undefined ? {} : { unit: query.unit }),
    });
    const lines = await this.scope.seen(stored, ({ unitId }) => [unitId]);
    const byDuty = groupBy(lines, ({ dutyCode }) => dutyCode);
    const reckoning: Reckoning = {
      query,
      today: on,
      window,
      settings: await this.settings.values(),
      parties: this.parties.parties(),
      linesOf: (duty) => byDuty.get(duty) ?? [],
    };
    const found = await Promise.all(duties.map((duty) => ofDuty(duty, reckoning)));
    // Sorting keeps the order of the documents within a day.
    const items = found.flat().sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
    return {
      dataSet: query.dataSet,
      sample: await this.isSample(query.dataSet),
      today: on,
      ...window,
      items,
    };
  }

  /** Whether a data set is a sample; one that nobody knows holds nothing and is taken for one. */
  async isSample(dataSet: string): Promise<boolean> {
    if (dataSet === OFFICIAL) return false;
    return (await this.dataSets.list()).find(({ code }) => code === dataSet)?.sample ?? true;
  }
}

async function ofDuty(duty: Duty, reckoning: Reckoning): Promise<DueDateDto[]> {
  if (duty.schedule.type === 'after_event') return ofDatasets(duty, duty.schedule.months, reckoning);
  const times = dueTimes(duty, reckoning.window, reckoning.settings.read);
  return (await Promise.all(times.map((time) => ofOccurrence(duty, time, reckoning)))).flat();
}

async function ofOccurrence(duty: Duty, time: Occurrence, reckoning: Reckoning): Promise<DueDateDto[]> {
  const { query, parties, settings } = reckoning;
  const [owing, recipients] = await Promise.all([
    parties.unitsOf(duty, time.dueOn),
    parties.recipientsOf(duty, time.dueOn),
  ]);
  const units = owing.filter(
    ({ id, level }) =>
      (query.unit === undefined || id === query.unit) && (query.level === undefined || level === query.level),
  );
  if (query.unit !== undefined && units.length === 0) return [];
  const tracked = isTracked(duty);
  const lines = reckoning.linesOf(duty.code).filter(({ period }) => period === time.period);
  const standings = standingsOf(units, lines, time.dueOn, reckoning.today, settings.timeliness);
  const own = query.unit === undefined || !tracked ? undefined : standings[0];
  return [
    {
      ...inWords(duty),
      ...time,
      tracked,
      recorded: lines.length > 0,
      recipients: [...recipients],
      counts: tracked ? countStandings(standings) : null,
      state: own?.state ?? null,
      daysLate: own?.daysLate ?? null,
    },
  ];
}

/** Of published open data each unit has days of its own: they are told for one unit at a time. */
async function ofDatasets(duty: Duty, months: number, reckoning: Reckoning): Promise<DueDateDto[]> {
  const { query, window, settings, today: on } = reckoning;
  if (query.unit === undefined) return [];
  const until = duty.validTo !== null && duty.validTo < window.to ? duty.validTo : window.to;
  const terms = datasetTerms(reckoning.linesOf(duty.code), months, settings.clock, on);
  const recipients = await reckoning.parties.recipientsOf(duty, on);
  return terms
    .filter(({ dueOn }) => dueOn >= window.from && dueOn <= until)
    .map(({ dataset, dueOn, standing }) => ({
      ...inWords(duty),
      period: dataset,
      dueOn,
      bySetting: true,
      tracked: true,
      recorded: true,
      recipients: [...recipients],
      counts: countStandings([standing]),
      state: standing.state,
      daysLate: standing.daysLate,
    }));
}

function inWords(duty: Duty) {
  const { code, nameVi, nameEn, act, standing, actorVi, actorEn } = duty;
  return { duty: code, nameVi, nameEn, act: act as DueDateDto['act'], standing, actorVi, actorEn };
}
