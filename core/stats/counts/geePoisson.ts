// The ratio of rates averaged over hotspots whose days go together: generalised estimating equations.

import { InputError } from "../../errors.ts";
import { choleskyOf, invertFrom, solveFrom } from "../choleskySolve.ts";
import type { Factor } from "./countDesign.ts";
import { requireEvents } from "./requireEvents.ts";

export interface GeeModel {
  readonly y: Float64Array;
  /** Beside the intercept. */
  readonly columns: readonly Float64Array[];
  /** ln of the exposure of each row; not given: 0. */
  readonly offset?: Float64Array;
  /** Whose rows have one correlation with each other. */
  readonly cluster: Factor;
}

export interface GeeFit {
  /** The intercept, then the columns'. */
  readonly coefficients: readonly number[];
  /** By the working correlation, and the sandwich, which holds whether or not it is true. */
  readonly covariance: { readonly model: readonly (readonly number[])[]; readonly robust: readonly (readonly number[])[] };
  /** Of two location-days of a hotspot. */
  readonly correlation: number;
  readonly clusters: number;
}

/**
 * Σ_g D_gᵀ V_g⁻¹ (y − μ) = 0 with ln μ = offset + β₀ + Σ βⱼ xⱼ and V_g = A^½ R A^½, A the means, R of 1 and one correlation α elsewhere
 * (Liang and Zeger 1986; exchangeable). α is the mean product of two Pearson residuals of a cluster over their mean square, both
 * with the number of coefficients taken off (as statsmodels has it; R's geepack divides otherwise, and differs in the fourth digit).
 * @throws InputError where it does not settle, or a column has no events on one side
 */
export function geePoisson({ y, columns, offset, cluster: { level, levels } }: GeeModel): GeeFit {
  requireEvents(columns, y);
  const p = columns.length + 1, rows = y.length;
  const total = y.reduce((sum, value) => sum + value, 0), exposure = y.reduce((sum, _, i) => sum + Math.exp(offset?.[i] ?? 0), 0);
  const sizes = new Float64Array(levels);
  for (let i = 0; i < rows; i++) sizes[level[i]]++;
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const pairs = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const x = (i: number, j: number): number => (j === 0 ? 1 : columns[j - 1][i]);
  let beta: number[] = [Math.log(total / exposure), ...columns.map(() => 0)];
  for (let step = 0; step < MOST_STEPS; step++) {
    const root = new Float64Array(rows), residual = new Float64Array(rows);
    const sums = new Float64Array(levels);
    let squares = 0;
    for (let i = 0; i < rows; i++) {
      const logMu = beta.reduce((sum, coefficient, j) => sum + coefficient * x(i, j), offset?.[i] ?? 0);
      root[i] = Math.exp(logMu / 2);
      residual[i] = (y[i] - root[i] ** 2) / root[i];
      sums[level[i]] += residual[i];
      squares += residual[i] ** 2;
    }
    const products = (sums.reduce((sum, each) => sum + each * each, 0) - squares) / 2;
    // Below this R would not be a correlation any more.
    const correlation = pairs <= p ? 0 : Math.max(products / (pairs - p) / (squares / (rows - p)), -0.99 / (largest - 1));

    // With s = Σ √μ x of a cluster, √μᵀ R⁻¹ √μ needs sums alone: R⁻¹ = (I − c 1 1ᵀ)/(1 − α), c = α / (1 + (n − 1) α).
    const weighted = Array.from({ length: levels }, () => new Float64Array(p)), scores = Array.from({ length: levels }, () => new Float64Array(p));
    const information = Array.from({ length: p }, () => new Float64Array(p));
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < p; j++) {
        const d = root[i] * x(i, j);
        weighted[level[i]][j] += d;
        scores[level[i]][j] += (d * residual[i]) / (1 - correlation);
        for (let k = 0; k < p; k++) information[j][k] += (d * root[i] * x(i, k)) / (1 - correlation);
      }
    }
    for (let g = 0; g < levels; g++) {
      const c = correlation / (1 + (sizes[g] - 1) * correlation) / (1 - correlation);
      for (let j = 0; j < p; j++) {
        scores[g][j] -= c * weighted[g][j] * sums[g];
        for (let k = 0; k < p; k++) information[j][k] -= c * weighted[g][j] * weighted[g][k];
      }
    }
    const factor = choleskyOf(information, 1e-12);
    const change = solveFrom(factor, information.map((_, j) => scores.reduce((sum, score) => sum + score[j], 0)));
    if (change.every((each) => Math.abs(each) < CLOSE)) {
      const model = invertFrom(factor);
      const pulls = scores.map((score) => model.map((row) => row.reduce((sum, value, j) => sum + value * score[j], 0)));
      const robust = model.map((_, j) => model.map((__, k) => pulls.reduce((sum, pull) => sum + pull[j] * pull[k], 0)));
      return { coefficients: beta, covariance: { model, robust }, correlation, clusters: sizes.filter((size) => size > 0).length };
    }
    beta = beta.map((value, j) => value + change[j]);
  }
  throw new InputError(`The rates averaged over hotspots did not settle within ${MOST_STEPS} steps: too few events. Say the counts, or take a longer period.`);
}

const CLOSE = 1e-9;
const MOST_STEPS = 100;
