import type { Region } from '../../api-client/models/region.js';
import type { UnitResult } from '../../api-client/models/unit-result.js';
import type { Level } from '../../api-client/models/level.js';
import type { TextKey } from '../language/text-key.js';

/** A result that has a total, and so a place on a scale. */
export type ScoredResult = UnitResult & { readonly total: number };

export function withTotal(rows: readonly UnitResult[]): readonly ScoredResult[] {
  return rows.filter((row): row is ScoredResult => row.total !== null);
}

/** Listed without a total and without a rank: nothing is known of them in this edition. */
export function withoutFigures(rows: readonly UnitResult[]): readonly UnitResult[] {
  return rows.filter((row) => row.total === null && row.rank === null);
}

/** The median of at least one value; the mean of the two middle ones for an even number. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return null;
  const lower = sorted[Math.ceil(middle) - 1] ?? upper;
  return (lower + upper) / 2;
}

export interface RegionResults {
  readonly region: Region;
  readonly rows: readonly ScoredResult[];
  readonly median: number;
}

/** Scored results by region, highest median first; a region without any is left out. */
export function byRegion(rows: readonly UnitResult[], regions: readonly Region[]): readonly RegionResults[] {
  const scored = withTotal(rows);
  return regions
    .flatMap((region) => {
      const mine = scored.filter((row) => row.regionId === region.id);
      const median = medianOf(mine.map((row) => row.total));
      return median === null ? [] : [{ region, rows: mine, median }];
    })
    .sort((a, b) => b.median - a.median);
}

/** What the units of a level are called in a sentence. */
export function levelNoun(level: Level): TextKey {
  if (level === 'province') return 'term.provinces';
  return level === 'ministry' ? 'term.ministries' : 'term.nation';
}

/** How many of how many have a total: "63/63", or "10" where the group's size is not known. */
export function coverageText(group: {
  readonly withTotal: number;
  readonly expected: number | null;
}): string {
  return group.expected === null ? String(group.withTotal) : `${group.withTotal}/${group.expected}`;
}

/** True when every unit of the group is known to have a total. */
export function isComplete(group: { readonly withTotal: number; readonly expected: number | null }): boolean {
  return group.expected !== null && group.withTotal >= group.expected;
}
