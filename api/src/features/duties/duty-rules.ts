import { groupBy } from '../../platform/group-by.js';
import type { UnitSummary } from '../units/unit.dto.js';
import type { SubmissionCounts } from './duty.dto.js';
import type { Duty, DutySubmission } from './duty.entity.js';
import { dueAfterEvent, occurrences, type Occurrence, type SettingReader } from './schedule.js';
import { standingOf, type Standing, type TimelinessRule } from './submission-state.js';

/** Far enough on either side for any period that can be asked for. */
const LONGEST = { from: '2020-01-01', to: '2035-12-31' };

/** Whether what units send under it is recorded: it holds, or held, as a duty, and units have it. */
export function isTracked({ inForce, standing, who }: Pick<Duty, 'inForce' | 'standing' | 'who'>): boolean {
  return inForce && standing !== 'history' && !('outside' in who);
}

/** Every time that a duty falls due within the days; what was never in force never does. */
export function dueTimes(
  duty: Pick<Duty, 'inForce' | 'schedule' | 'validFrom' | 'validTo'>,
  window: { readonly from: string; readonly to: string },
  read: SettingReader,
): readonly Occurrence[] {
  if (!duty.inForce) return [];
  return occurrences(duty.schedule, { from: duty.validFrom, to: duty.validTo }, window, read);
}

/** Every period of a duty that can be asked for, oldest first. */
export function allPeriods(duty: Duty, read: SettingReader): readonly Occurrence[] {
  return dueTimes(duty, LONGEST, read);
}

/** The period shown unasked: the latest that has fallen due, or else the first. */
export function shownPeriod(periods: readonly Occurrence[], today: string): Occurrence | null {
  return periods.findLast(({ dueOn }) => dueOn < today) ?? periods[0] ?? null;
}

/** Lines by unit, each unit's in the order in which they were written. */
export function byUnit(lines: readonly DutySubmission[]): ReadonlyMap<string, readonly DutySubmission[]> {
  return groupBy(lines, ({ unitId }) => unitId);
}

export function countStandings(standings: readonly Standing[]): SubmissionCounts {
  const of = (state: Standing['state']) => standings.filter((one) => one.state === state).length;
  return {
    units: standings.length,
    received: of('received'),
    late: of('late'),
    missing: of('missing'),
    notYetDue: of('not_yet_due'),
    returned: standings.filter(({ returned }) => returned).length,
  };
}

/** Where each of the units stands with one period. */
export function standingsOf(
  units: readonly Pick<UnitSummary, 'id'>[],
  lines: readonly DutySubmission[],
  dueOn: string,
  today: string,
  rule: TimelinessRule,
): readonly Standing[] {
  const histories = byUnit(lines);
  return units.map(({ id }) => standingOf(histories.get(id) ?? [], dueOn, today, rule));
}

/** One term of one published set of open data. */
export interface DatasetTerm {
  readonly dataset: string;
  readonly dueOn: string;
  readonly standing: Standing;
}

/**
 * Terms of a unit's published open data: of each set the first line is its publication, the later ones
 * its updates.
 */
export function datasetTerms(
  lines: readonly DutySubmission[],
  months: number,
  clock: 'restarts' | 'once',
  today: string,
): readonly DatasetTerm[] {
  const sets = groupBy(
    lines.filter(({ action }) => action === 'sent'),
    ({ period }) => period,
  );
  return [...sets].flatMap(([dataset, sent]) => {
    const days = sent.map(({ happenedOn }) => happenedOn).sort();
    const [published = '', ...updates] = days;
    return dueAfterEvent(months, clock, published, updates).map(({ dueOn, doneOn }) => ({
      dataset,
      dueOn,
      standing: standingOf(
        doneOn === null ? [] : [{ action: 'sent', happenedOn: doneOn }],
        dueOn,
        today,
        'first_sending',
      ),
    }));
  });
}
