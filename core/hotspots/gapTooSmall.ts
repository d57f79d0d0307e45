// The one spacing rule: are two shapes closer than they may be?

import { distance, distanceAtLeast } from "../geo/distance.ts";
import { overlaps, TOUCH } from "../geo/overlaps.ts";
import type { Shape } from "../geo/types.ts";

/**
 * The gap between two shapes where it is under `needed`, m; null where it is enough. A shortfall of less than a
 * micrometre is rounding and passes; where nothing is needed, touching passes and overlapping does not.
 */
export function gapTooSmall(a: Shape, b: Shape, needed: number): number | null {
  if (distanceAtLeast(a, b) > needed) return null;
  if (needed <= TOUCH) return overlaps(a, b) ? 0 : null;
  const gap = distance(a, b);
  return gap >= needed - TOUCH ? null : gap;
}
