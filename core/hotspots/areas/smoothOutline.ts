// A smooth outline about the incidents of a concentration.

import { contours } from "d3-contour";
import { columnBounds } from "../../geo/bounds.ts";
import { distanceTransform } from "../../geo/distanceTransform.ts";
import { fillHoles } from "../../geo/fillHoles.ts";
import { hexagonArea } from "../../geo/hexagon.ts";
import { fromMultiPolygon } from "../../geo/multiPolygon.ts";
import { simplifyPolygon } from "../../geo/simplifyPolygon.ts";
import type { Polygon } from "../../geo/types.ts";
import { mutualReachabilityTree } from "../../stats/mutualReachabilityTree.ts";

interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Cells of the raster a margin, and the most in all. */
const FINENESS = 5;
const MOST_CELLS = 1_000_000;
/** Share of the margin by which the outline may move when corners are taken away. */
const SIMPLER = 0.2;
/** Bays are rounded off with half an edge; incidents further apart than four edges are not joined. */
const REACH = 0.5;
const FARTHEST = 4;

/**
 * The morphological closing of the incidents and of the shortest lines that join them (their minimum spanning tree): all
 * places at most `reach` + `margin` from one, less what is then closer than `reach` to the outside. So the outline keeps
 * about the margin from every incident (four fifths of it at least, but for a raster coarser than a fifth), and has no bay
 * narrower than twice the reach. Holes smaller than a hexagon are filled.
 *
 * @param places - distinct incidents, m; one at least
 * @param side - edge of the cells of the concentration, m
 * @returns one part, or several where the concentration is
 */
export function smoothOutline(places: Places, side: number, margin: number): Polygon[] {
  const { x, y } = places;
  const reach = REACH * side;
  const { minX, minY, maxX, maxY } = columnBounds(x, y);
  const edge = reach + 2 * margin;
  const width = maxX - minX + 2 * edge, height = maxY - minY + 2 * edge;
  const cell = Math.max(margin / FINENESS, Math.sqrt((width * height) / MOST_CELLS));
  const columns = Math.ceil(width / cell) + 1, rows = Math.ceil(height / cell) + 1;
  const west = minX - edge, south = minY - edge;
  const marked = new Uint8Array(columns * rows);
  const mark = (east: number, north: number): void => {
    marked[Math.floor((north - south) / cell) * columns + Math.floor((east - west) / cell)] = 1;
  };
  x.forEach((east, i) => mark(east, y[i]));
  for (const line of joiningLines(places, FARTHEST * side)) {
    const steps = Math.ceil(line.length / cell);
    for (let step = 1; step < steps; step++) mark(x[line.from] + (step / steps) * (x[line.to] - x[line.from]), y[line.from] + (step / steps) * (y[line.to] - y[line.from]));
  }
  // Half a cell's diagonal more, because an incident may stand in the corner of its cell.
  const out = (reach + margin) / cell + Math.SQRT1_2;
  const beyond = Uint8Array.from(distanceTransform(marked, columns, rows), (distance) => (distance > out ? 1 : 0));
  const depth = distanceTransform(beyond, columns, rows);
  const { coordinates } = contours().size([columns, rows]).contour(Array.from(depth), reach / cell);
  // d3-contour has the value of a cell at its centre, half a cell from its corner.
  const closed = fromMultiPolygon(coordinates.map((part) => part.map((ring) => ring.map(([u, v]) => [west + u * cell, south + v * cell]))));
  return closed.map((polygon) => simplifyPolygon(fillHoles(polygon, hexagonArea(side)), SIMPLER * margin));
}

function joiningLines({ x, y }: Places, farthest: number): { readonly from: number; readonly to: number; readonly length: number }[] {
  const { from, to, length } = mutualReachabilityTree(x, y, new Float64Array(x.length), 0);
  return Array.from(from, (start, k) => ({ from: start, to: to[k], length: length[k] })).filter((line) => line.length <= farthest);
}
