// The length of the boundary of a shape, holes included.

import type { Shape } from "./types.ts";

/** m. */
export function perimeter(shape: Shape): number {
  if (shape.kind === "hexagon") return 6 * shape.side;
  let length = 0;
  for (const ring of shape.rings) {
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length];
      length += Math.hypot(to.x - from.x, to.y - from.y);
    });
  }
  return length;
}
