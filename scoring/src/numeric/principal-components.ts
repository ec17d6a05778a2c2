import { correlationMatrix } from './correlation.js';
import { symmetricEigen } from './eigen.js';

/** Principal components of columns that are each brought to mean 0 and standard deviation 1. */
export interface PrincipalComponents {
  /** Units with a value in every column: what the components were taken from. */
  readonly cases: number;
  /** Variance of each component, highest first; they add up to the number of columns. */
  readonly variances: Float64Array;
  /** The same as shares of the whole. */
  readonly shares: Float64Array;
  /** For each component, the loading of each column: a vector of length 1, its sign as `symmetricEigen` states. */
  readonly loadings: readonly Float64Array[];
}

/** Why columns have no principal components. */
export type NoComponents =
  | { readonly reason: 'too_few_columns'; readonly columns: number }
  | { readonly reason: 'too_few_cases'; readonly cases: number; readonly needed: number }
  /** The column at this place is constant among the complete cases. */
  | { readonly reason: 'no_spread'; readonly column: number }
  /** Its range is beyond that of doubles. */
  | { readonly reason: 'out_of_range'; readonly column: number };

/** Fewer than this and every correlation is 1, −1 or nothing. */
const FEWEST_CASES = 3;

/**
 * Principal components on the correlation matrix of the complete cases, as R's `prcomp(scale. = TRUE)`
 * and COINr's `get_PCA` take them.
 *
 * @param columns of the same length, NaN for a gap
 */
export function principalComponents(
  columns: readonly ArrayLike<number>[],
): PrincipalComponents | NoComponents {
  if (columns.length < 2) return { reason: 'too_few_columns', columns: columns.length };
  const complete = completeCases(columns);
  const cases = complete[0]?.length ?? 0;
  if (cases < FEWEST_CASES) return { reason: 'too_few_cases', cases, needed: FEWEST_CASES };
  const matrix = correlationMatrix(complete);
  const undefinedAt = matrix.findIndex((row, at) => row[at] === null);
  if (undefinedAt >= 0) {
    const column = complete[undefinedAt] as Float64Array;
    const constant = column.every((value) => value === column[0]);
    return { reason: constant ? 'no_spread' : 'out_of_range', column: undefinedAt };
  }
  const { values, vectors } = symmetricEigen(matrix.map((row) => row.map((value) => value ?? 0)));
  // What is below 0 is the rounding of a component without variance.
  const variances = values.map((value) => Math.max(0, value));
  return { cases, variances, shares: variances.map((value) => value / columns.length), loadings: vectors };
}

/** The columns over the units that have a value in every one of them (R's `na.omit`). */
export function completeCases(columns: readonly ArrayLike<number>[]): readonly Float64Array[] {
  const length = columns[0]?.length ?? 0;
  const gaps = new Uint8Array(length);
  for (const column of columns) {
    for (let unit = 0; unit < length; unit += 1) if (Number.isNaN(column[unit] as number)) gaps[unit] = 1;
  }
  const places = Int32Array.from(gaps.keys()).filter((unit) => gaps[unit] === 0);
  return columns.map((column) => {
    const complete = new Float64Array(places.length);
    for (let at = 0; at < places.length; at += 1) complete[at] = column[places[at] as number] as number;
    return complete;
  });
}
