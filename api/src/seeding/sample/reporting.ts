import type { DrawsFor } from './draws.js';
import { SAMPLE, type SampleUnit } from './sample-world.js';

/**
 * How a unit's report of a year came in.
 *
 * full: in time; late: after the day it was due; returned: sent back once, mended and sent again;
 * partial: in time, with gaps; none: not at all, or, in the year in course, not yet.
 */
export type ReportKind = 'full' | 'late' | 'returned' | 'partial' | 'none';

export interface UnitReport {
  readonly unitId: string;
  readonly period: string;
  readonly kind: ReportKind;
  /** Days, `2025-12-18`; null where nothing came. */
  readonly submittedOn: string | null;
  readonly returnedOn: string | null;
  readonly resubmittedOn: string | null;
}

const USUAL: readonly (readonly [ReportKind, number])[] = [
  ['none', 0.03],
  ['partial', 0.08],
  ['late', 0.1],
  ['returned', 0.07],
];
/** Reports are under way: of nearly a third nothing is in. */
const IN_COURSE: readonly (readonly [ReportKind, number])[] = [
  ['none', 0.3],
  ['partial', 0.22],
  ['late', 0],
  ['returned', 0.05],
];

/** The report of a unit for a year; the nation's figures are worked out and are always there. */
export function reportOf({ id, level }: SampleUnit, period: string, drawsFor: DrawsFor): UnitReport {
  const draws = drawsFor('report', id, period);
  const inCourse = period === SAMPLE.yearInCourse;
  const kind = level === 'nation' ? 'full' : kindOf(draws.uniform(), inCourse ? IN_COURSE : USUAL);
  const about = { unitId: id, period, kind };
  if (kind === 'none') return { ...about, submittedOn: null, returnedOn: null, resubmittedOn: null };
  // "Before 31 December" ends on the 30th; the year in course is reported up to October.
  const begin = inCourse ? `${period}-10-01` : `${period}-12-01`;
  const submittedOn =
    kind === 'late' ? dayAfter(`${period}-12-31`, 1 + draws.below(60)) : dayAfter(begin, draws.below(20));
  if (kind !== 'returned') return { ...about, submittedOn, returnedOn: null, resubmittedOn: null };
  const returnedOn = dayAfter(submittedOn, 3 + draws.below(4));
  return {
    ...about,
    submittedOn,
    returnedOn,
    resubmittedOn: dayAfter(returnedOn, 2 + draws.below(inCourse ? 4 : 15)),
  };
}

function kindOf(at: number, shares: readonly (readonly [ReportKind, number])[]): ReportKind {
  let from = 0;
  for (const [kind, share] of shares) {
    from += share;
    if (at < from) return kind;
  }
  return 'full';
}

/** The day so many days after a day. */
export function dayAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
