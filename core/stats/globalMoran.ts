// Global Moran's I: do neighbours resemble one another over the whole area?

import { neighbourSum, type Neighbours } from "./neighbours.ts";

/**
 * I = Σᵢ d_i × (mean of d over the neighbours of i) / Σᵢ d_i² × n / n₁, d = x − x̄, n₁ the places with neighbours (Moran 1950 with
 * row-standardised weights; R: spdep::moran, style "W"). `expected` = −1 / (n − 1) under randomisation. Where nothing varies, 0.
 * @param values - one a place
 */
export function globalMoran(values: Float64Array, neighbours: Neighbours): { readonly i: number; readonly expected: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const d = values.map((value) => value - mean);
  let cross = 0, square = 0, linked = 0;
  for (let i = 0; i < n; i++) {
    square += d[i] * d[i];
    const k = neighbours.starts[i + 1] - neighbours.starts[i];
    if (k === 0) continue;
    cross += (d[i] * neighbourSum(neighbours, d, i)) / k;
    linked++;
  }
  return { i: square > 0 && linked > 0 ? ((cross / square) * n) / linked : 0, expected: -1 / (n - 1) };
}
