// What weighted sums prove of a trade-off: no allocation lies below the envelope of their bounds.

import type { TradeOff } from "./tradeOff.ts";

/** For every allocation: mean distance + penalty × (1 − coverage) ≥ bound. */
export interface WeightedBound {
  /** What it costs to leave all demand uncovered, m. */
  readonly penalty: number;
  /** m. */
  readonly bound: number;
}

/** No allocation that covers so much (or more) has a mean distance below this, m. */
export const leastDistance = (bounds: readonly WeightedBound[], coverage: number): number =>
  bounds.reduce((least, { penalty, bound }) => Math.max(least, bound - penalty * (1 - coverage)), 0);

/**
 * The corners of that lower bound from one coverage to another: convex and rising, as the largest of lines that rise is.
 * @param to - ≥ from; no allocation covers more
 */
export function envelope(bounds: readonly WeightedBound[], from: number, to: number): TradeOff[] {
  const at = (coverage: number): TradeOff => ({ coverage, meanDistance: leastDistance(bounds, coverage) });
  const corners: number[] = [];
  for (const [i, a] of bounds.entries()) {
    for (const b of bounds.slice(i + 1)) {
      const coverage = 1 - (b.bound - a.bound) / (b.penalty - a.penalty);
      if (!(coverage > from && coverage < to)) continue;
      const height = a.bound - a.penalty * (1 - coverage);
      // A crossing below a third line is no corner.
      if (height >= leastDistance(bounds, coverage) - 1e-9 * height) corners.push(coverage);
    }
  }
  const sorted = corners.toSorted((a, b) => a - b);
  return [from, ...sorted.filter((coverage, k) => k === 0 || coverage > sorted[k - 1]), ...(to > from ? [to] : [])].map(at);
}
