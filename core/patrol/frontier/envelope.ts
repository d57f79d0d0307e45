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

/** Lines whose slopes differ by less than this share are one: leaving one out only lowers the bound. */
const SAME = 1e-6;

/**
 * The corners of that lower bound from one coverage to another: convex and rising, as the largest of lines that rise is.
 * @param to - ≥ from; no allocation covers more
 */
export function envelope(bounds: readonly WeightedBound[], from: number, to: number): TradeOff[] {
  const height = ({ penalty, bound }: WeightedBound, coverage: number): number => bound - penalty * (1 - coverage);
  const crossing = (a: WeightedBound, b: WeightedBound): number => 1 - (b.bound - a.bound) / (b.penalty - a.penalty);
  const middle = (from + to) / 2;
  const lines: WeightedBound[] = [];
  for (const line of bounds.toSorted((a, b) => a.penalty - b.penalty)) {
    const last = lines.at(-1);
    if (last && line.penalty - last.penalty <= SAME * line.penalty) {
      if (height(line, middle) <= height(last, middle)) continue;
      lines.pop();
    }
    // A line that the new one overtakes before it has risen above the one before it is nowhere the largest.
    while (lines.length > 1 && crossing(lines[lines.length - 2], line) <= crossing(lines[lines.length - 2], lines[lines.length - 1])) lines.pop();
    lines.push(line);
  }
  const corners = lines.slice(1).map((line, k) => crossing(lines[k], line)).filter((coverage) => coverage > from && coverage < to);
  return [from, ...corners, ...(to > from ? [to] : [])].map((coverage) => ({ coverage, meanDistance: leastDistance(lines, coverage) }));
}
