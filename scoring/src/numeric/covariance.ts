/**
 * Sample covariance of two columns of the same length, over the units that have a value in both (R's
 * `cov(use = "pairwise.complete.obs")`); of a column with itself, its variance.
 *
 * @returns `null` for fewer than 2 such units, or beyond the range of doubles
 */
export function covariance(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  let count = 0;
  let totalX = 0;
  let totalY = 0;
  for (let at = 0; at < x.length; at += 1) {
    if (!inBoth(x, y, at)) continue;
    count += 1;
    totalX += x[at] as number;
    totalY += y[at] as number;
  }
  const centreX = totalX / count;
  const centreY = totalY / count;
  let shiftX = 0;
  let shiftY = 0;
  let products = 0;
  for (let at = 0; at < x.length; at += 1) {
    if (!inBoth(x, y, at)) continue;
    const left = (x[at] as number) - centreX;
    const right = (y[at] as number) - centreY;
    shiftX += left;
    shiftY += right;
    products += left * right;
  }
  return corrected(products, shiftX, shiftY, count);
}

/** Covariance of every column with every other; symmetric, with the variances on the diagonal. */
export function covarianceMatrix(
  columns: readonly ArrayLike<number>[],
): readonly (readonly (number | null)[])[] {
  const matrix = columns.map(() => new Array<number | null>(columns.length).fill(null));
  // A column without gaps is brought to its mean once for all its partners.
  const centred = columns.map(centredWhole);
  columns.forEach((column, row) => {
    for (let other = 0; other <= row; other += 1) {
      const own = centred[row] ?? null;
      const its = centred[other] ?? null;
      const both = own !== null && its !== null;
      const value = both ? meanProduct(own, its) : covariance(column, columns[other] as ArrayLike<number>);
      (matrix[row] as (number | null)[])[other] = value;
      (matrix[other] as (number | null)[])[row] = value;
    }
  });
  return matrix;
}

/** Distances from the mean as it is rounded, and what they add up to. */
interface Centred {
  readonly distances: Float64Array;
  readonly shift: number;
}

/** `null` for a column with gaps, whose mean depends on its partner. */
function centredWhole(column: ArrayLike<number>): Centred | null {
  const distances = Float64Array.from(column);
  let total = 0;
  for (const value of distances) {
    if (Number.isNaN(value)) return null;
    total += value;
  }
  const centre = total / distances.length;
  let shift = 0;
  for (let at = 0; at < distances.length; at += 1) {
    const distance = (distances[at] as number) - centre;
    distances[at] = distance;
    shift += distance;
  }
  return { distances, shift };
}

function meanProduct(x: Centred, y: Centred): number | null {
  const count = x.distances.length;
  let products = 0;
  for (let at = 0; at < count; at += 1) {
    products += (x.distances[at] as number) * (y.distances[at] as number);
  }
  return corrected(products, x.shift, y.shift, count);
}

/** The means are rounded: what the distances do not add up to zero by moves the centre. Never -0. */
function corrected(products: number, shiftX: number, shiftY: number, count: number): number | null {
  const value = (products - (shiftX * shiftY) / count) / (count - 1);
  return Number.isFinite(value) ? value + 0 : null;
}

function inBoth(x: ArrayLike<number>, y: ArrayLike<number>, at: number): boolean {
  return !Number.isNaN(x[at] as number) && !Number.isNaN(y[at] as number);
}
