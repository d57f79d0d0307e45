// Everything within a distance of lines or of shapes, as polygons.

import jsts from "@turf/jsts";
import type { MultiLineString, MultiPolygon, Polygon as GeoPolygon } from "geojson";
import { pointBounds } from "./bounds.ts";
import { OUTSIDE, QUADRANT } from "./circle.ts";
import { fromMultiPolygon, toMultiPolygon } from "./multiPolygon.ts";
import type { Point, Polygon, Shape } from "./types.ts";

/**
 * Shapes whose buffers touch become one. By the buffer operation of the Java Topology Suite (JSTS), whose round corners
 * are cut into 32nds of a circle: nothing within the distance is left out, and nothing beyond 1.005 times it is taken in.
 * @param distance - m; 0 joins shapes that overlap, and below 0 what lies deeper inside them is left
 */
export const bufferShapes = (shapes: readonly Shape[], distance: number): Polygon[] =>
  buffered({ type: "MultiPolygon", coordinates: toMultiPolygon(shapes) }, distance);

/** The same of lines of two points or more, with round ends. */
export const bufferLines = (lines: readonly (readonly Point[])[], distance: number): Polygon[] =>
  buffered({ type: "MultiLineString", coordinates: lines.flatMap((line) => opened(line, distance)).map((line) => line.map(({ x, y }) => [x, y])) }, distance);

/**
 * JSTS takes a line that ends where it began for a ring, and loses some of what is near one that is small beside the distance. Such a ring
 * leaves no hole, so that its two halves will do.
 */
function opened(line: readonly Point[], distance: number): readonly (readonly Point[])[] {
  const first = line[0], last = line[line.length - 1];
  if (line.length < 3 || first.x !== last.x || first.y !== last.y) return [line];
  const { minX, minY, maxX, maxY } = pointBounds(line);
  const middle = line.length >> 1;
  return Math.max(maxX - minX, maxY - minY) <= 2 * distance ? [line.slice(0, middle + 1), line.slice(middle)] : [line];
}

function buffered(geometry: MultiLineString | MultiPolygon, distance: number): Polygon[] {
  if (geometry.coordinates.length === 0) return [];
  const found = jsts.BufferOp.bufferOp(new jsts.GeoJSONReader().read(geometry), OUTSIDE * distance, QUADRANT);
  const { type, coordinates } = new jsts.GeoJSONWriter().write(found) as GeoPolygon | MultiPolygon;
  return fromMultiPolygon(type === "Polygon" ? [coordinates] : coordinates);
}
