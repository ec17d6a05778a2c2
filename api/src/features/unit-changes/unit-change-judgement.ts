import { today } from '../../platform/clock.js';
import { canonicalJson, sha256 } from '../../platform/digest.js';
import { Problem } from '../../platform/http/problem.js';
import { dayOf, linesAround, newSight, unitsOf } from './rules/consequences.js';
import type { Fault } from './rules/fault.js';
import { planChange } from './rules/plan-change.js';
import { applySteps, type Known, type Step, type World } from './rules/world.js';
import { changedUnits } from './unit-change.mapper.js';
import type { UnitChangeRequest } from './unit-change-request.dto.js';

/** The document that orders a change, as it is printed, and what speaks against it. */
export interface Basis {
  /** In words; null where none is given or it is not found. */
  readonly text: string | null;
  readonly reference: string | null;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** What a change comes to: its rows, the world after them, and the digest that holds an entry to its preview. */
export interface Judged {
  readonly known: Known;
  readonly after: World;
  readonly steps: readonly Step[];
  readonly basis: Basis;
  readonly digest: string;
}

/** Every unit that a preview speaks of: what is written, the succession around it, whose past is seen. */
export function spokenOf(
  { known, after, steps }: Pick<Judged, 'known' | 'after' | 'steps'>,
  day: string,
): readonly string[] {
  const ids = unitsOf(steps);
  const spoken = new Set([
    ...ids,
    ...linesAround(after, ids).flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]),
    ...newSight(known.world, after, day).flatMap(({ unitId, past }) => [unitId, ...past]),
  ]);
  return [...spoken].sort();
}

/**
 * Judges a change against the units as they stand. The digest covers what it writes, the units as they will
 * be, whose past becomes whose and the succession around them; not the counts, which move with every figure.
 * @param prefix where the change stands in the request
 * @throws Problem UNIT_CHANGE_REFUSED with everything that speaks against it
 */
export function judge(change: UnitChangeRequest, known: Known, basis: Basis, prefix = ''): Judged {
  const { steps, faults } = planChange(change, known, basis.text);
  refuse([...basis.faults, ...faults], prefix);
  const after = applySteps(known.world, steps);
  const day = dayOf(change) ?? today();
  const sight = newSight(known.world, after, day);
  const links = linesAround(after, unitsOf(steps));
  const units = changedUnits(after, spokenOf({ known, after, steps }, day), new Set());
  return {
    known,
    after,
    steps,
    basis,
    digest: sha256(canonicalJson({ change, steps, sight, links, units })),
  };
}

function refuse(faults: readonly Fault[], prefix: string): void {
  if (faults.length === 0) return;
  throw new Problem(
    422,
    'UNIT_CHANGE_REFUSED',
    'The change cannot be; nothing was changed',
    undefined,
    faults.map(({ code, path, message }) => ({ code, path: `${prefix}${path}`, message })),
  );
}
