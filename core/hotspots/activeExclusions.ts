// The exclusions that hold, found by their boxes: a drag asks thousands of them on every frame.

import { bounds } from "../geo/bounds.ts";
import type { Bounds } from "../geo/types.ts";
import type { Exclusion } from "../plan/plan.ts";

/** One that was overruled is listed and excludes nothing. */
export const isActive = ({ overruled }: Exclusion): boolean => overruled === undefined;

// A plan's list of exclusions is immutable, so its boxes are laid out once: west, south, east, north.
const known = new WeakMap<readonly Exclusion[], { readonly active: readonly Exclusion[]; readonly boxes: Float64Array }>();

/** Those whose box meets another: only they can overlap what is in it. */
export function activeExclusions(exclusions: readonly Exclusion[], { minX, minY, maxX, maxY }: Bounds): Exclusion[] {
  let laidOut = known.get(exclusions);
  if (!laidOut) {
    const active = exclusions.filter(isActive);
    const boxes = Float64Array.from(active.map(({ shape }) => bounds(shape)).flatMap((box) => [box.minX, box.minY, box.maxX, box.maxY]));
    known.set(exclusions, (laidOut = { active, boxes }));
  }
  const { active, boxes } = laidOut;
  const found: Exclusion[] = [];
  for (let i = 0, k = 0; i < active.length; i++, k += 4) {
    if (boxes[k] <= maxX && boxes[k + 1] <= maxY && boxes[k + 2] >= minX && boxes[k + 3] >= minY) found.push(active[i]);
  }
  return found;
}
