import { dayOf, linesAround, mainUnitOf, newSight, unitsOf, warningsOf } from './rules/consequences.js';
import { fault, type Fault } from './rules/fault.js';
import { type Judged, spokenOf } from './unit-change-judgement.js';
import type { UnitChangeRequest } from './unit-change-request.dto.js';
import type { TouchedDto, UnitChangePreviewDto } from './unit-change.dto.js';
import { changedUnits, rowDto } from './unit-change.mapper.js';

/** What rests on the units: who holds roles there, what is stored of them. */
export interface Resting {
  readonly people: readonly { readonly unitId: string; readonly role: string; readonly people: number }[];
  readonly touched: TouchedDto;
  readonly on: string;
}

/** What would be, in codes and figures; the screen writes the sentences. */
export function previewDto(
  change: UnitChangeRequest,
  judged: Judged,
  { people, touched, on }: Resting,
): UnitChangePreviewDto {
  const { known, after, steps, basis, digest } = judged;
  const effectiveDate = dayOf(change);
  const day = effectiveDate ?? on;
  const ids = unitsOf(steps);
  return {
    kind: change.kind,
    unitId: mainUnitOf(change, steps),
    effectiveDate,
    upcoming: day > on,
    digest,
    legalBasis: basis.text,
    units: changedUnits(after, spokenOf(judged, day), begunIn(judged)),
    rows: steps.map(rowDto),
    links: linesAround(after, ids).map((line) => ({
      change: line.change,
      effectiveDate: line.effectiveDate,
      predecessorId: line.predecessorId,
      successorId: line.successorId,
      isNew: !known.world.succession.includes(line),
    })),
    sight: newSight(known.world, after, day).map(({ unitId, past }) => ({
      unitId,
      past: [...past],
      people: people.reduce((sum, one) => sum + (one.unitId === unitId ? one.people : 0), 0),
    })),
    people: people.filter(({ unitId }) => ids.includes(unitId)),
    touched,
    warnings: [
      ...basis.warnings,
      ...warningsOf(change, after, steps),
      ...(day < on ? [fault('UNIT_CHANGE_IN_PAST', 'effectiveDate', 'its day has passed')] : []),
      ...remaining(judged, new Set(people.map(({ unitId }) => unitId))),
    ],
  };
}

function begunIn({ steps }: Judged): ReadonlySet<string> {
  return new Set(steps.flatMap((one) => (one.table === 'unit' && one.before === null ? [one.unitId] : [])));
}

/** Units that end while people hold roles there. */
function remaining({ steps }: Judged, withPeople: ReadonlySet<string>): readonly Fault[] {
  return steps.flatMap(({ table, unitId, before, at }) =>
    table === 'unit' && before !== null && withPeople.has(unitId)
      ? [fault('UNIT_PEOPLE_REMAIN', at, `people hold roles at ${unitId}, which ends`)]
      : [],
  );
}
