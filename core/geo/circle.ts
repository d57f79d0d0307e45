// The circle about a point as a polygon.

import type { Point, Polygon } from "./types.ts";

/** Pieces of arc in a quarter of a circle. */
export const QUADRANT = 8;
/** Of a polygon about a circle: its corners lie so much further out, so that nothing within the distance is left out. */
export const OUTSIDE = 1 / Math.cos(Math.PI / (4 * QUADRANT));

/** The regular 32-gon about the circle, its first corner to the east. @param radius - m */
export function circle({ x, y }: Point, radius: number): Polygon {
  const ring = Array.from({ length: 4 * QUADRANT }, (_, k) => {
    const angle = (k * Math.PI) / (2 * QUADRANT);
    return { x: x + OUTSIDE * radius * Math.cos(angle), y: y + OUTSIDE * radius * Math.sin(angle) };
  });
  return { kind: "polygon", rings: [ring] };
}
