// Local Moran's I: places that resemble their neighbours, high among high or low among low, and those that stand out.

import { neighbourSum, type Neighbours } from "./neighbours.ts";
import { twoSidedP } from "./normalTail.ts";

/** Of a place and the mean of its neighbours, each against the mean of all: 1 high–high, 2 low–high, 3 low–low, 4 high–low; 0 no neighbours. */
export const QUADRANT = { none: 0, highHigh: 1, lowHigh: 2, lowLow: 3, highLow: 4 } as const;

export interface LocalMoran {
  readonly i: Float64Array;
  readonly z: Float64Array;
  /** Two-sided, by the normal distribution; not adjusted. */
  readonly p: Float64Array;
  /** QUADRANT. */
  readonly quadrant: Uint8Array;
}

/**
 * I_i = d_i / m₂ times the mean of d over the k_i neighbours, d = x − x̄, m₂ = Σ d² / n (Anselin 1995). Expectation and variance
 * under conditional permutation, the value at i held (Sokal, Oden and Thomson 1998; R: spdep::localmoran, style "W"):
 * E = −d_i² / (m₂ (n − 1)), Var = (d_i / m₂)² n / (n − 2) (1 / k_i − 1 / (n − 1)) (m₂ − d_i² / (n − 1)).
 * Without neighbours, or where nothing varies, I and z are 0.
 * @param values - one a place, places without incidents included
 */
export function localMoran(values: Float64Array, neighbours: Neighbours): LocalMoran {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const d = values.map((value) => value - mean);
  const m2 = d.reduce((sum, each) => sum + each * each, 0) / n;
  const found = { i: new Float64Array(n), z: new Float64Array(n), quadrant: new Uint8Array(n) };
  for (let i = 0; i < n; i++) {
    const k = neighbours.starts[i + 1] - neighbours.starts[i];
    if (k === 0 || m2 === 0) continue;
    const lag = neighbourSum(neighbours, d, i) / k;
    found.i[i] = (d[i] / m2) * lag;
    const expected = (-d[i] * d[i]) / (m2 * (n - 1));
    const variance = (d[i] / m2) ** 2 * (n / (n - 2)) * (1 / k - 1 / (n - 1)) * (m2 - (d[i] * d[i]) / (n - 1));
    if (variance > 0) found.z[i] = (found.i[i] - expected) / Math.sqrt(variance);
    found.quadrant[i] = d[i] > 0 ? (lag > 0 ? QUADRANT.highHigh : QUADRANT.highLow) : lag > 0 ? QUADRANT.lowHigh : QUADRANT.lowLow;
  }
  return { ...found, p: found.z.map(twoSidedP) };
}
