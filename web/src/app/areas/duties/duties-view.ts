import type { DueDate } from '../../api-client/models/due-date.js';
import type { DueDates } from '../../api-client/models/due-dates.js';
import type { Duty } from '../../api-client/models/duty.js';
import type { DutyStanding } from '../../api-client/models/duty-standing.js';
import type { DutySubmissions } from '../../api-client/models/duty-submissions.js';
import type { SubmissionState } from '../../api-client/models/submission-state.js';
import type { UnitSubmission } from '../../api-client/models/unit-submission.js';
import type { Wording } from '../../shared/language/wording.js';

/** Reports whose submissions the screen shows by unit, the first unasked. */
export const REPORTS = [
  'report-province-yearly',
  'report-ministry-yearly',
  'report-database-owner-yearly',
] as const;
export type Report = (typeof REPORTS)[number];

export const STATES = ['missing', 'late', 'received', 'not_yet_due'] as const;
export const STANDINGS = ['binding', 'guidance', 'proposed', 'history'] as const;

const EARLIEST_YEAR = 2020;
const YEARS_AHEAD = 4;

export function reportOf(text: string | undefined): Report {
  return REPORTS.find((report) => report === text) ?? REPORTS[0];
}

export function standingFilter(text: string | undefined): DutyStanding {
  return STANDINGS.find((standing) => standing === text) ?? 'binding';
}

export function stateFilter(text: string | undefined): SubmissionState | null {
  return STATES.find((state) => state === text) ?? null;
}

/** The year of an address; null where it names none that can be asked for. */
export function yearFilter(text: string | undefined): number | null {
  const year = Number(text);
  return Number.isInteger(year) && year >= EARLIEST_YEAR && year <= 2100 ? year : null;
}

/** Years that can be chosen: from the first that a source speaks of to some years ahead. */
export function yearsFor(today: string): readonly number[] {
  const last = Number(today.slice(0, 4)) + YEARS_AHEAD;
  return Array.from({ length: last - EARLIEST_YEAR + 1 }, (_, index) => EARLIEST_YEAR + index);
}

/** Everything that falls due on the next day on which something does: law and proposals, no history. */
export function nextDue({ items, today }: DueDates): readonly DueDate[] {
  const ahead = items.filter(({ dueOn, standing }) => dueOn >= today && standing !== 'history');
  return ahead.filter(({ dueOn }) => dueOn === ahead[0]?.dueOn);
}

/** "Hạn gần nhất 30/12/2026: …"; of a year without any left, that it has none. */
export function dueFinding(dates: DueDates, { t, formats, name }: Wording): string {
  const next = nextDue(dates);
  const [first] = next;
  const year = dates.from.slice(0, 4);
  if (first === undefined) return t('duties.finding.none', { year, count: dates.items.length });
  // The most binding of the day stands for it.
  const shown = next.find(({ standing }) => standing === 'binding') ?? first;
  const key = next.length === 1 ? 'duties.finding.one' : 'duties.finding.several';
  return t(key, { date: formats.date(shown.dueOn), duty: name(shown), count: next.length - 1 });
}

/** Who is late with the report shown; where nothing is recorded, that. */
export function lateFinding(report: DutySubmissions, wording: Wording): string {
  const { t, formats } = wording;
  const { counts, period, dueOn } = report;
  const date = formats.date(dueOn);
  if (dueOn >= report.today) return t('duties.late.ahead', { period, date, ...seen(counts) });
  if (!report.recorded) return t('duties.late.unrecorded', { period, date, units: counts.units });
  return t('duties.late.counted', { period, date, ...seen(counts) });
}

function seen({ units, received, late, missing }: DutySubmissions['counts']) {
  return { units, received, late, missing };
}

export interface Tile {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** In the year: what is still to come, and how the report shown stands. */
export function tilesOf(dates: DueDates, report: DutySubmissions, { t, formats }: Wording): readonly Tile[] {
  const held = dates.items.filter(({ standing }) => standing !== 'history');
  const ahead = held.filter(({ dueOn }) => dueOn >= dates.today).length;
  const { counts, period } = report;
  const of = t('duties.tile.of', { units: counts.units, period });
  const longest = Math.max(
    0,
    ...report.items.filter(({ state }) => state === 'late').map(({ daysLate }) => daysLate),
  );
  return [
    {
      label: t('duties.tile.ahead'),
      value: formats.number(ahead),
      note: t('duties.tile.year', { count: held.length, year: dates.from.slice(0, 4) }),
    },
    { label: t('duties.state.received'), value: formats.number(counts.received), note: of },
    {
      label: t('duties.state.late'),
      value: formats.number(counts.late),
      note: longest === 0 ? of : t('duties.tile.longest', { days: longest }),
    },
    {
      label: t(counts.notYetDue > 0 ? 'duties.state.not_yet_due' : 'duties.state.missing'),
      value: formats.number(counts.notYetDue > 0 ? counts.notYetDue : counts.missing),
      note: counts.returned > 0 ? t('duties.tile.returned', { count: counts.returned }) : of,
    },
  ];
}

/** To whom, in words; without recipients, that the source names none. */
export function recipientsText(recipients: DueDate['recipients'], { t, name }: Wording): string {
  if (recipients.length === 0) return t('duties.recipients.none');
  return recipients
    .map((one) => (one.toBeVerified ? t('duties.toBeVerified', { name: name(one) }) : name(one)))
    .join('; ');
}

/** Units in the state asked for: the latest first, then by name; what is overdue before what is not. */
export function unitsShown(
  items: readonly UnitSubmission[],
  state: SubmissionState | null,
  { formats, unitName }: Wording,
): readonly UnitSubmission[] {
  const order = (one: UnitSubmission): number => STATES.indexOf(one.state);
  return items
    .filter((one) => state === null || one.state === state)
    .sort(
      (a, b) => order(a) - order(b) || b.daysLate - a.daysLate || formats.compare(unitName(a), unitName(b)),
    );
}

/** When a duty falls due, in a sentence; what no document states is said to be a setting. */
export function whenText(duty: Duty, { t }: Wording): string {
  const { type, month, day, months } = duty.schedule;
  switch (type) {
    case 'yearly_before':
      return t('duties.when.yearly_before', { day: day ?? 0, month: month ?? 0 });
    case 'every_months':
      return t('duties.when.every_months', { months: months ?? 0 });
    case 'after_event':
      return t('duties.when.after_event', { months: months ?? 0 });
    case 'within':
      return t('duties.when.within', { period: duty.schedule.period ?? '' });
    case 'once_by_setting':
      return t('duties.when.once_by_setting', { period: duty.schedule.period ?? '' });
    default:
      return t(`duties.when.${type}`);
  }
}

/** How many duties stand how. */
export function standingCounts(duties: readonly Duty[]): Readonly<Record<DutyStanding, number>> {
  const of = (standing: DutyStanding) => duties.filter((duty) => duty.standing === standing).length;
  return {
    binding: of('binding'),
    guidance: of('guidance'),
    proposed: of('proposed'),
    history: of('history'),
  };
}

/** How many due dates a year has, and how many of them no document dates. */
export function timelineFinding({ items, from }: DueDates, { t }: Wording): string {
  const year = from.slice(0, 4);
  if (items.length === 0) return t('duties.timeline.none', { year });
  const bySetting = items.filter((item) => item.bySetting).length;
  return t('duties.timeline.finding', { year, count: items.length, bySetting });
}

/** How many duties the Decision and the other documents have. */
export function listFinding(duties: readonly Duty[], { t }: Wording): string {
  const of = (counted: Duty['counted']) => duties.filter((duty) => duty.counted === counted).length;
  return t('duties.list.finding', { decision: of('decision-142-2024'), others: of('other-documents') });
}
