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
  // The means are rounded: what the distances do not add up to zero by moves the centre.
  const value = (products - (shiftX * shiftY) / count) / (count - 1);
  return Number.isFinite(value) ? value + 0 : null;
}

/** Covariance of every column with every other; symmetric, with the variances on the diagonal. */
export function covarianceMatrix(
  columns: readonly ArrayLike<number>[],
): readonly (readonly (number | null)[])[] {
  const matrix = columns.map(() => new Array<number | null>(columns.length).fill(null));
  // A column without gaps is brought to its mean once for all its partners.
  const distances = columns.map(distancesOfWhole);
  columns.forEach((column, row) => {
    for (let other = 0; other <= row; other += 1) {
      const own = distances[row] ?? null;
      const its = distances[other] ?? null;
      const both = own !== null && its !== null;
      const value = both ? meanProduct(own, its) : covariance(column, columns[other] as ArrayLike<number>);
      (matrix[row] as (number | null)[])[other] = value;
      (matrix[other] as (number | null)[])[row] = value;
    }
  });
  return matrix;
}

/** Distances from the mean; `null` for a column with gaps, whose mean depends on its partner. */
function distancesOfWhole(column: ArrayLike<number>): Float64Array | null {
  const distances = Float64Array.from(column);
  let total = 0;
  for (const value of distances) {
    if (Number.isNaN(value)) return null;
    total += value;
  }
  const centre = total / distances.length;
  let shift = 0;
  for (const value of distances) shift += value - centre;
  const exact = centre + shift / distances.length;
  for (let at = 0; at < distances.length; at += 1) distances[at] = (distances[at] as number) - exact;
  return distances;
}

function meanProduct(x: Float64Array, y: Float64Array): number | null {
  let products = 0;
  for (let at = 0; at < x.length; at += 1) products += (x[at] as number) * (y[at] as number);
  const value = products / (x.length - 1);
  return Number.isFinite(value) ? value + 0 : null;
}

function inBoth(x: ArrayLike<number>, y: ArrayLike<number>, at: number): boolean {
  return !Number.isNaN(x[at] as number) && !Number.isNaN(y[at] as number);
}
