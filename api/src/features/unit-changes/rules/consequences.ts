import type { UnitChangeRequest } from '../unit-change-request.dto.js';
import { fault, type Fault } from './fault.js';
import { holdsOn, startOf } from './period.js';
import { pastOf, type Rows, type Step, unitOf, type World } from './world.js';

/** The first day of a change; null where it has none of its own. */
export function dayOf(change: UnitChangeRequest): string | null {
  return 'effectiveDate' in change ? change.effectiveDate : null;
}

/** Units of which something is written, and those that a line of descent names. */
export function unitsOf(steps: readonly Step[]): readonly string[] {
  const ids = steps.flatMap((step) =>
    step.table === 'succession' && step.after !== null
      ? [step.after.predecessorId, step.after.successorId]
      : [step.unitId],
  );
  return [...new Set(ids)].sort();
}

/** The unit that a change is about; of a merger the successor. */
export function mainUnitOf(change: UnitChangeRequest, steps: readonly Step[]): string {
  if ('unit' in change) return change.unit;
  if (change.kind === 'merger' && 'unit' in change.successor) return change.successor.unit;
  const begun = steps.find(({ table, before }) => table === 'unit' && before === null);
  return begun?.unitId ?? '';
}

/** Lines of descent around some units: all that they came from and became, however far. */
export function linesAround(world: World, ids: readonly string[]): readonly Rows['succession'][] {
  const lines = world.succession.filter(({ predecessorId, successorId }) => predecessorId !== successorId);
  const near = new Set(ids);
  for (let grown = true; grown;) {
    grown = false;
    for (const { predecessorId, successorId } of lines) {
      if (near.has(predecessorId) === near.has(successorId)) continue;
      near.add(predecessorId).add(successorId);
      grown = true;
    }
  }
  return lines
    .filter(({ predecessorId }) => near.has(predecessorId))
    .toSorted((a, b) => (a.effectiveDate < b.effectiveDate ? -1 : a.effectiveDate > b.effectiveDate ? 1 : 0));
}

/** Whose past a unit's people will see from a day on that they do not see now. */
export function newSight(
  before: World,
  after: World,
  on: string,
): readonly { readonly unitId: string; readonly past: readonly string[] }[] {
  return after.unit.flatMap(({ id: unitId }) => {
    const known = new Set(pastOf(before, unitId, on));
    const past = pastOf(after, unitId, on).filter((one) => !known.has(one));
    return past.length > 0 ? [{ unitId, past }] : [];
  });
}

/** What of a change is worth a second look, as far as the units themselves tell. */
export function warningsOf(
  change: UnitChangeRequest,
  after: World,
  steps: readonly Step[],
): readonly Fault[] {
  const begun = steps.flatMap((step) =>
    step.table === 'unit' && step.before === null && step.after !== null
      ? [{ ...step.after, at: step.at }]
      : [],
  );
  const ended = steps.flatMap((step) =>
    step.table === 'unit' && step.before?.validTo === null && step.after?.validTo != null ? [step.after] : [],
  );
  return [
    ...begun
      .filter(({ id }) => !after.code.some(({ unitId }) => unitId === id))
      .map(({ id, at }) => fault('UNIT_WITHOUT_CODE', at.replace(/id$/, 'codes'), `${id} has no code`)),
    ...begun
      .filter(({ id, level }) => level === 'province' && !after.region.some(({ unitId }) => unitId === id))
      .map(({ id, at }) =>
        fault('UNIT_WITHOUT_REGION', at.replace(/id$/, 'region'), `${id} is in no region`),
      ),
    ...(begun.some(({ level }) => level === 'province')
      ? [fault('UNIT_NOT_ON_MAP', 'kind', 'the map has no boundary of a province entered here')]
      : []),
    ...ended
      .filter(({ id, validTo }) => leftInCharge(after, id, validTo))
      .map(({ id }) => fault('MINISTRY_IN_CHARGE_ENDS', 'kind', `${id} is in charge, and ends`)),
    ...(change.kind === 'split'
      ? [fault('UNIT_PAST_IS_SHARED', 'parts', 'people of every part will see the whole past')]
      : []),
  ];
}

/** Whether a unit would be in charge on a day on which it is no more. */
function leftInCharge(after: World, id: string, lastDay: string | null): boolean {
  const unit = unitOf(after, id);
  return after.charge.some(
    (charge) =>
      charge.unitId === id &&
      unit !== undefined &&
      lastDay !== null &&
      (charge.validTo === null || charge.validTo > lastDay) &&
      (holdsOn(charge, lastDay) || startOf(charge) > lastDay),
  );
}
