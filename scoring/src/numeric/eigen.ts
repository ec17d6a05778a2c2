/** Eigenvalues of a symmetric matrix, highest first, and a vector of length 1 for each. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

/** Sweeps over all pairs; 6 to 10 are enough for hundreds of rows. */
const MOST_SWEEPS = 60;
/** Beside the largest element, one smaller than this changes no value at full precision. */
const NEGLIGIBLE = Number.EPSILON / 1024;
/** An element counts as zero for the sign of a vector below this. */
const NEXT_TO_ZERO = 1e-9;

/**
 * Eigenvalues and eigenvectors by Jacobi's rotations (cyclic; G. H. Golub and C. F. Van Loan, Matrix
 * Computations, 8.5).
 *
 * A vector and its opposite are both right. The one that is given has elements that add up to more than
 * zero; where they add up to zero, its first element that is not zero is positive.
 *
 * @param matrix square and symmetric, finite numbers
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const size = matrix.length;
  const rows = matrix.map((row) => Float64Array.from(row));
  const vectors = rows.map((_, at) => {
    const unit = new Float64Array(size);
    unit[at] = 1;
    return unit;
  });
  const largest = matrix.flat().reduce((most, element) => Math.max(most, Math.abs(element)), 0);
  const turning: Turning = { rows, vectors, negligible: NEGLIGIBLE * largest };
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let turned = false;
    for (let p = 0; p < size - 1; p += 1) {
      for (let q = p + 1; q < size; q += 1) turned = rotate(turning, p, q) || turned;
    }
    if (!turned) break;
  }
  const order = rows.map((_, at) => at);
  const valueAt = (at: number): number => (rows[at] as Float64Array)[at] as number;
  order.sort((a, b) => valueAt(b) - valueAt(a));
  return {
    values: Float64Array.from(order, valueAt),
    vectors: order.map((at) => withStatedSign(vectors[at] as Float64Array)),
  };
}

interface Turning {
  /** The matrix, on its way to a diagonal. */
  readonly rows: readonly Float64Array[];
  /** What it was turned by so far, a vector in each row. */
  readonly vectors: readonly Float64Array[];
  readonly negligible: number;
}

/** Turns rows and columns p and q so that the element between them is 0; says whether there was one. */
function rotate({ rows, vectors, negligible }: Turning, p: number, q: number): boolean {
  const rowP = rows[p] as Float64Array;
  const rowQ = rows[q] as Float64Array;
  const between = rowP[q] as number;
  const atP = rowP[p] as number;
  const atQ = rowQ[q] as number;
  if (Math.abs(between) <= negligible) return false;
  const theta = (atQ - atP) / (2 * between);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < rows.length; k += 1) {
    const row = rows[k] as Float64Array;
    const inP = row[p] as number;
    const inQ = row[q] as number;
    row[p] = rowP[k] = cosine * inP - sine * inQ;
    row[q] = rowQ[k] = sine * inP + cosine * inQ;
  }
  rowP[p] = atP - tangent * between;
  rowQ[q] = atQ + tangent * between;
  rowP[q] = rowQ[p] = 0;
  const vectorP = vectors[p] as Float64Array;
  const vectorQ = vectors[q] as Float64Array;
  for (let k = 0; k < rows.length; k += 1) {
    const ofP = vectorP[k] as number;
    const ofQ = vectorQ[k] as number;
    vectorP[k] = cosine * ofP - sine * ofQ;
    vectorQ[k] = sine * ofP + cosine * ofQ;
  }
  return true;
}

function withStatedSign(vector: Float64Array): Float64Array {
  const total = vector.reduce((all, element) => all + element, 0);
  const deciding =
    Math.abs(total) > NEXT_TO_ZERO
      ? total
      : (vector.find((element) => Math.abs(element) > NEXT_TO_ZERO) ?? 0);
  return deciding < 0 ? vector.map((element) => -element) : vector;
}
