import type { ColumnShape, TreatmentRecord } from '../../model/assessment.js';
import { MARK, STATE, type Column } from '../../model/column.js';
import type { Unit } from '../../model/dataset.js';
import type { Transformation, Treatment } from '../../model/treatment.js';
import { columnShape } from '../../numeric/moments.js';
import { extremesOf } from '../normalise/extremes.js';
import { allAt } from '../normalise/scale.js';
import { measuresSpread, needsPositive, transform } from './transformation.js';
import { passesTest, winsorise } from './winsorise.js';

export { treatmentProblems } from './treatment-problems.js';

/** What treatment did to a column; `treatmentRecord` puts it into words and codes. */
export interface TreatmentOutcome {
  readonly treated: Column;
  /** As tested; `null` where there was no test, to be worked out when asked for. */
  readonly before: ColumnShape | null;
  readonly after: ColumnShape | null;
  /** How many values were set to a limit or to the next value. */
  readonly winsorised: number;
  readonly transformation: Transformation | null;
  readonly lambda: number | null;
  readonly passes: boolean | null;
}

export interface Treated {
  /** The column that was given where nothing changed, else a fresh one. */
  readonly column: Column;
  /** `null` where there was neither a test nor a treatment. */
  readonly outcome: TreatmentOutcome | null;
}

/**
 * Treats the outliers of a raw column, before direction and normalisation.
 *
 * `test_and_treat` does what COINr's `Treat` does by default (skewness 2, kurtosis 3.5, 5 points, log_CT):
 * 1. A column that passes the test stays as it is.
 * 2. One that fails is winsorised (see `winsorise`) and, if it passes then, done.
 * 3. If not, its original values are transformed; with `combine`, the winsorised ones. The transformed
 *    values stand whether they pass or not. Without a transformation the winsorised ones stand.
 * 4. Where a step ends without a shape to test (all its spread winsorised away, a value that cannot be
 *    transformed), the original values stand, and `passes` is that of the column as it stands: false.
 *
 * A column too short or without spread cannot be tested: it stays as it is, `passes` is `null`.
 *
 * Cost: two passes for a column that passes; a few passes more for each step of winsorising.
 *
 * @param rule one in which `treatmentProblems` finds nothing
 * @throws TypeError for a method that does not exist
 */
export function treat(column: Column, rule: Treatment): Treated {
  switch (rule.method) {
    case 'none':
      return { column, outcome: null };
    case 'limits':
      return withinLimits(column, rule);
    case 'transform':
      return transformedBy(column, rule.transformation);
    case 'test_and_treat':
      return testedAndTreated(column, rule);
    default:
      throw new TypeError(`treat: no such method: ${String((rule as { method: unknown }).method)}`);
  }
}

/**
 * The outcome in the codes of the result. A value that treatment left without one is not among the cells:
 * the node's own state and reasons tell of it.
 *
 * @param before the column that was treated
 */
export function treatmentRecord(
  node: string,
  units: readonly Unit[],
  before: Column,
  outcome: TreatmentOutcome,
): TreatmentRecord {
  const { treated, winsorised, transformation, lambda, passes } = outcome;
  const cells: TreatmentRecord['cells'][number][] = [];
  units.forEach(({ code }, u) => {
    if (((treated.marks[u] as number) & (MARK.winsorised | MARK.transformed)) === 0) return;
    cells.push({ unit: code, before: before.values[u] as number, after: treated.values[u] as number });
  });
  return {
    node,
    before: outcome.before ?? columnShape(before.values),
    after: outcome.after ?? columnShape(treated.values),
    winsorised,
    transformation,
    lambda,
    passes,
    cells,
  };
}

/** With something to tell of. */
interface Done extends Treated {
  readonly outcome: TreatmentOutcome;
}

type Rule<M extends Treatment['method']> = Extract<Treatment, { readonly method: M }>;

function withinLimits(column: Column, { lower = -Infinity, upper = Infinity }: Rule<'limits'>): Treated {
  const held = column.values.slice();
  let winsorised = 0;
  for (let u = 0; u < held.length; u++) {
    const value = held[u] as number;
    // Comparisons with NaN, the gap of a column, are false.
    if (!(value < lower || value > upper)) continue;
    held[u] = value < lower ? lower : upper;
    winsorised += 1;
  }
  return result(winsorisedTo(column, held, winsorised), { winsorised });
}

/** A column without spread stays as it is where spread is what the formula measures by, and is marked so. */
function transformedBy(column: Column, transformation: Transformation): Done {
  const { lowest, highest } = extremesOf(column.values);
  if (lowest === highest && measuresSpread(transformation)) {
    return result(allAt(column, lowest, MARK.constant), {});
  }
  const { values, lambda, refused } = transform(column.values, transformation);
  const states = column.states.slice();
  const marks = column.marks.slice();
  const positive = needsPositive(transformation);
  for (let u = 0; u < values.length; u++) {
    if (states[u] !== STATE.scored) continue;
    if (!Number.isNaN(values[u])) marks[u] = (marks[u] as number) | MARK.transformed;
    else {
      const isNot = positive && (column.values[u] as number) <= 0;
      states[u] = STATE.undetermined;
      marks[u] = (marks[u] as number) | (isNot ? MARK.nonPositive : refused);
    }
  }
  return result({ values, states, marks }, { transformation, lambda });
}

function testedAndTreated(column: Column, rule: Rule<'test_and_treat'>): Treated {
  const { test, transformation, combine } = rule;
  const before = columnShape(column.values);
  const passes = passesTest(before, test);
  const asItWas = result(column, { before, after: before, passes });
  if (passes !== false) return asItWas;
  const held = winsorise(column.values, before, rule);
  if (held === null) return asItWas;
  const { count: winsorised, shape, values } = held;
  if (held.passes || transformation === null) {
    const treated = winsorisedTo(column, values, winsorised);
    return result(treated, { before, after: shape, winsorised, passes: held.passes });
  }
  const start = combine ? winsorisedTo(column, values, winsorised) : column;
  const { treated, lambda } = transformedBy(start, transformation).outcome;
  const after = columnShape(treated.values);
  const passesNow = passesTest(after, test);
  if (passesNow === null || lostValues(treated, column)) return asItWas;
  const stillHeld = combine ? winsorised : 0;
  return result(treated, { before, after, winsorised: stillHeld, transformation, lambda, passes: passesNow });
}

function lostValues({ states }: Column, before: Column): boolean {
  return states.some((state, u) => state !== before.states[u]);
}

/** The column with these values, `count` of which are others than before. */
function winsorisedTo(column: Column, values: Float64Array, count: number): Column {
  if (count === 0) return column;
  const marks = column.marks.slice();
  for (let u = 0; u < values.length; u++) {
    if (column.states[u] !== STATE.scored || values[u] === column.values[u]) continue;
    marks[u] = (marks[u] as number) | MARK.winsorised;
  }
  return { values, states: column.states.slice(), marks };
}

const UNTOUCHED = {
  before: null,
  after: null,
  winsorised: 0,
  transformation: null,
  lambda: null,
  passes: null,
};

function result(treated: Column, what: Partial<TreatmentOutcome>): Done {
  return { column: treated, outcome: { ...UNTOUCHED, ...what, treated } };
}
