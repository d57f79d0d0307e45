// Silverman's rule of thumb in space and on the clock: the bandwidths of Model 3.

import { InputError } from "../../errors.ts";
import { silvermanBandwidth } from "../../stats/bandwidth.ts";
import type { Events } from "../events.ts";
import { RADIANS_PER_HOUR } from "./vonMises.ts";

export interface SilvermanRule {
  /** m. */
  readonly h1: number;
  readonly h2: number;
  /** Radians, and the same in hours as (26) writes it. */
  readonly h3: number;
  readonly h3Hours: number;
  /** 1/h3² with h3 in radians, as (5) needs it; (26) to the letter takes it in hours. */
  readonly tau: number;
  readonly tauToTheLetter: number;
}

/**
 * h₁, h₂ = 0.9 min(sd, IQR/1.34) n^(−1/5); h₃ = 0.9 · circular sd · n^(−1/5), circular sd = √(−2 ln R) with R the mean
 * resultant length of 2πt/24 (Sriram et al., arXiv 2602.23750, (26)).
 * @throws InputError with fewer than two events, or all in one place or at one hour.
 */
export function silvermanRule({ x, y, hours }: Events): SilvermanRule {
  const h1 = silvermanBandwidth(x);
  const h2 = silvermanBandwidth(y);
  let cosine = 0;
  let sine = 0;
  for (const hour of hours) {
    cosine += Math.cos(hour * RADIANS_PER_HOUR);
    sine += Math.sin(hour * RADIANS_PER_HOUR);
  }
  const n = hours.length;
  const resultant = Math.hypot(cosine, sine) / n;
  if (resultant >= 1) throw new InputError(`All ${n} events are at the same hour, so the rule gives no bandwidth for time. Widen the filter, or take a spatial model.`);
  const h3 = 0.9 * Math.sqrt(-2 * Math.log(resultant)) * n ** -0.2;
  const h3Hours = h3 / RADIANS_PER_HOUR;
  return { h1, h2, h3, h3Hours, tau: 1 / (h3 * h3), tauToTheLetter: 1 / (h3Hours * h3Hours) };
}
