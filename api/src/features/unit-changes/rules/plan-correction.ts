import type { ChangeOf } from '../unit-change-request.dto.js';
import { fault } from './fault.js';
import { type Plan, refused, together } from './planning.js';
import { successionDateFaults } from './succession-rules.js';
import { applySteps, type Known, type Rows, type Step, type UnitRow } from './world.js';

/** Other days for a fact that was entered with wrong ones; what it says stays. */
export function planCorrection(change: ChangeOf<'correction'>, known: Known): Plan {
  const { unit: id, fact, recorded, validFrom, validTo } = change;
  const unit = known.world.unit.find((one) => one.id === id);
  if (unit === undefined) return refused(fault('UNIT_NOT_FOUND', 'unit', `no unit "${id}"`));
  if (unit.level === 'nation')
    return refused(fault('UNIT_NATION_STAYS', 'unit', 'the nation is not changed'));
  const row = recordedRow(change, unit, known);
  if (row === undefined) {
    return refused(
      fault(
        'UNIT_PERIOD_NOT_RECORDED',
        'recorded',
        `no such ${fact} from ${recorded.from} to ${recorded.to}`,
      ),
    );
  }
  if (row.validFrom === validFrom && row.validTo === validTo) {
    return refused(fault('UNIT_CHANGE_NOTHING', 'validFrom', 'these are the days recorded'));
  }
  const after = { ...row, validFrom, validTo };
  const step = { table: fact, unitId: id, before: row, after, at: 'validFrom' } as unknown as Step;
  const plan: Plan = { steps: [step], faults: [] };
  if (fact !== 'unit') return plan;
  const faults = successionDateFaults(applySteps(known.world, plan.steps), id, 'validFrom');
  return together(plan, { steps: [], faults });
}

type Correctable = Rows[ChangeOf<'correction'>['fact']];

function recordedRow(
  { fact, key, recorded }: ChangeOf<'correction'>,
  unit: UnitRow,
  known: Known,
): Correctable | undefined {
  if (fact === 'unit')
    return unit.validFrom === recorded.from && unit.validTo === recorded.to ? unit : undefined;
  const rows: readonly Rows[typeof fact][] = known.world[fact];
  // As a unit's page shows it: a fact without days of its own holds as long as the unit.
  return rows.find(
    (row) =>
      row.unitId === unit.id &&
      (row.validFrom === recorded.from || (row.validFrom ?? unit.validFrom) === recorded.from) &&
      (row.validTo === recorded.to || (row.validTo ?? unit.validTo) === recorded.to) &&
      (fact !== 'code' || (row as Rows['code']).scheme === key) &&
      (fact !== 'alias' || (row as Rows['alias']).text === key),
  );
}
