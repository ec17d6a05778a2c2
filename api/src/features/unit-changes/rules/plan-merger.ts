import type { ChangeOf } from '../unit-change-request.dto.js';
import { fault, type Fault } from './fault.js';
import { endOf, startOf } from './period.js';
import {
  beginning,
  ending,
  type Plan,
  proposedId,
  refused,
  succession,
  together,
  withUnit,
} from './planning.js';
import { circularLines } from './succession-rules.js';
import { type Known, type UnitRow, unitOf } from './world.js';

/** Several units become one that begins that day (merge), or join one that is there already (absorb). */
export function planMerger(change: ChangeOf<'merger'>, known: Known, legalBasis: string | null): Plan {
  const { predecessors, effectiveDate: day, note } = change;
  const endings = together(
    ...predecessors.map((id, index) =>
      withUnit(known, id, day, `predecessors.${index}`, (unit) => ending(unit, day, `predecessors.${index}`)),
    ),
  );
  const level = levelOfAll(known, predecessors);
  const successor = planSuccessor(change, known, level.value, legalBasis);
  const lines = predecessors.map((predecessorId, index) =>
    succession(
      {
        change: successor.change,
        effectiveDate: day,
        predecessorId,
        successorId: successor.id,
        legalBasis,
        note: note ?? null,
      },
      `predecessors.${index}`,
    ),
  );
  const faults = [...twice(predecessors), ...level.faults, ...selfFaults(change, known)];
  return together(endings, successor.plan, { steps: lines, faults });
}

/** One unit becomes several, all of which begin that day; each of them has its past. */
export function planSplit(change: ChangeOf<'split'>, known: Known, legalBasis: string | null): Plan {
  const { unit: id, parts, effectiveDate: day, note } = change;
  return withUnit(known, id, day, 'unit', (unit) => {
    const taken = new Set(known.world.unit.map((one) => one.id));
    const made = parts.map((part, index) => {
      const own = part.id ?? proposedId(part.name, day, taken);
      const twiceAsked =
        part.id !== undefined && !known.world.unit.some((one) => one.id === own) && taken.has(own);
      taken.add(own);
      const at = `parts.${index}`;
      const begun = beginning(known, part, {
        id: own,
        level: unit.level === 'province' ? 'province' : 'ministry',
        day,
        legalBasis,
        note: null,
        at,
      });
      const line = { change: 'split', effectiveDate: day, predecessorId: id, successorId: own, legalBasis };
      const faults = twiceAsked ? [fault('UNIT_ID_TAKEN', `${at}.id`, `two parts are "${own}"`)] : [];
      return together(begun, { steps: [succession({ ...line, note: note ?? null }, at)], faults });
    });
    return together(ending(unit, day, 'unit'), ...made);
  });
}

interface Successor {
  readonly id: string;
  readonly change: 'merge' | 'absorb';
  readonly plan: Plan;
}

function planSuccessor(
  { successor, effectiveDate: day, note, predecessors }: ChangeOf<'merger'>,
  known: Known,
  level: UnitRow['level'] | null,
  legalBasis: string | null,
): Successor {
  if ('new' in successor) {
    const taken = new Set(known.world.unit.map(({ id }) => id));
    const id = successor.new.id ?? proposedId(successor.new.name, day, taken);
    if (level === null || level === 'nation') return { id, change: 'merge', plan: refused() };
    const at = 'successor.new';
    const begun = beginning(known, successor.new, { id, level, day, legalBasis, note: note ?? null, at });
    const alone = new Set(predecessors).size < 2;
    const faults = alone
      ? [fault('UNIT_MERGER_OF_ONE', 'predecessors', 'a new unit is made of two at least')]
      : [];
    return { id, change: 'merge', plan: together(begun, { steps: [], faults }) };
  }
  const unit = unitOf(known.world, successor.unit);
  const begins = unit !== undefined && unit.validFrom === day;
  return {
    id: successor.unit,
    change: begins ? 'merge' : 'absorb',
    plan: { steps: [], faults: successorFaults(unit, successor.unit, day, level) },
  };
}

function successorFaults(
  unit: UnitRow | undefined,
  id: string,
  day: string,
  level: UnitRow['level'] | null,
): readonly Fault[] {
  const path = 'successor.unit';
  if (unit === undefined) return [fault('UNIT_NOT_FOUND', path, `no unit "${id}"`)];
  return [
    ...(startOf(unit) > day
      ? [fault('UNIT_SUCCESSOR_BEGINS_LATER', path, `its first day is ${unit.validFrom}, not ${day}`)]
      : []),
    ...(endOf(unit) < day ? [fault('UNIT_ENDED', path, `its last day was ${unit.validTo}`)] : []),
    ...(level !== null && unit.level !== level
      ? [fault('UNIT_LEVELS_DIFFER', path, `it is of level ${unit.level}`)]
      : []),
  ];
}

function levelOfAll(
  known: Known,
  ids: readonly string[],
): { value: UnitRow['level'] | null; faults: readonly Fault[] } {
  const levels = ids.map((id) => unitOf(known.world, id)?.level);
  const [value = null] = levels.filter((level) => level !== undefined);
  const faults = levels.flatMap((level, index) =>
    level === undefined || level === value
      ? []
      : [fault('UNIT_LEVELS_DIFFER', `predecessors.${index}`, `it is of level ${level}`)],
  );
  return { value, faults };
}

function twice(ids: readonly string[]): readonly Fault[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [fault('UNIT_NAMED_TWICE', `predecessors.${index}`, `${id} is named twice`)]
      : [],
  );
}

/** What leads back is told also where a unit has ended, so that everything is said at once. */
function selfFaults({ predecessors, successor }: ChangeOf<'merger'>, known: Known): readonly Fault[] {
  if ('new' in successor) return [];
  return predecessors.flatMap((id, index) => {
    const line = { predecessorId: id, successorId: successor.unit };
    if (id !== successor.unit && circularLines(known.world.succession, [line]).length === 0) return [];
    return [
      fault(
        'UNIT_SUCCESSION_CIRCLE',
        `predecessors.${index}`,
        `${id} cannot become a part of ${successor.unit}`,
      ),
    ];
  });
}
