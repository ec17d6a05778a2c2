import type { ChangedUnitDto, UnitChangeEntryDto, UnitChangeRowDto } from './unit-change.dto.js';
import type { UnitChange } from './unit-change.entity.js';
import { startOf } from './rules/period.js';
import { type Step, unitOf, type World } from './rules/world.js';

/** A row written, without what a reader has no use for. */
export function rowDto({ table, unitId, before, after }: Step): UnitChangeRowDto {
  return { table, unitId, before: told(before), after: told(after) };
}

function told(row: object | null): UnitChangeRowDto['after'] {
  if (row === null) return null;
  const values = Object.entries(row as Record<string, unknown>).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'boolean' || value === null ? [[key, value] as const] : [],
  );
  return Object.fromEntries(values);
}

/** Units by their latest names; one that is not there is absent. */
export function changedUnits(
  world: World,
  ids: readonly string[],
  made: ReadonlySet<string>,
): ChangedUnitDto[] {
  return ids.flatMap((id) => {
    const unit = unitOf(world, id);
    const names = world.name.filter(({ unitId }) => unitId === id);
    const name = names.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1)).at(-1);
    if (unit === undefined || name === undefined) return [];
    const { nameVi, shortNameVi, nameEn } = name;
    const { validFrom, validTo } = unit;
    return [{ id, nameVi, shortNameVi, nameEn, validFrom, validTo, isNew: made.has(id) }];
  });
}

/** One change of the history. */
export function entryDto(change: UnitChange, world: World, today: string): UnitChangeEntryDto {
  const { id, kind, unitId, unitIds, effectiveDate, content, steps, recordedAt, ...own } = change;
  return {
    id,
    kind,
    unitId,
    units: changedUnits(world, unitIds, new Set()).map(({ id: unit, nameVi, shortNameVi, nameEn }) => ({
      id: unit,
      nameVi,
      shortNameVi,
      nameEn,
    })),
    effectiveDate,
    state: effectiveDate !== null && effectiveDate > today ? 'upcoming' : 'in_force',
    legalBasis: own.legalBasis,
    legalBasisReference: own.legalBasisReference,
    reason: own.reason,
    note: content.note ?? null,
    recordedBy: own.recordedBy,
    recordedAt: recordedAt.toISOString(),
    rows: steps.map(rowDto),
  };
}
