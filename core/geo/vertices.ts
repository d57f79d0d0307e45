// Edits of single corners of a polygon.

import { InputError } from "../errors.ts";
import type { Point, Polygon, Ring } from "./types.ts";

/** `ring` 0 is the outer ring; `index` counts from its first corner. */
export interface Vertex {
  readonly ring: number;
  readonly index: number;
}

export const moveVertex = (polygon: Polygon, { ring, index }: Vertex, to: Point): Polygon =>
  withRing(polygon, ring, (corners) => corners.with(index, to));

/** Puts a new corner after the one with this index, on the edge that starts there. */
export const insertVertex = (polygon: Polygon, { ring, index }: Vertex, at: Point): Polygon =>
  withRing(polygon, ring, (corners) => corners.toSpliced(index + 1, 0, at));

/**
 * Takes a corner away; of a hole with three corners, the whole hole.
 * @throws InputError where the outer ring has only three corners
 */
export function deleteVertex(polygon: Polygon, { ring, index }: Vertex): Polygon {
  if (polygon.rings[ring].length > 3) return withRing(polygon, ring, (corners) => corners.toSpliced(index, 1));
  if (ring > 0) return { kind: "polygon", rings: polygon.rings.toSpliced(ring, 1) };
  throw new InputError("The polygon has 3 corners; it needs at least 3. Delete the whole polygon instead.");
}

const withRing = (polygon: Polygon, ring: number, change: (corners: Ring) => Ring): Polygon => ({
  kind: "polygon",
  rings: polygon.rings.with(ring, change(polygon.rings[ring])),
});
