/** Reads `seeds/` as its files stand, for the specs of this folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';

export const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');

/** Days as YYYY-MM-DD, both inclusive; a missing side is open. */
export interface Interval {
  readonly from?: string;
  readonly to?: string;
}

export interface Unit {
  readonly id: string;
  readonly level: 'nation' | 'province' | 'ministry';
  readonly valid: Interval;
  readonly names: readonly (Interval & {
    readonly vi: string;
    readonly short_vi?: string;
    readonly en: string;
  })[];
  readonly kinds: readonly (Interval & { readonly kind: string })[];
  readonly codes?: readonly (Interval & {
    readonly scheme: string;
    readonly code: string;
    readonly verified: boolean;
    readonly confidence?: string;
    readonly source: readonly string[];
  })[];
  readonly regions?: readonly (Interval & { readonly region: string })[];
  readonly aliases?: readonly (Interval & { readonly text: string })[];
}

export interface Succession {
  readonly change: 'merge' | 'absorb' | 'reorganise' | 'dissolve' | 'rename' | 'kind_change';
  readonly effective_date: string;
  readonly predecessor: string;
  readonly successor: string;
}

export interface Region {
  readonly id: string;
  readonly valid: Interval;
}

export interface Text {
  readonly vi: string;
  readonly en: string;
}

export interface Node {
  readonly code: string;
  readonly kind: string;
  readonly name: Text;
  readonly definition?: Text;
  readonly evidence?: Text;
  readonly automatic_source?: Text;
  readonly not_applicable_rule?: Text;
  readonly legal_basis?: readonly string[];
  readonly proposed?: Text;
  readonly weight?: number;
  readonly points?: number;
  readonly scored?: boolean;
  readonly element?: string;
  readonly children?: readonly Node[];
}

export interface Framework {
  readonly code: string;
  readonly index: string;
  readonly status: string;
  readonly level: Unit['level'];
  readonly periods: { readonly from: string; readonly to?: string };
  readonly method: { readonly rank?: object };
  /** Absent of what was never published. */
  readonly published?: { readonly total: string; readonly rank?: string; readonly group: string; readonly checks: readonly string[] };
  readonly tree: Node;
}

export interface Edition {
  readonly code: string;
  readonly period: string;
  readonly published_on: string;
  readonly roster_date: string;
  readonly assessments: readonly {
    readonly framework: string;
    readonly file?: string;
    readonly groups: readonly { readonly code: string; readonly expected: number | null }[];
  }[];
  readonly check_figures: readonly {
    readonly framework: string;
    readonly group: string;
    readonly element: string;
    readonly value: number;
  }[];
}

export interface DataElement {
  readonly code: string;
  readonly value_type: 'ratio' | 'rank' | 'code' | 'count' | 'amount' | 'yes_no' | 'day';
  readonly decimals?: number;
  readonly levels?: readonly Unit['level'][];
  /** Why it is collected without a formula that asks for it. */
  readonly descriptive?: Text;
}

export interface Archipelago {
  readonly id: string;
  readonly extent: {
    readonly south: number;
    readonly north: number;
    readonly west: number;
    readonly east: number;
  };
  readonly provinces: readonly (Interval & { readonly unit: string })[];
  readonly features: readonly { readonly name: string; readonly lat: number; readonly lon: number }[];
}

/** Every file below `seeds/` whose name ends so, by its path from there with forward slashes. */
export function seedPaths(ending: string): string[] {
  return readdirSync(SEEDS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(SEEDS, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function seedText(path: string): string {
  return readFileSync(join(SEEDS, path), 'utf8');
}

export function seedYaml(path: string): unknown {
  return parse(seedText(path));
}

function inFolder<T>(folder: string, key: string): T[] {
  return seedPaths('.yaml')
    .filter((path) => path.startsWith(`${folder}/`))
    .flatMap((path) => (seedYaml(path) as Record<string, T[]>)[key] ?? []);
}

export const readUnits = (): Unit[] => inFolder<Unit>('units/roster', 'units');
export const readSuccession = (): Succession[] => inFolder<Succession>('units/succession', 'succession');
export const readRegions = (): Region[] => (seedYaml('units/regions.yaml') as { regions: Region[] }).regions;
export const readDataElements = (): DataElement[] => inFolder<DataElement>('data-elements', 'data_elements');
export const readFrameworks = (): Framework[] =>
  seedPaths('.yaml')
    .filter((path) => path.startsWith('frameworks/'))
    .map((path) => seedYaml(path) as Framework);
export const readEditions = (): Edition[] =>
  seedPaths('edition.yaml').map((path) => seedYaml(path) as Edition);
export const readArchipelagos = (): Archipelago[] =>
  (seedYaml('map/islands.yaml') as { archipelagos: Archipelago[] }).archipelagos;

export function holdsOn(interval: Interval, day: string): boolean {
  return (interval.from ?? '') <= day && day <= (interval.to ?? '9999-12-31');
}

/** The day before or after: of 2025-07-01 and -1, 2025-06-30. */
export function shiftDay(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}
