// How sure the coefficients of a model of counts are: by the model, and robust where rows of a cluster go together.

import { type CountDesign, type Factor, linearPredictor, type NormalEquations, secondParameters } from "./countDesign.ts";

/**
 * Of the design's columns: the model's (Xᵀ W X)⁻¹, and the sandwich CR0 = B (Σ_g u_g u_gᵀ) B with u_g the sum of the scores of cluster g
 * (Liang and Zeger 1986). Column k of B is solved for once; X times it is what each row's residual adds to coefficient k.
 * @param residuals - (y − n μ) / (1 + μ/θ)
 */
export function clusteredCovariance(design: CountDesign, equations: NormalEquations, residuals: Float64Array, { level, levels }: Factor): { model: Float64Array[]; cr0: Float64Array[] } {
  const offset = secondParameters(design);
  const bread = design.columns.map((_, k) => {
    const rest = new Float64Array(offset + design.columns.length);
    rest[offset + k] = 1;
    return equations.solve({ first: new Float64Array(design.first.levels), rest });
  });
  const scores = bread.map((column) => {
    const sums = new Float64Array(levels);
    linearPredictor(design, column).forEach((share, i) => (sums[level[i]] += share * residuals[i]));
    return sums;
  });
  return {
    model: bread.map(({ rest }) => rest.slice(offset)),
    cr0: scores.map((a) => Float64Array.from(scores, (b) => a.reduce((sum, value, g) => sum + value * b[g], 0))),
  };
}

/** Which correction of CR0 for few clusters: none, G/(G − 1), or G/(G − 1) · (n − 1)/(n − k) (Stata's, here "CR1"). */
export type ClusterCorrection = "CR0" | "CR0 G/(G−1)" | "CR1";

/** Times the variance. */
export function clusterFactor(correction: ClusterCorrection, clusters: number, rows: number, rank: number): number {
  if (correction === "CR0") return 1;
  const few = clusters / (clusters - 1);
  return correction === "CR1" ? (few * (rows - 1)) / (rows - rank) : few;
}
