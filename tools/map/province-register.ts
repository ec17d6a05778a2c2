import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Days as YYYY-MM-DD, both inclusive; a missing side is open. */
interface Interval {
  readonly from?: string;
  readonly to?: string;
}

interface UnitEntry {
  readonly id: string;
  readonly level: string;
  readonly valid: Interval;
  readonly names: readonly (Interval & { readonly short_vi?: string; readonly en: string })[];
}

/** A province as it is named on the day asked for. */
export interface Province {
  readonly id: string;
  readonly shortName: string;
  readonly englishName: string;
}

/** Which units became which new one. */
export interface Merger {
  readonly successor: string;
  readonly predecessors: readonly string[];
}

interface SuccessionRow {
  readonly change: string;
  readonly effective_date: string;
  readonly predecessor: string;
  readonly successor: string;
}

function entriesOf<T>(folder: string, key: string): T[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .flatMap((file) => (parse(readFileSync(join(folder, file), 'utf8')) as Record<string, T[]>)[key] ?? []);
}

function holdsOn(interval: Interval, day: string): boolean {
  return (interval.from ?? '') <= day && day <= (interval.to ?? '9999-12-31');
}

/**
 * The provinces of a day, by id.
 * @param seeds the folder `seeds/`
 * @throws Error when a province has no name, or no short name, on that day
 */
export function provincesOn(seeds: string, day: string): Province[] {
  return entriesOf<UnitEntry>(join(seeds, 'units', 'roster'), 'units')
    .filter((unit) => unit.level === 'province' && holdsOn(unit.valid, day))
    .map((unit) => {
      const name = unit.names.find((candidate) => holdsOn(candidate, day));
      if (!name?.short_vi) throw new Error(`${unit.id} has no short name on ${day}`);
      return { id: unit.id, shortName: name.short_vi, englishName: name.en };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The mergers that take effect on a day, by successor. */
export function mergersOn(seeds: string, day: string): Merger[] {
  const predecessors = new Map<string, string[]>();
  for (const row of entriesOf<SuccessionRow>(join(seeds, 'units', 'succession'), 'succession')) {
    if (row.change !== 'merge' || row.effective_date !== day) continue;
    predecessors.set(row.successor, [...(predecessors.get(row.successor) ?? []), row.predecessor]);
  }
  return [...predecessors].map(([successor, merged]) => ({ successor, predecessors: merged.sort() }));
}
