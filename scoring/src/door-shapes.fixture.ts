import { OBSERVATION_STATUSES, type Cell, type DataColumn, type Dataset } from './model/dataset.js';
import type { ElementTable } from './door-data.fixture.js';
import type { Drawn } from './door.fixture.js';

/** The same data in every shape that a data set can have. */
export const SHAPES = {
  cells: ({ units, tables, earlier }: Drawn): Dataset => ({
    units,
    cells: cellsOf(tables, units),
    earlier: [{ cells: cellsOf(earlier, units) }],
  }),
  columns: ({ units, tables, earlier }: Drawn): Dataset => ({
    units,
    columns: tables.map(listed),
    earlier: [{ columns: earlier.map(listed) }],
  }),
  typed: ({ units, tables, earlier }: Drawn): Dataset => ({
    units,
    columns: tables.map(typed),
    earlier: [{ columns: earlier.map(typed) }],
  }),
  mixed: ({ units, tables, earlier }: Drawn): Dataset => ({
    units,
    cells: cellsOf(
      tables.filter((_, i) => i % 2 === 0),
      units,
    ),
    columns: tables
      .filter((_, i) => i % 2 === 1)
      .map((table, i) => (i % 2 === 0 ? listed(table) : typed(table))),
    earlier: [{ cells: cellsOf(earlier, units) }],
  }),
} as const;

function cellsOf(tables: readonly ElementTable[], units: Drawn['units']): readonly Cell[] {
  return tables.flatMap(({ element, values, statuses }) =>
    units.map(({ code }, u) => ({
      unit: code,
      element,
      value: values[u] ?? null,
      status: statuses[u] ?? 'L',
    })),
  );
}

function listed({ element, values, statuses }: ElementTable): DataColumn {
  return { element, values, statuses };
}

function typed({ element, values, statuses }: ElementTable): DataColumn {
  return {
    element,
    // What stands where there is no value must not matter.
    values: Float64Array.from(values, (value) => value ?? 123.456),
    statuses: Uint8Array.from(statuses, (status) => OBSERVATION_STATUSES.indexOf(status)),
  };
}

/** Freezes an input whole; typed arrays cannot be frozen, so what they held is compared afterwards. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || Object.isFrozen(value)) {
    return value;
  }
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

/** A copy that shares nothing. */
export function copyOf<T>(value: T): T {
  if (value instanceof Float64Array || value instanceof Uint8Array) return value.slice() as T;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, copyOf<unknown>(own)])) as T;
}

/** Paths of every number in a result that is none, and of every −0: nothing of the kind leaves the engine. */
export function notNumbers(value: unknown, path = 'result'): readonly string[] {
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0) ? [] : [`${path}: ${value}`];
  if (typeof value !== 'object' || value === null) return value === undefined ? [`${path}: undefined`] : [];
  const entries: readonly (readonly [unknown, unknown])[] =
    value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : Object.entries(value);
  return entries.flatMap(([key, own]) => notNumbers(own, `${path}.${String(key)}`));
}

/** Whether two numbers are the same to within `tolerance`, relative to the larger or to 1. */
export function near(a: number | null, b: number | null, tolerance: number): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}
