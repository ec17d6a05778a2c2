import { fault, type Fault } from './fault.js';
import { atOneTime } from './name-rules.js';
import { widens } from './period.js';
import type { Rows, Step, World } from './world.js';

/** Shape of a code by its scheme: statistics office, ISO 3166-2, electronic identification. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  gso: /^\d{2}$/,
  'iso3166-1': /^[A-Z]{2,3}$/,
  'iso3166-2': /^VN-[A-Z0-9]{2,3}$/,
  'e-id': /^[A-Z]\d{2}$/,
};

/** Codes that a change gives and that cannot be: of no scheme, of another shape, or another unit's at that time. */
export function codeFaults(after: World, steps: readonly Step[]): readonly Fault[] {
  return steps.flatMap((step) => {
    if (step.after === null) return [];
    if (step.table === 'unit' && step.before !== null && widens(step.before, step.after)) {
      return after.code
        .filter(({ unitId }) => unitId === step.unitId)
        .flatMap((row) => takenFaults(after, row, step.at));
    }
    if (step.table !== 'code' || !widens(step.before, step.after)) return [];
    return [...shapeFaults(step.after, step.at), ...takenFaults(after, step.after, step.at)];
  });
}

function shapeFaults({ scheme, code }: Rows['code'], path: string): readonly Fault[] {
  const shape = SHAPES[scheme];
  if (shape === undefined) return [fault('UNIT_CODE_SCHEME_UNKNOWN', path, scheme)];
  return shape.test(code) ? [] : [fault('UNIT_CODE_MALFORMED', path, `${scheme}: ${code}`)];
}

function takenFaults(after: World, row: Rows['code'], path: string): readonly Fault[] {
  const holder = after.code.find(
    (other) =>
      other.unitId !== row.unitId &&
      other.scheme === row.scheme &&
      other.code === row.code &&
      atOneTime(after, other, row),
  );
  if (holder === undefined) return [];
  return [fault('UNIT_CODE_TAKEN', path, `${row.scheme} ${row.code} is ${holder.unitId} at that time`)];
}
