// Multiple linear regression by ordinary least squares, with an intercept.

import { InputError } from "../../errors.ts";
import { choleskyOf, invertFrom, solveFrom } from "../../stats/choleskySolve.ts";

export interface LinearFit {
  /** Intercept first, then one a predictor. */
  readonly coefficients: readonly number[];
  /** Standard errors √(s² [(XᵀX)⁻¹]ⱼⱼ); null where a predictor was left out, or no degree of freedom remains. */
  readonly standardErrors: readonly (number | null)[];
  /** Positions of predictors that are constant or a combination of those before them: coefficient 0. */
  readonly leftOut: readonly number[];
  /** 1 − residual / total sum of squares; null where the response is constant. */
  readonly r2: number | null;
  /** √(residual sum of squares / (rows − coefficients)); null without a degree of freedom. */
  readonly residualSd: number | null;
  readonly rows: number;
}

/** A predictor whose share of variance that those before it leave is below this is a combination of them; summing 10⁵ rows rounds at 1e-13. */
const COLLINEAR = 1e-10;

/**
 * β = argmin Σ (y − β₀ − Σⱼ βⱼ xⱼ)². Columns are centred and scaled first, so that the normal equations are a correlation
 * matrix and lose no digits to the columns' sizes; a Cholesky factor leaves out what is collinear, as R's lm does.
 * @param columns - one a predictor, as long as y
 * @throws InputError where lengths differ or there are no rows
 */
export function fitLinear(columns: readonly Float64Array[], y: Float64Array): LinearFit {
  const n = y.length, p = columns.length;
  if (n === 0 || columns.some((column) => column.length !== n))
    throw new InputError(`The regression has ${n} values and columns of ${columns.map((column) => column.length).join(", ")}; each column needs as many values, and at least one.`);
  const means = columns.map(mean), meanY = mean(y);
  const sums = columns.map((column, j) => Math.sqrt(crossSum(column, means[j], column, means[j])));
  const total = crossSum(y, meanY, y, meanY);
  const varies = sums.map((sum, j) => sum > 1e-14 * Math.abs(means[j]) * Math.sqrt(n) && sum > 0);
  const correlations = columns.map((a, j) =>
    columns.map((b, k) => (k > j || !varies[j] || !varies[k] ? 0 : crossSum(a, means[j], b, means[k]) / (sums[j] * sums[k]))),
  );
  const factor = choleskyOf(correlations, COLLINEAR);
  const scaled = solveFrom(factor, columns.map((column, j) => (varies[j] ? crossSum(column, means[j], y, meanY) / sums[j] : 0)));
  const slopes = scaled.map((value, j) => (factor.kept[j] ? value / sums[j] : 0));
  const intercept = slopes.reduce((sum, slope, j) => sum - slope * means[j], meanY);
  let residual = 0;
  for (let i = 0; i < n; i++) {
    let fitted = intercept;
    for (let j = 0; j < p; j++) fitted += slopes[j] * columns[j][i];
    residual += (y[i] - fitted) ** 2;
  }
  const used = 1 + factor.kept.filter(Boolean).length;
  const variance = n > used ? residual / (n - used) : null;
  const inverse = invertFrom(factor);
  const errorOf = (unscaled: number): number | null => (variance === null ? null : Math.sqrt(variance * unscaled));
  // Var β₀ = s² (1/n + x̄ᵀ (X̃ᵀX̃)⁻¹ x̄), X̃ centred.
  let atOrigin = 1 / n;
  for (let j = 0; j < p; j++) for (let k = 0; k < p; k++) if (factor.kept[j] && factor.kept[k]) atOrigin += (means[j] * means[k] * inverse[j][k]) / (sums[j] * sums[k]);
  return {
    coefficients: [intercept, ...slopes],
    standardErrors: [errorOf(atOrigin), ...sums.map((sum, j) => (factor.kept[j] ? errorOf(inverse[j][j] / (sum * sum)) : null))],
    leftOut: [...factor.kept.keys()].filter((j) => !factor.kept[j]),
    r2: total > 0 ? 1 - residual / total : null,
    residualSd: variance === null ? null : Math.sqrt(variance),
    rows: n,
  };
}

/** β₀ + Σⱼ βⱼ xⱼ for each row; may be negative. */
export function predictLinear({ coefficients }: LinearFit, columns: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(columns[0]?.length ?? 0).fill(coefficients[0]);
  columns.forEach((column, j) => {
    const slope = coefficients[j + 1];
    for (let i = 0; i < out.length; i++) out[i] += slope * column[i];
  });
  return out;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

function crossSum(a: Float64Array, meanA: number, b: Float64Array, meanB: number): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - meanA) * (b[i] - meanB);
  return sum;
}
