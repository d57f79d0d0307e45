// The noncentral t distribution, and the noncentralities between which a t lies.

import { logGamma } from "./logGamma.ts";
import { normalCdf } from "./normalCdf.ts";
import { rootOf } from "./rootOf.ts";

/**
 * P(T ≤ t) = ∫ Φ(t s − δ) f(s) ds, s = √(χ²/df) with density f: by Gauss and Legendre's rule of five points on panels narrow against both
 * f and the step of Φ, over the 10 standard deviations about s = 1 that hold all but 1e-20. Good to 1e-11; unlike the usual series
 * it holds for any noncentrality δ.
 */
export function noncentralTCdf(t: number, df: number, noncentrality: number): number {
  const spread = 1 / Math.sqrt(2 * df);
  const low = Math.max(0, 1 - 10 * spread), high = 1 + 10 * spread;
  const panels = Math.ceil((high - low) * Math.max(4 / spread, 2 * Math.abs(t), 16));
  const width = (high - low) / panels;
  const front = Math.log(2) + (df / 2) * Math.log(df / 2) - logGamma(df / 2);
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (let k = 0; k < NODES.length; k++) {
      const s = low + (panel + NODES[k]) * width;
      sum += WEIGHTS[k] * normalCdf(t * s - noncentrality) * Math.exp(front + (df - 1) * Math.log(s) - (df * s * s) / 2);
    }
  }
  return sum * width;
}

/** The noncentralities that give a t this large, and this small, with probability `level` / 2 each (Steiger and Fouladi 1997). */
export function noncentralities(t: number, df: number, level: number): { readonly low: number; readonly high: number } {
  // Over 9 standard errors of t about its own noncentrality.
  const reach = 9 * Math.sqrt(1 + (t * t) / (2 * df)) + 2 * Math.abs(t) / df;
  const at = (p: number): number => rootOf((noncentrality) => noncentralTCdf(t, df, noncentrality) - p, t - reach, t + reach);
  return { low: at(1 - level / 2), high: at(level / 2) };
}

const NODES = [-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664].map((x) => (1 + x) / 2);
const WEIGHTS = [0.23692688505618908, 0.47862867049936647, 0.5688888888888889, 0.47862867049936647, 0.23692688505618908].map((w) => w / 2);
