// Coverage against mean distance: when one allocation is better on both, and which of many none is better than.

export interface TradeOff {
  /** Share of the demand within the radius of a vehicle, 0 to 1: more is better. */
  readonly coverage: number;
  /** To the nearest vehicle, m: less is better. */
  readonly meanDistance: number;
}

/** Those that no other dominates (is at least as good on both and better on one), by rising coverage; of equals the first. */
export function nondominated<T extends TradeOff>(points: readonly T[]): T[] {
  const nearest = points.toSorted((a, b) => a.meanDistance - b.meanDistance || b.coverage - a.coverage);
  const kept: T[] = [];
  for (const point of nearest) if (kept.length === 0 || point.coverage > kept[kept.length - 1].coverage) kept.push(point);
  return kept;
}

/** Of nondominated points by rising coverage those on their lower convex hull: the best for some weighing of the two. */
export function convexPart<T extends TradeOff>(points: readonly T[]): T[] {
  const hull: T[] = [];
  for (const point of points) {
    while (hull.length > 1 && above(hull[hull.length - 1], hull[hull.length - 2], point)) hull.pop();
    hull.push(point);
  }
  return hull;
}

/** On the line from `a` to `b`, or above it. */
const above = (point: TradeOff, a: TradeOff, b: TradeOff): boolean =>
  (point.meanDistance - a.meanDistance) * (b.coverage - a.coverage) >= (b.meanDistance - a.meanDistance) * (point.coverage - a.coverage);
