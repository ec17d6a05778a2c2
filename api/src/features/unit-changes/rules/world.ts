import type { Level, UnitKind } from '../../units/unit.dto.js';
import type { Period } from './period.js';

export interface UnitRow extends Period {
  readonly id: string;
  readonly level: Level;
  readonly legalBasis: string | null;
  readonly confidence: string;
  readonly note: string | null;
  readonly sourceIds: readonly string[];
}

interface OfUnit extends Period {
  readonly unitId: string;
}

export interface SuccessionRow {
  readonly change: string;
  readonly effectiveDate: string;
  readonly predecessorId: string;
  readonly successorId: string;
  readonly legalBasis: string | null;
  readonly confidence: string;
  readonly note: string | null;
  readonly sourceIds: readonly string[];
}

/** The tables that say who there is, by what a row of each holds. */
export interface Rows {
  readonly unit: UnitRow;
  readonly name: OfUnit & {
    readonly nameVi: string;
    readonly shortNameVi: string;
    readonly nameEn: string;
  };
  readonly kind: OfUnit & { readonly kind: UnitKind };
  readonly code: OfUnit & {
    readonly scheme: string;
    readonly code: string;
    readonly verified: boolean;
    readonly confidence: string | null;
    readonly sourceIds: readonly string[];
  };
  readonly region: OfUnit & { readonly regionId: string; readonly sourceIds: readonly string[] };
  readonly alias: OfUnit & { readonly text: string };
  readonly charge: OfUnit & {
    readonly abbreviation: string;
    readonly confidence: string;
    readonly sourceIds: readonly string[];
  };
  readonly succession: SuccessionRow;
}

export type Table = keyof Rows;
/** Facts about a unit, each with days of its own. */
export type FactTable = Exclude<Table, 'unit' | 'succession'>;

/** Every unit there is or was, with all that is dated about it. */
export type World = { readonly [T in Table]: readonly Rows[T][] };

/** One row written: made, changed in its days, or taken away. `at` is the field of the request it comes from. */
export type Step = {
  [T in Table]: {
    readonly table: T;
    readonly unitId: string;
    readonly before: Rows[T] | null;
    readonly after: Rows[T] | null;
    readonly at: string;
  };
}[Table];

/** What a change is judged against. */
export interface Known {
  readonly world: World;
  readonly regions: readonly (Period & { readonly id: string })[];
  /** Day that the latest published edition rests on, by level; null where none does. */
  readonly published: Readonly<Record<Level, string | null>>;
  /** Day of the latest publication: who was in charge then is printed in it. */
  readonly publishedOn: string | null;
}

export function unitOf(world: World, id: string): UnitRow | undefined {
  return world.unit.find((unit) => unit.id === id);
}

/** Facts that may not hold at one time: those of one unit, of one scheme or one text; one ministry in charge. */
export function placeOf(table: FactTable, row: Rows[FactTable]): string {
  if (table === 'charge') return 'charge';
  if (table === 'code') return `code/${row.unitId}/${(row as Rows['code']).scheme}`;
  if (table === 'alias') return `alias/${row.unitId}/${(row as Rows['alias']).text}`;
  return `${table}/${row.unitId}`;
}

/** The world after some rows were written. */
export function applySteps(world: World, steps: readonly Step[]): World {
  const next: { [T in Table]: readonly Rows[T][] } = { ...world };
  for (const step of steps) {
    const rows: readonly unknown[] = next[step.table];
    const kept = step.before === null ? rows : rows.filter((row) => row !== step.before);
    const written = step.after === null ? kept : [...kept, step.after];
    Object.assign(next, { [step.table]: written });
  }
  return next;
}

/** Units that became part of a unit by a day, directly or through others. */
export function pastOf(world: World, id: string, on: string): readonly string[] {
  const past = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { predecessorId, successorId, effectiveDate } of world.succession) {
      if (successorId !== next || predecessorId === id || past.has(predecessorId)) continue;
      if (effectiveDate > on) continue;
      past.add(predecessorId);
      open.push(predecessorId);
    }
  }
  return [...past].sort();
}
