import { groupBy } from '../../../platform/group-by.js';
import { fault, type Fault } from './fault.js';
import { dayBefore, endOf, overlap, startOf } from './period.js';
import { placeOf, type FactTable, type Rows, type Step, unitOf, type World } from './world.js';

/** A line of descent: what the first became a part of. */
export interface Line {
  readonly predecessorId: string;
  readonly successorId: string;
}

/** Whether one leads to the other, by whatever lines, of whatever day. */
function leadsTo(lines: readonly Line[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const line of lines) if (line.predecessorId === next) open.push(line.successorId);
  }
  return false;
}

/** Lines of a change of the unit itself (its name, its kind) lead nowhere else. */
function apart({ predecessorId, successorId }: Line): boolean {
  return predecessorId !== successorId;
}

/** New lines by which a unit would become its own ancestor, directly or through others. */
export function circularLines<T extends Line>(known: readonly Line[], added: readonly T[]): readonly T[] {
  const all = [...known, ...added].filter(apart);
  return added.filter((line) => apart(line) && leadsTo(all, line.successorId, line.predecessorId));
}

/** @returns UNIT_SUCCESSION_CIRCLE for each new line of descent that comes round */
export function circleFaults(world: World, steps: readonly Step[]): readonly Fault[] {
  const added = steps.flatMap((step) =>
    step.table === 'succession' && step.after !== null ? [{ ...step.after, at: step.at }] : [],
  );
  return circularLines(world.succession, added).map(({ at, predecessorId, successorId }) =>
    fault(
      'UNIT_SUCCESSION_CIRCLE',
      at,
      `${successorId} is what ${predecessorId} came from: it cannot become a part of it`,
    ),
  );
}

const FACTS: readonly FactTable[] = ['name', 'kind', 'code', 'region', 'alias', 'charge'];

/** Pairs of facts that hold at one time and may not. */
export function overlaps(world: World): readonly (readonly [FactTable, Rows[FactTable]])[] {
  return FACTS.flatMap((table) => {
    const rows: readonly Rows[FactTable][] = world[table];
    const places = groupBy(rows, (row) => placeOf(table, row));
    return [...places.values()].flatMap((held) => {
      const inOrder = [...held].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
      return inOrder.flatMap((row, index) => {
        const next = inOrder[index + 1];
        return next !== undefined && overlap(row, next) ? [[table, next] as const] : [];
      });
    });
  });
}

/** @returns UNIT_PERIOD_OVERLAPS for facts that the steps make overlap */
export function overlapFaults(after: World, steps: readonly Step[]): readonly Fault[] {
  return overlaps(after).flatMap(([table, row]) => {
    const place = placeOf(table, row);
    const step = steps.find(
      (one) =>
        one.table === table && one.after !== null && placeOf(table, one.after as Rows[FactTable]) === place,
    );
    if (step === undefined) return [];
    return [fault('UNIT_PERIOD_OVERLAPS', step.at, `two periods of ${place} overlap`)];
  });
}

/** @returns UNIT_PERIOD_BACKWARDS for rows that would end before they begin */
export function backwardFaults(steps: readonly Step[]): readonly Fault[] {
  return steps.flatMap(({ table, after, at }) => {
    if (table === 'succession' || after === null || !('validFrom' in after)) return [];
    if (startOf(after) <= endOf(after)) return [];
    return [fault('UNIT_PERIOD_BACKWARDS', at, `${after.validFrom} is after ${after.validTo}`)];
  });
}

/** @returns UNIT_SUCCESSION_DATE_DIFFERS where a unit's days no longer fit what it came from or became */
export function successionDateFaults(after: World, id: string, path: string): readonly Fault[] {
  const unit = unitOf(after, id);
  if (unit === undefined) return [];
  return after.succession.filter(apart).flatMap(({ predecessorId, successorId, effectiveDate }) => {
    const ends = predecessorId === id && unit.validTo !== dayBefore(effectiveDate);
    const begins = successorId === id && startOf(unit) > effectiveDate;
    if (!ends && !begins) return [];
    return [
      fault(
        'UNIT_SUCCESSION_DATE_DIFFERS',
        path,
        `${predecessorId} became ${successorId} on ${effectiveDate}`,
      ),
    ];
  });
}
