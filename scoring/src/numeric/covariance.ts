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

function inBoth(x: ArrayLike<number>, y: ArrayLike<number>, at: number): boolean {
  return !Number.isNaN(x[at] as number) && !Number.isNaN(y[at] as number);
}
