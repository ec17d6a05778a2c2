import { fault, type Fault } from './fault.js';
import { firstDifference, type Period, within } from './period.js';
import { type Known, type Step, unitOf, type World } from './world.js';

/** Editions print neither codes nor aliases: these may be completed for any day. */
const NOT_PRINTED = new Set<Step['table']>(['code', 'alias']);

/**
 * @returns UNIT_CHANGE_TOUCHES_PUBLISHED where a step changes what was so on a day that a published edition
 * rests on: what is published stays as it was printed
 */
export function publishedFaults(
  known: Known,
  after: World,
  steps: readonly Step[],
  path: string,
): readonly Fault[] {
  const touched = steps.flatMap((step) => {
    if (NOT_PRINTED.has(step.table)) return [];
    const floor = floorOf(known, after, step);
    const first = firstDayOf(step, known.world, after);
    return floor !== null && first !== null && first <= floor ? [floor] : [];
  });
  const latest = touched.sort().at(-1);
  if (latest === undefined) return [];
  return [
    fault('UNIT_CHANGE_TOUCHES_PUBLISHED', path, `a published edition rests on what was so on ${latest}`),
  ];
}

function floorOf(known: Known, after: World, step: Step): string | null {
  if (step.table === 'charge') return known.publishedOn;
  const unit = unitOf(after, step.unitId);
  return unit === undefined ? null : known.published[unit.level];
}

function firstDayOf(step: Step, world: World, after: World): string | null {
  if (step.table === 'succession') return (step.after ?? step.before)?.effectiveDate ?? null;
  const inLife = (row: Period | null, of: World) => {
    const unit = step.table === 'unit' ? undefined : unitOf(of, step.unitId);
    return row === null || unit === undefined ? row : within(row, unit);
  };
  return firstDifference(inLife(step.before, world), inLife(step.after, after));
}
