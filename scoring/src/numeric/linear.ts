/**
 * Solves A·x = b for a symmetric, positive definite matrix, by Cholesky's decomposition.
 *
 * @returns `null` where the matrix is not positive definite
 */
export function solvePositive(
  matrix: readonly ArrayLike<number>[],
  right: ArrayLike<number>,
): Float64Array | null {
  const size = matrix.length;
  const lower = matrix.map(() => new Float64Array(size));
  for (let row = 0; row < size; row += 1) {
    const own = lower[row] as Float64Array;
    for (let column = 0; column <= row; column += 1) {
      const other = lower[column] as Float64Array;
      let rest = (matrix[row] as ArrayLike<number>)[column] as number;
      for (let k = 0; k < column; k += 1) rest -= (own[k] as number) * (other[k] as number);
      if (column < row) own[column] = rest / (other[column] as number);
      else if (rest > 0) own[row] = Math.sqrt(rest);
      else return null;
    }
  }
  const solution = Float64Array.from({ length: size }, (_, at) => right[at] as number);
  for (let row = 0; row < size; row += 1) {
    const own = lower[row] as Float64Array;
    for (let k = 0; k < row; k += 1) {
      solution[row] = (solution[row] as number) - (own[k] as number) * (solution[k] as number);
    }
    solution[row] = (solution[row] as number) / (own[row] as number);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) {
      const below = (lower[k] as Float64Array)[row] as number;
      solution[row] = (solution[row] as number) - below * (solution[k] as number);
    }
    solution[row] = (solution[row] as number) / ((lower[row] as Float64Array)[row] as number);
  }
  return solution;
}
