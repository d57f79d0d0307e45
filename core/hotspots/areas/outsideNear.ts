// Of the crime just outside all areas, how much lies near some of them.

import { bounds } from "../../geo/bounds.ts";
import { pointDistance } from "../../geo/distance.ts";
import type { Shape } from "../../geo/types.ts";
import type { JustOutside } from "./justOutside.ts";

/**
 * Incidents (sum of their weights); those near two areas count for both.
 * @param outside - of all areas, with the same distance or a greater one
 * @param metres - how far from one of the shapes
 */
export function outsideNear({ x, y, weight }: JustOutside, shapes: readonly Shape[], metres: number): number {
  const parts = shapes.map((shape) => ({ shape, box: bounds(shape) }));
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const isNear = parts.some(({ shape, box }) =>
      x[i] >= box.minX - metres && x[i] <= box.maxX + metres && y[i] >= box.minY - metres && y[i] <= box.maxY + metres &&
      pointDistance(shape, { x: x[i], y: y[i] }) <= metres);
    if (isNear) sum += weight[i];
  }
  return sum;
}
