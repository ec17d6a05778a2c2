import { MARK, STATE, type Column } from '../model/column.js';
import type { Problem } from '../model/outcome.js';
import { IMPUTATION_PERIODS, type Imputation } from '../model/screening.js';
import { mean } from '../numeric/moments.js';
import { median } from '../numeric/order.js';
import { isFiniteNumber, isRecord, shown, type Unknowns } from './validate/shape.js';

/**
 * Fills the gaps of one indicator and marks what it filled. A gap is a value that is missing or was not
 * collected; what is not applicable, not scored or undetermined is no gap and stays. Means and medians are
 * of the values of the column; where there is none, or their mean is beyond the range of doubles, the gap
 * stays as it was. Without gaps, or without anything to fill them, the column itself is given back.
 *
 * Cost: linear; medians n log n.
 * Source: OECD/JRC Handbook, step 3; COINr `Impute`: `i_mean`, `i_median`, `i_mean_grp`, `i_median_grp`,
 * `impute_panel` with `imp_type = "latest"`.
 *
 * @param groups index of the peer group by unit, −1 for none
 * @param earlier the indicator so many periods back, 1 or more
 */
export function impute(
  column: Column,
  rule: Imputation,
  groups: Int32Array,
  earlier: (periodsBack: number) => Column,
): Column {
  if (rule.method === 'none' || !hasGap(column.states)) return column;
  switch (rule.method) {
    case 'constant':
      return filledBy(column, rule.value);
    case 'mean':
      return filledBy(column, mean(column.values));
    case 'median':
      return filledBy(column, median(column.values));
    case 'group_mean':
      return filledByGroup(column, groups, mean, rule.fallback);
    case 'group_median':
      return filledByGroup(column, groups, median, rule.fallback);
    case 'last_value':
      return carried(column, rule.periods, earlier);
    default:
      throw new TypeError(`no such imputation: ${String(rule satisfies never)}`);
  }
}

function isGap(state: number): boolean {
  return state === STATE.missing || state === STATE.not_collected;
}

function hasGap(states: Uint8Array): boolean {
  for (let unit = 0; unit < states.length; unit++) if (isGap(states[unit] as number)) return true;
  return false;
}

function copyOf({ values, states, marks }: Column): Column {
  return { values: values.slice(), states: states.slice(), marks: marks.slice() };
}

/** Fills one gap; NaN, the average of nothing and the gap of an earlier period, fills none. */
function fill(into: Column, unit: number, value: number): void {
  if (Number.isNaN(value)) return;
  into.values[unit] = value + 0;
  into.states[unit] = STATE.scored;
  into.marks[unit] = (into.marks[unit] as number) | MARK.imputed;
}

function filledBy(column: Column, value: number | null): Column {
  if (value === null) return column;
  const into = copyOf(column);
  for (let unit = 0; unit < column.states.length; unit++) {
    if (isGap(column.states[unit] as number)) fill(into, unit, value);
  }
  return into;
}

type Average = (values: ArrayLike<number>) => number | null;

/** By the average of the peer group; of all where the group has none, or there is no group. */
function filledByGroup(
  column: Column,
  groups: Int32Array,
  average: Average,
  fallback: 'none' | 'mean' | 'median',
): Column {
  const ofAll = fallback === 'none' ? null : average(column.values);
  const ofGroups = averagesByGroup(column.values, groups, average);
  const into = copyOf(column);
  for (let unit = 0; unit < column.states.length; unit++) {
    if (!isGap(column.states[unit] as number)) continue;
    const own = ofGroups[groups[unit] as number] ?? Number.NaN;
    fill(into, unit, Number.isNaN(own) ? (ofAll ?? Number.NaN) : own);
  }
  return into;
}

/** The values put group by group, then each group averaged; NaN for a group without a value. */
function averagesByGroup(values: Float64Array, groups: Int32Array, average: Average): Float64Array {
  // Place 0 is for the units without a group: group 0 has place 1, and so on.
  let places = 1;
  for (let unit = 0; unit < groups.length; unit++) places = Math.max(places, (groups[unit] as number) + 2);
  const next = new Uint32Array(places + 1);
  for (let unit = 0; unit < groups.length; unit++) {
    const after = (groups[unit] as number) + 2;
    next[after] = (next[after] as number) + 1;
  }
  for (let place = 1; place <= places; place++) {
    next[place] = (next[place] as number) + (next[place - 1] as number);
  }
  const sorted = new Float64Array(groups.length);
  for (let unit = 0; unit < groups.length; unit++) {
    const place = (groups[unit] as number) + 1;
    sorted[next[place] as number] = values[unit] as number;
    next[place] = (next[place] as number) + 1;
  }
  // By now each place points behind its last value, which is where the place after it began.
  const averages = new Float64Array(places - 1);
  for (let group = 0; group < averages.length; group++) {
    averages[group] = average(sorted.subarray(next[group], next[group + 1])) ?? Number.NaN;
  }
  return averages;
}

/** By the unit's own newest value of the periods before. */
function carried(column: Column, periods: number, earlier: (periodsBack: number) => Column): Column {
  const into = copyOf(column);
  for (let back = 1; back <= periods && hasGap(into.states); back++) {
    const { values } = earlier(back);
    for (let unit = 0; unit < values.length; unit++) {
      if (isGap(into.states[unit] as number)) fill(into, unit, values[unit] as number);
    }
  }
  return into;
}

const METHODS = ['none', 'constant', 'mean', 'median', 'group_mean', 'group_median', 'last_value'];

/** Everything that is wrong with the rule, which may be anything, as read from a file. */
export function imputationProblems(rule: unknown, path: string): readonly Problem[] {
  if (!isRecord(rule)) return [{ code: 'IMPUTATION_INVALID', path, params: { found: shown(rule) } }];
  const method = rule['method'];
  switch (method) {
    case 'none':
    case 'mean':
    case 'median':
      return [];
    case 'constant':
      if (isFiniteNumber(rule['value'])) return [];
      return [
        { code: 'IMPUTATION_VALUE_INVALID', path: `${path}.value`, params: { found: shown(rule['value']) } },
      ];
    case 'group_mean':
      return fallbackProblems(rule, 'mean', path);
    case 'group_median':
      return fallbackProblems(rule, 'median', path);
    case 'last_value':
      return periodsProblems(rule, path);
    default: {
      const params = { found: shown(method), known: METHODS.join(' ') };
      return [{ code: 'IMPUTATION_METHOD_UNKNOWN', path: `${path}.method`, params }];
    }
  }
}

function fallbackProblems({ fallback }: Unknowns, average: string, path: string): readonly Problem[] {
  if (fallback === 'none' || fallback === average) return [];
  const params = { found: shown(fallback), known: `none ${average}` };
  return [{ code: 'IMPUTATION_FALLBACK_UNKNOWN', path: `${path}.fallback`, params }];
}

function periodsProblems({ periods }: Unknowns, path: string): readonly Problem[] {
  const sound =
    isFiniteNumber(periods) && Number.isInteger(periods) && periods >= 1 && periods <= IMPUTATION_PERIODS;
  if (sound) return [];
  const params = { found: shown(periods), minimum: 1, maximum: IMPUTATION_PERIODS };
  return [{ code: 'IMPUTATION_PERIODS_INVALID', path: `${path}.periods`, params }];
}
