// Getis-Ord Gi*: is there more in a place and its neighbours together than chance would bring there?

import { neighbourSum, type Neighbours } from "./neighbours.ts";
import { twoSidedP } from "./normalTail.ts";

export interface GiStar {
  /** Standard score of each place: above 0 hot, below 0 cold. */
  readonly z: Float64Array;
  /** Two-sided, by the normal distribution; not adjusted. */
  readonly p: Float64Array;
}

/**
 * z_i = (Σⱼ w_ij x_j − x̄ W_i) / (s √((n W_i − W_i²) / (n − 1))), w binary with i itself, W_i = Σⱼ w_ij, s² = Σ x² / n − x̄²
 * (Ord and Getis 1995, eq. 14; R: spdep::localG with include.self). Where nothing varies, or every place is a neighbour, z is 0.
 * @param values - one a place, places without incidents included
 */
export function giStar(values: Float64Array, neighbours: Neighbours): GiStar {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const s = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  const z = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const members = neighbours.starts[i + 1] - neighbours.starts[i] + 1;
    const sd = s * Math.sqrt((members * (n - members)) / (n - 1));
    if (sd > 0) z[i] = (values[i] + neighbourSum(neighbours, values, i) - mean * members) / sd;
  }
  return { z, p: z.map(twoSidedP) };
}
