// Clark and Evans: do incidents lie nearer to one another than if they fell anywhere?

import { InputError } from "../errors.ts";
import type { PointIndex } from "../geo/pointIndex.ts";
import { nearestDistances } from "../geo/nearestDistances.ts";
import { twoSidedP } from "./normalTail.ts";

export interface ClarkEvans {
  /** Mean distance to the nearest other incident, m, and what it would be under complete spatial randomness. */
  readonly meanObserved: number;
  readonly meanExpected: number;
  /** Observed / expected: below 1 clustered, above 1 regular. */
  readonly index: number;
  /** Of the mean, m. */
  readonly standardError: number;
  readonly z: number;
  /** Two-sided, by the normal distribution. */
  readonly p: number;
}

/**
 * expected = ½ √(A / n), standard error = √((4 − π) / 4π) / √(n² / A) (Clark and Evans 1954, whose 0.26136 this is), without a
 * correction for the edge. Incidents at one place have a neighbour at 0 m.
 * @param area - m²
 * @throws InputError with fewer than two incidents, or an area not above 0
 */
export function clarkEvans(index: PointIndex, area: number): ClarkEvans {
  const n = index.total;
  if (n < 2) throw new InputError(`Nearest neighbours need 2 incidents at least; there are ${n}. Widen the filter.`);
  if (!(area > 0)) throw new InputError(`The area is ${area} m²; it must be above 0. Draw a study area.`);
  const meanObserved = nearestDistances(index).reduce((sum, distance, i) => sum + (index.weight[i] > 1 ? 0 : distance), 0) / n;
  const meanExpected = 0.5 * Math.sqrt(area / n);
  const standardError = Math.sqrt((4 - Math.PI) / (4 * Math.PI)) / Math.sqrt((n * n) / area);
  const z = (meanObserved - meanExpected) / standardError;
  return { meanObserved, meanExpected, index: meanObserved / meanExpected, standardError, z, p: twoSidedP(z) };
}
