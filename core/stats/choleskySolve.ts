// Solving with a symmetric positive semidefinite matrix by its Cholesky factor, leaving out what is linearly dependent.

export interface CholeskyFactor {
  /** Lower triangle L with A = L Lᵀ; rows and columns that were left out are 0. */
  readonly lower: readonly Float64Array[];
  /** False where a column is a combination of those before it. */
  readonly kept: readonly boolean[];
}

/**
 * @param matrix - symmetric, of which the lower triangle is read
 * @param tolerance - a pivot at or below it is 0
 */
export function choleskyOf(matrix: readonly ArrayLike<number>[], tolerance: number): CholeskyFactor {
  const lower = matrix.map((row) => new Float64Array(row.length));
  const kept: boolean[] = [];
  for (let j = 0; j < matrix.length; j++) {
    for (let k = 0; k < j; k++) {
      if (!kept[k]) continue;
      let sum = matrix[j][k];
      for (let m = 0; m < k; m++) sum -= lower[j][m] * lower[k][m];
      lower[j][k] = sum / lower[k][k];
    }
    let pivot = matrix[j][j];
    for (let m = 0; m < j; m++) pivot -= lower[j][m] ** 2;
    kept.push(pivot > tolerance);
    if (kept[j]) lower[j][j] = Math.sqrt(pivot);
    else lower[j].fill(0);
  }
  return { lower, kept };
}

/** x of A x = b; 0 where a column was left out. */
export function solveFrom({ lower, kept }: CholeskyFactor, b: ArrayLike<number>): number[] {
  const n = b.length;
  const x = Array.from(b);
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) x[j] -= lower[j][k] * x[k];
    x[j] = kept[j] ? x[j] / lower[j][j] : 0;
  }
  for (let j = n - 1; j >= 0; j--) {
    for (let k = j + 1; k < n; k++) x[j] -= lower[k][j] * x[k];
    x[j] = kept[j] ? x[j] / lower[j][j] : 0;
  }
  return x;
}

/** A⁻¹ of what was kept; 0 elsewhere. */
export const invertFrom = (factor: CholeskyFactor): number[][] =>
  factor.kept.map((_, j) => solveFrom(factor, factor.kept.map((__, k) => (k === j ? 1 : 0))));
