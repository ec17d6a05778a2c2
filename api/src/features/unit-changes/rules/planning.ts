import { searchKey } from '../../units/name-key.js';
import type { NameRequest, NewUnitRequest } from '../unit-change-request.dto.js';
import { fault, type Fault } from './fault.js';
import { dayBefore, endOf, holdsOn, startOf, within } from './period.js';
import { type FactTable, type Known, placeOf, type Rows, type Step, type UnitRow, unitOf } from './world.js';

/** What a change would write, or why it cannot be. */
export interface Plan {
  readonly steps: readonly Step[];
  readonly faults: readonly Fault[];
}

export const NOTHING: Plan = { steps: [], faults: [] };

export function together(...plans: readonly Plan[]): Plan {
  return { steps: plans.flatMap(({ steps }) => steps), faults: plans.flatMap(({ faults }) => faults) };
}

export function refused(...faults: readonly Fault[]): Plan {
  return { steps: [], faults };
}

/** What an operator enters rests on the document named, not on a source of the reference data. */
export const ENTERED = { confidence: 'high', sourceIds: [] as readonly string[] };

/** Goes on with a unit that is there on a day, and is not the nation. */
export function withUnit(
  known: Known,
  id: string,
  day: string,
  path: string,
  plan: (unit: UnitRow) => Plan,
): Plan {
  const unit = unitOf(known.world, id);
  if (unit === undefined) return refused(fault('UNIT_NOT_FOUND', path, `no unit "${id}"`));
  const faults = [
    ...(unit.level === 'nation' ? [fault('UNIT_NATION_STAYS', path, 'the nation is not changed')] : []),
    ...(endOf(unit) < day ? [fault('UNIT_ENDED', path, `its last day was ${unit.validTo}`)] : []),
    ...(startOf(unit) > day ? [fault('UNIT_NOT_THERE_YET', path, `its first day is ${unit.validFrom}`)] : []),
  ];
  return faults.length > 0 ? { steps: [], faults } : plan(unit);
}

/**
 * From a day on another fact in the place of the one that holds: the earlier one ends the day before. `row`
 * null = none from then on.
 */
export function fromDay<T extends FactTable>(
  known: Known,
  unit: UnitRow,
  table: T,
  sample: Rows[T],
  row: Rows[T] | null,
  day: string,
  at: string,
): Plan {
  const place = placeOf(table, sample);
  const rows = (known.world[table] as readonly Rows[T][]).filter((one) => placeOf(table, one) === place);
  const inLife = (one: Rows[T]) => (table === 'charge' ? one : within(one, unit));
  const later = rows.find((one) => {
    const period = inLife(one);
    return period !== null && startOf(period) >= day;
  });
  if (later !== undefined) {
    return refused(
      fault(
        'UNIT_PERIOD_OVERLAPS',
        at,
        `one that begins on ${later.validFrom ?? unit.validFrom} is recorded`,
      ),
    );
  }
  const current = rows.find((one) => holdsOn(one, day));
  if (current === undefined && row === null) {
    return refused(fault('UNIT_CHANGE_NOTHING', at, 'there is none on that day'));
  }
  if (current !== undefined && row !== null && sameFact(current, row)) {
    return refused(fault('UNIT_CHANGE_NOTHING', at, 'it is so already'));
  }
  const write = (before: Rows[T] | null, after: Rows[T] | null) =>
    ({ table, unitId: sample.unitId, before, after, at }) as unknown as Step;
  const steps = [
    ...(current === undefined ? [] : [write(current, { ...current, validTo: dayBefore(day) })]),
    ...(row === null ? [] : [write(null, { ...row, validFrom: day, validTo: current?.validTo ?? null })]),
  ];
  return { steps, faults: [] };
}

const NOT_THE_FACT = new Set(['validFrom', 'validTo', 'confidence', 'sourceIds', 'verified']);

function sameFact(a: object, b: object): boolean {
  return Object.entries(a).every(
    ([key, value]) => NOT_THE_FACT.has(key) || (b as Record<string, unknown>)[key] === value,
  );
}

/** A line of descent, or of a change of the unit itself. */
export function succession(row: Omit<Rows['succession'], 'confidence' | 'sourceIds'>, at: string): Step {
  return { table: 'succession', unitId: row.successorId, before: null, after: { ...row, ...ENTERED }, at };
}

/** A unit ends: its last day is the day before. */
export function ending(unit: UnitRow, day: string, at: string): Plan {
  if (unit.validTo !== null) {
    return refused(fault('UNIT_PERIOD_OVERLAPS', at, `it is recorded to end on ${unit.validTo}`));
  }
  if (startOf(unit) >= day) {
    return refused(fault('UNIT_NOT_THERE_YET', at, `its first day is ${unit.validFrom}`));
  }
  const step: Step = {
    table: 'unit',
    unitId: unit.id,
    before: unit,
    after: { ...unit, validTo: dayBefore(day) },
    at,
  };
  return { steps: [step], faults: [] };
}

/** The id that a unit gets where none is asked for: its short name, with the year where that is another's. */
export function proposedId(name: NameRequest, day: string, taken: ReadonlySet<string>): string {
  const slug = searchKey(name.shortVi ?? name.vi)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const ids = [slug, `${slug}-${day.slice(0, 4)}`, `${slug}-${day}`];
  return ids.find((id) => id !== '' && !taken.has(id)) ?? `${slug}-${taken.size}`;
}

export function nameRow(unitId: string, { vi, shortVi, en }: NameRequest): Rows['name'] {
  return { unitId, nameVi: vi, shortNameVi: shortVi ?? vi, nameEn: en, validFrom: null, validTo: null };
}

export function codeRow(unitId: string, scheme: string, code: string): Rows['code'] {
  return { unitId, scheme, code, verified: true, ...ENTERED, validFrom: null, validTo: null };
}

export interface Beginning {
  readonly id: string;
  readonly level: 'ministry' | 'province';
  readonly day: string;
  readonly legalBasis: string | null;
  readonly note: string | null;
  readonly at: string;
}

const KINDS = {
  province: ['province', 'city'],
  ministry: ['ministry', 'ministerial_agency', 'government_agency'],
} as const;

/** Whether a unit of the level may be of the kind. */
export function kindFaults(level: UnitRow['level'], kind: string, path: string): readonly Fault[] {
  const fitting: readonly string[] = level === 'nation' ? [] : KINDS[level];
  return fitting.includes(kind) ? [] : [fault('UNIT_KIND_NOT_OF_LEVEL', path, `${kind} is none of ${level}`)];
}

/** Whether units of the level stand in regions, and the region is there on the day. */
export function regionFaults(
  known: Known,
  level: UnitRow['level'],
  region: string,
  day: string,
  path: string,
): readonly Fault[] {
  if (level !== 'province') return [fault('REGION_NOT_FOR_LEVEL', path, 'provinces alone stand in regions')];
  const found = known.regions.find(({ id }) => id === region);
  if (found === undefined) return [fault('REGION_NOT_FOUND', path, `no region "${region}"`)];
  return holdsOn(found, day) ? [] : [fault('REGION_NOT_VALID', path, `there is no such region on ${day}`)];
}

/** A unit that begins, with its name, kind, codes and region. */
export function beginning(known: Known, request: NewUnitRequest, unit: Beginning): Plan {
  const { id, level, day, at } = unit;
  const field = (name: string) => (at === '' ? name : `${at}.${name}`);
  const { region } = request;
  const faults = [
    ...(unitOf(known.world, id) === undefined
      ? []
      : [fault('UNIT_ID_TAKEN', field('id'), `there is "${id}"`)]),
    ...kindFaults(level, request.unitKind, field('unitKind')),
    ...(region === undefined ? [] : regionFaults(known, level, region, day, field('region'))),
  ];
  return { steps: faults.length > 0 ? [] : rowsOf(request, unit, field), faults };
}

function rowsOf(
  { name, unitKind, codes, region }: NewUnitRequest,
  { id, level, day, legalBasis, note }: Beginning,
  field: (name: string) => string,
): readonly Step[] {
  const days = { validFrom: day, validTo: null };
  const made = { unitId: id, before: null };
  const regions: readonly Step[] =
    region === undefined
      ? []
      : [
          {
            ...made,
            table: 'region',
            after: { unitId: id, regionId: region, sourceIds: [], ...days },
            at: field('region'),
          },
        ];
  return [
    { ...made, table: 'unit', after: { id, level, ...days, legalBasis, note, ...ENTERED }, at: field('id') },
    { ...made, table: 'name', after: { ...nameRow(id, name), ...days }, at: field('name') },
    { ...made, table: 'kind', after: { unitId: id, kind: unitKind, ...days }, at: field('unitKind') },
    ...codes.map(({ scheme, code }, index): Step => ({
      ...made,
      table: 'code',
      after: { ...codeRow(id, scheme, code), ...days },
      at: field(`codes.${index}.code`),
    })),
    ...regions,
  ];
}
