// The rings of any shape, so that what works on polygons works on hexagons too.

import { hexagonRing } from "./hexagon.ts";
import type { Ring, Shape } from "./types.ts";

const known = new WeakMap<Shape, readonly Ring[]>();

/** The outer ring, anticlockwise, then the holes, clockwise. Shapes are immutable, so they are worked out once. */
export function rings(shape: Shape): readonly Ring[] {
  if (shape.kind === "polygon") return shape.rings;
  let found = known.get(shape);
  if (!found) known.set(shape, (found = [hexagonRing(shape)]));
  return found;
}
