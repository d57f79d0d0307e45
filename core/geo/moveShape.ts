// Moves any shape without deforming it.

import { moveHexagon } from "./hexagon.ts";
import type { Polygon, Shape } from "./types.ts";

/** By dx to the east and dy to the north, m. */
export function moveShape<S extends Shape>(shape: S, dx: number, dy: number): S {
  if (shape.kind === "hexagon") return moveHexagon(shape, dx, dy) as S;
  const rings = shape.rings.map((ring) => ring.map(({ x, y }) => ({ x: x + dx, y: y + dy })));
  return { kind: "polygon", rings } satisfies Polygon as Shape as S;
}
