// The area of a shape.

import { hexagonArea } from "./hexagon.ts";
import type { Ring, Shape } from "./types.ts";

/** m²; holes are taken off. */
export function area(shape: Shape): number {
  if (shape.kind === "hexagon") return hexagonArea(shape.side);
  const [outer, ...holes] = shape.rings.map((ring) => Math.abs(signedArea(ring)));
  return holes.reduce((sum, hole) => sum - hole, outer);
}

/** Shoelace formula, m²: above 0 where the ring runs anticlockwise. Taken about the first corner to lose no digits. */
export function signedArea(ring: Ring): number {
  const { x, y } = ring[0];
  let twice = 0;
  for (let i = 1; i + 1 < ring.length; i++) {
    twice += (ring[i].x - x) * (ring[i + 1].y - y) - (ring[i + 1].x - x) * (ring[i].y - y);
  }
  return twice / 2;
}
