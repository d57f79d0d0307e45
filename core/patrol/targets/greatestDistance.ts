// How far the farthest site is from any demand point: what the last distance target is measured against.

import type { Posting } from "../posting/createPosting.ts";

/** m. */
export function greatestDistance({ demand, sites, distance }: Posting): number {
  let greatest = 0;
  for (let i = 0; i < demand.x.length; i++) for (let j = 0; j < sites.x.length; j++) greatest = Math.max(greatest, distance(i, j));
  return greatest;
}
