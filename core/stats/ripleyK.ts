// Ripley's K: how many other incidents lie within a distance of an incident, over all distances.

import type { PointIndex } from "../geo/pointIndex.ts";
import { withinDistance } from "../geo/withinDistance.ts";
import type { JobContext } from "../job.ts";

export interface RipleyK {
  readonly radius: number;
  /** Ordered pairs of incidents at most that far apart. */
  readonly pairs: number;
  /** m²; under complete spatial randomness π r². */
  readonly k: number;
  /** √(K / π), m; under complete spatial randomness r. */
  readonly l: number;
}

/**
 * K(r) = A / (n (n − 1)) × ordered pairs at distance ≤ r (Ripley 1976; R: spatstat Kest, correction "none"). Not corrected for the
 * edge: too low for distances that are not small against the area.
 * @param index - of at least two incidents
 * @param area - m²
 * @param radii - m, in any order
 */
export function ripleyK(index: PointIndex, area: number, radii: readonly number[], context: Pick<JobContext, "progress">): RipleyK[] {
  const { x, y, weight, total: n } = index;
  const squares = Float64Array.from(radii, (radius) => radius * radius).sort();
  const widest = Math.sqrt(squares[squares.length - 1]);
  const ring = new Float64Array(squares.length);
  for (let i = 0; i < x.length; i++) {
    if (i % 1024 === 0) context.progress(i / x.length, "Ripley's K");
    ring[0] -= weight[i]; // an incident is no neighbour of itself
    withinDistance(index, x[i], y[i], widest, (j, squared) => {
      let k = 0;
      while (squares[k] < squared) k++;
      ring[k] += weight[i] * weight[j];
    });
  }
  for (let k = 1; k < ring.length; k++) ring[k] += ring[k - 1];
  return radii.map((radius) => {
    const pairs = ring[squares.indexOf(radius * radius)];
    const k = (area * pairs) / (n * (n - 1));
    return { radius, pairs, k, l: Math.sqrt(k / Math.PI) };
  });
}
