import type { ChangeOf, UnitChangeRequest } from '../unit-change-request.dto.js';
import { codeFaults } from './code-rules.js';
import { fault } from './fault.js';
import { nameFaults } from './name-rules.js';
import { planCorrection } from './plan-correction.js';
import { planMerger, planSplit } from './plan-merger.js';
import {
  beginning,
  codeRow,
  ending,
  ENTERED,
  fromDay,
  kindFaults,
  nameRow,
  NOTHING,
  type Plan,
  proposedId,
  refused,
  regionFaults,
  succession,
  together,
  withUnit,
} from './planning.js';
import { publishedFaults } from './published-rules.js';
import { backwardFaults, circleFaults, overlapFaults } from './succession-rules.js';
import { applySteps, type Known, type Rows, type Step, type UnitRow } from './world.js';

/**
 * What a change would write, and everything that speaks against it at once. Pure: the same world and the same
 * request give the same plan, so that a preview can be held to what is applied.
 * @param basis the legal basis in words, as it is printed beside the unit
 */
export function planChange(change: UnitChangeRequest, known: Known, basis: string | null): Plan {
  const plan = planOf(change, known, basis);
  const after = applySteps(known.world, plan.steps);
  const { steps } = plan;
  const faults = [
    ...plan.faults,
    ...backwardFaults(steps),
    ...overlapFaults(after, steps),
    ...circleFaults(known.world, steps),
    ...nameFaults(after, steps),
    ...codeFaults(after, steps),
    ...publishedFaults(known, after, steps, change.kind === 'correction' ? 'validFrom' : 'effectiveDate'),
  ];
  const seen = new Set<string>();
  return {
    steps: faults.length > 0 ? [] : steps,
    faults: faults.filter(({ code, path }) => {
      const key = `${code} ${path}`;
      return seen.has(key) ? false : (seen.add(key), true);
    }),
  };
}

function planOf(change: UnitChangeRequest, known: Known, basis: string | null): Plan {
  switch (change.kind) {
    case 'new-unit':
      return planNewUnit(change, known, basis);
    case 'rename':
      return withUnit(known, change.unit, change.effectiveDate, 'unit', (unit) =>
        renaming(known, unit, change, basis),
      );
    case 'kind':
      return planKind(change, known, basis);
    case 'code':
      return planCode(change, known);
    case 'region':
      return planRegion(change, known);
    case 'alias':
      return planAlias(change, known);
    case 'end':
      return withUnit(known, change.unit, change.effectiveDate, 'unit', (unit) =>
        ending(unit, change.effectiveDate, 'unit'),
      );
    case 'merger':
      return planMerger(change, known, basis);
    case 'split':
      return planSplit(change, known, basis);
    case 'ministry-in-charge':
      return planCharge(change, known);
    case 'correction':
      return planCorrection(change, known);
  }
}

function planNewUnit(change: ChangeOf<'new-unit'>, known: Known, legalBasis: string | null): Plan {
  const { effectiveDate: day, level, note, name } = change;
  const taken = new Set(known.world.unit.map(({ id }) => id));
  const id = change.id ?? proposedId(name, day, taken);
  return beginning(known, change, { id, level, day, legalBasis, note: note ?? null, at: '' });
}

interface Renamed {
  readonly name: ChangeOf<'rename'>['name'];
  readonly effectiveDate: string;
  readonly note?: string | undefined;
}

function renaming(known: Known, unit: UnitRow, change: Renamed, basis: string | null): Plan {
  const row = nameRow(unit.id, change.name);
  const named = fromDay(known, unit, 'name', row, row, change.effectiveDate, 'name');
  return named.faults.length > 0 ? named : together(named, own('rename', unit, change, basis));
}

/** The line that says that a unit itself changed. */
function own(
  change: string,
  { id }: UnitRow,
  { effectiveDate, note }: { effectiveDate: string; note?: string | undefined },
  legalBasis: string | null,
): Plan {
  const line = { change, effectiveDate, predecessorId: id, successorId: id, legalBasis, note: note ?? null };
  return { steps: [succession(line, 'unit')], faults: [] };
}

function planKind(change: ChangeOf<'kind'>, known: Known, basis: string | null): Plan {
  return withUnit(known, change.unit, change.effectiveDate, 'unit', (unit) => {
    const row: Rows['kind'] = { unitId: unit.id, kind: change.unitKind, validFrom: null, validTo: null };
    const { name, effectiveDate, note } = change;
    return together(
      { steps: [], faults: kindFaults(unit.level, change.unitKind, 'unitKind') },
      fromDay(known, unit, 'kind', row, row, effectiveDate, 'unitKind'),
      own('kind_change', unit, change, basis),
      name === undefined ? NOTHING : renaming(known, unit, { name, effectiveDate, note }, basis),
    );
  });
}

function planCode(change: ChangeOf<'code'>, known: Known): Plan {
  return withUnit(known, change.unit, change.effectiveDate, 'unit', (unit) => {
    const row = codeRow(unit.id, change.scheme, change.code ?? '');
    return fromDay(known, unit, 'code', row, change.code === null ? null : row, change.effectiveDate, 'code');
  });
}

function planRegion(change: ChangeOf<'region'>, known: Known): Plan {
  const { unit: id, effectiveDate, region } = change;
  return withUnit(known, id, effectiveDate, 'unit', (unit) => {
    const row = { unitId: id, regionId: region, sourceIds: [], validFrom: null, validTo: null };
    return together(
      { steps: [], faults: regionFaults(known, unit.level, region, effectiveDate, 'region') },
      fromDay(known, unit, 'region', row, row, effectiveDate, 'region'),
    );
  });
}

function planAlias(change: ChangeOf<'alias'>, known: Known): Plan {
  const { unit: id, text, effectiveDate, until } = change;
  const unit = known.world.unit.find((one) => one.id === id);
  if (unit === undefined) return refused(fault('UNIT_NOT_FOUND', 'unit', `no unit "${id}"`));
  const after = { unitId: id, text, validFrom: effectiveDate, validTo: until };
  const step: Step = { table: 'alias', unitId: id, before: null, after, at: 'text' };
  return { steps: [step], faults: [] };
}

function planCharge(change: ChangeOf<'ministry-in-charge'>, known: Known): Plan {
  const { unit: id, effectiveDate, abbreviation } = change;
  return withUnit(known, id, effectiveDate, 'unit', (unit) => {
    if (unit.level !== 'ministry') {
      return refused(fault('UNIT_LEVELS_DIFFER', 'unit', 'a ministry is in charge, and no other unit'));
    }
    const row = { unitId: id, abbreviation, ...ENTERED, validFrom: null, validTo: null };
    return fromDay(known, unit, 'charge', row, row, effectiveDate, 'unit');
  });
}
