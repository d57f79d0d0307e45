// Crime just outside the patrol areas: at locations within a distance of one and in none.

import type { Locations } from "../../geo/mergeStacks.ts";
import type { PointIndex } from "../../geo/pointIndex.ts";
import type { Shape } from "../../geo/types.ts";
import { takeRows } from "../../incidents/takeRows.ts";
import type { NearOutside } from "./nearOutside.ts";

export interface JustOutside extends Locations {
  /** Incidents at them all (the sum of their weights). */
  readonly total: number;
}

/** Each location once. @param shapes - of those in `near` the ones that are asked about; all of them where not given */
export function justOutside({ x, y, weight }: PointIndex, near: NearOutside, shapes: Iterable<Shape> = near.keys()): JustOutside {
  const locations = merged([...new Set(shapes)].flatMap((shape) => near.get(shape) ?? []));
  const weights = takeRows(weight, locations);
  return { x: takeRows(x, locations), y: takeRows(y, locations), weight: weights, total: weights.reduce((sum, one) => sum + one, 0) };
}

/** What stands in any of the lists, once, ascending. */
function merged(lists: readonly Uint32Array[]): Uint32Array {
  if (lists.length === 1) return lists[0];
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let n = 0;
  for (const list of lists) {
    all.set(list, n);
    n += list.length;
  }
  all.sort();
  let kept = 0;
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i];
  return all.subarray(0, kept);
}
