// A smooth outline about the incidents of a concentration.

import { contours } from "d3-contour";
import { columnBounds } from "../../geo/bounds.ts";
import { distanceTransform } from "../../geo/distanceTransform.ts";
import { fillHoles } from "../../geo/fillHoles.ts";
import { hexagonArea } from "../../geo/hexagon.ts";
import { fromMultiPolygon } from "../../geo/multiPolygon.ts";
import { simplifyPolygon } from "../../geo/simplifyPolygon.ts";
import type { Polygon } from "../../geo/types.ts";

/** Cells of the raster a margin, and the most in all. */
const FINENESS = 5;
const MOST_CELLS = 1_000_000;
/** Share of the margin by which corners may move when the outline is made simple. */
const SIMPLER = 0.1;

/**
 * The morphological closing of the incidents: all places at most `reach` + `margin` from one, less what is then closer than
 * `reach` to the outside. It keeps about `margin` from every incident and rounds off bays that are narrower than twice the
 * reach. The reach begins at half an edge and grows until one part holds them all, to at most six edges. Holes smaller than
 * a hexagon are filled.
 *
 * @param x, y - distinct incidents, m
 * @param side - edge of the cells of the concentration, m
 */
export function smoothOutline({ x, y }: { readonly x: Float64Array; readonly y: Float64Array }, side: number, margin: number): Polygon[] {
  let found: Polygon[] = [];
  for (let reach = side / 2; reach <= 6 * side; reach *= 1.5) {
    found = closing(x, y, reach, margin);
    if (found.length === 1) break;
  }
  return found.map((polygon) => simplifyPolygon(fillHoles(polygon, hexagonArea(side)), SIMPLER * margin));
}

function closing(x: Float64Array, y: Float64Array, reach: number, margin: number): Polygon[] {
  const { minX, minY, maxX, maxY } = columnBounds(x, y);
  const edge = reach + 2 * margin;
  const width = maxX - minX + 2 * edge, height = maxY - minY + 2 * edge;
  const cell = Math.max(margin / FINENESS, Math.sqrt((width * height) / MOST_CELLS));
  const columns = Math.ceil(width / cell) + 1, rows = Math.ceil(height / cell) + 1;
  const west = minX - edge, south = minY - edge;
  const marked = new Uint8Array(columns * rows);
  for (let i = 0; i < x.length; i++) marked[Math.floor((y[i] - south) / cell) * columns + Math.floor((x[i] - west) / cell)] = 1;
  // Half a cell's diagonal more, because an incident may stand in the corner of its cell.
  const out = (reach + margin) / cell + Math.SQRT1_2;
  const beyond = Uint8Array.from(distanceTransform(marked, columns, rows), (distance) => (distance > out ? 1 : 0));
  const depth = distanceTransform(beyond, columns, rows);
  const { coordinates } = contours().size([columns, rows]).contour(Array.from(depth), reach / cell);
  // d3-contour has the value of a cell at its centre.
  return fromMultiPolygon(coordinates.map((part) => part.map((ring) => ring.map(([u, v]) => [west + u * cell, south + v * cell]))));
}
