import type { LeftOut } from '../model/assessment.js';
import { STATE, type Column } from '../model/column.js';
import type { Unit } from '../model/dataset.js';
import type { Problem } from '../model/outcome.js';
import { SCREENING_THRESHOLDS, type Screening } from '../model/screening.js';
import { isFiniteNumber, isRecord, shown } from './validate/shape.js';

/** What screening found, once every indicator was shown to it. */
export interface Screened {
  /** 1 for a unit that is left out, in the order of the units. */
  readonly units: Uint8Array;
  /** Codes of the indicators that are left out. */
  readonly indicators: ReadonlySet<string>;
  /** One entry for each threshold that was not reached: indicators as they came, then units. */
  readonly leftOut: readonly LeftOut[];
}

/** Takes the indicators one by one, so that their columns need not be kept together. */
export interface ScreeningCount {
  add(code: string, column: Column): void;
  result(): Screened;
}

/**
 * Screening by the availability of data. Of a unit: the indicators that it has a value in, over those that
 * can exist for it; and the values other than zero, over its values. Of an indicator: the units that have a
 * value, over those for which it can exist. Less than the threshold is left out; the threshold itself is
 * enough. All three look at the same data: what one leaves out still counts for the others. Where nothing
 * can exist, or (for zeros) nothing has a value, there is no share and nothing is left out by it.
 *
 * Cost: units × indicators; three counters per unit in memory.
 * Source: COINr `Screen` (`dat_thresh`, `nonzero_thresh`), `get_data_avail`; OECD/JRC Handbook, step 3.
 */
export function screening(rule: Screening, units: readonly Unit[]): ScreeningCount {
  const possible = new Uint32Array(units.length);
  const present = new Uint32Array(units.length);
  const zero = new Uint32Array(units.length);
  const indicators = new Set<string>();
  const leftOut: LeftOut[] = [];
  return {
    add: (code, { values, states }) => {
      let among = 0;
      let have = 0;
      for (let unit = 0; unit < units.length; unit++) {
        if (states[unit] === STATE.not_applicable) continue;
        among++;
        possible[unit] = (possible[unit] as number) + 1;
        if (states[unit] !== STATE.scored) continue;
        have++;
        present[unit] = (present[unit] as number) + 1;
        if (values[unit] === 0) zero[unit] = (zero[unit] as number) + 1;
      }
      const asked = rule.indicatorAvailability;
      if (asked === undefined || !isBelow(have, among, asked)) return;
      indicators.add(code);
      leftOut.push({
        kind: 'indicator',
        code,
        threshold: 'indicatorAvailability',
        share: have / among,
        asked,
      });
    },
    result: () => {
      const out = new Uint8Array(units.length);
      const ofUnits: LeftOut[] = [];
      for (let unit = 0; unit < units.length; unit++) {
        const have = present[unit] as number;
        const entries = [
          tooLow(units, unit, 'unitAvailability', have, possible[unit] as number, rule.unitAvailability),
          tooLow(units, unit, 'unitNonZero', have - (zero[unit] as number), have, rule.unitNonZero),
        ].filter((entry) => entry !== null);
        if (entries.length > 0) out[unit] = 1;
        ofUnits.push(...entries);
      }
      return { units: out, indicators, leftOut: [...leftOut, ...ofUnits] };
    },
  };
}

function tooLow(
  units: readonly Unit[],
  unit: number,
  threshold: LeftOut['threshold'],
  have: number,
  among: number,
  asked: number | undefined,
): LeftOut | null {
  if (asked === undefined || !isBelow(have, among, asked)) return null;
  return { kind: 'unit', code: (units[unit] as Unit).code, threshold, share: have / among, asked };
}

/**
 * One division, correctly rounded: 7 of 10 is the same double as a threshold of 0.7. COINr's 1 − missing
 * share can miss a threshold that is met exactly.
 */
function isBelow(have: number, among: number, asked: number): boolean {
  // Nothing of nothing is NaN, which is below no threshold.
  return have / among < asked;
}

/** Everything that is wrong with the rule, which may be anything, as read from a file. */
export function screeningProblems(rule: unknown, path: string): readonly Problem[] {
  if (!isRecord(rule)) return [{ code: 'SCREENING_INVALID', path, params: { found: shown(rule) } }];
  const known: readonly string[] = SCREENING_THRESHOLDS;
  return Object.entries(rule).flatMap(([name, share]): readonly Problem[] => {
    const own = `${path}.${name}`;
    // Every threshold is optional, so that a misspelt one would screen nothing without a word.
    if (!known.includes(name)) {
      const params = { found: name, known: known.join(' ') };
      return [{ code: 'SCREENING_THRESHOLD_UNKNOWN', path: own, params }];
    }
    if (share === undefined || (isFiniteNumber(share) && share >= 0 && share <= 1)) return [];
    return [{ code: 'SCREENING_SHARE_INVALID', path: own, params: { found: shown(share) } }];
  });
}
