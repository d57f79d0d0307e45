// Is a point in a shape? The boundary belongs to the shape.

import { hexagonTest } from "./hexagon.ts";
import type { Polygon, Ring, Shape } from "./types.ts";

/** True inside and on the boundary, false in holes (the edge of a hole belongs to the shape). */
export const contains = (shape: Shape, x: number, y: number): boolean => containsTest(shape)(x, y);

/** The same test prepared once for many points. */
export function containsTest(shape: Shape): (x: number, y: number) => boolean {
  if (shape.kind === "hexagon") return hexagonTest(shape.centre, shape.side, shape.rotation);
  let edges = known.get(shape);
  if (!edges) known.set(shape, (edges = edgeTable(shape.rings)));
  const table = edges;
  return (x, y) => evenOdd(table, x, y);
}

// Shapes are immutable, so the table is made once.
const known = new WeakMap<Polygon, Float64Array>();

/** Four numbers an edge: from x, y to x, y. */
function edgeTable(rings: readonly Ring[]): Float64Array {
  const edges = new Float64Array(4 * rings.reduce((sum, ring) => sum + ring.length, 0));
  let k = 0;
  for (const ring of rings) {
    let from = ring[ring.length - 1];
    for (const to of ring) {
      edges[k++] = from.x;
      edges[k++] = from.y;
      edges[k++] = to.x;
      edges[k++] = to.y;
      from = to;
    }
  }
  return edges;
}

/**
 * Even-odd rule with half-open edges, so that a ray through a corner is counted once (Hormann and Agathos 2001,
 * "The point in polygon problem for arbitrary polygons", sect. 3). A point is on an edge where the cross product
 * is exactly 0; within rounding of an edge (about 1e-10 m at a distance of 100 km) either answer may come.
 */
function evenOdd(edges: Float64Array, x: number, y: number): boolean {
  let inside = false;
  for (let k = 0; k < edges.length; k += 4) {
    const ax = edges[k] - x, ay = edges[k + 1] - y, bx = edges[k + 2] - x, by = edges[k + 3] - y;
    if (ay > 0 === by > 0) {
      if (ay === 0 && by === 0 && ax * bx <= 0) return true;
      if ((ax === 0 && ay === 0) || (bx === 0 && by === 0)) return true;
      continue;
    }
    const cross = ax * by - ay * bx;
    if (cross === 0) return true;
    if (cross > 0 === by > ay) inside = !inside;
  }
  return inside;
}
