// Turns any shape without deforming it.

import { centroid } from "./centroid.ts";
import { rotateHexagon } from "./hexagon.ts";
import type { Point, Polygon, Shape } from "./types.ts";

/** Anticlockwise by `angle`, radians, about a point (its own centroid where none is given). */
export function rotateShape<S extends Shape>(shape: S, angle: number, about?: Point): S {
  if (shape.kind === "hexagon") return rotateHexagon(shape, angle, about) as S;
  const { x: cx, y: cy } = about ?? centroid(shape);
  const cos = Math.cos(angle), sin = Math.sin(angle);
  const rings = shape.rings.map((ring) =>
    ring.map(({ x, y }) => ({ x: cx + (x - cx) * cos - (y - cy) * sin, y: cy + (x - cx) * sin + (y - cy) * cos })),
  );
  return { kind: "polygon", rings } satisfies Polygon as Shape as S;
}
