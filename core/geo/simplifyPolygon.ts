// Takes corners away from a polygon that it hardly needs.

import { polygon as turfPolygon, simplify } from "@turf/turf";
import { fromMultiPolygon, toMultiPolygon } from "./multiPolygon.ts";
import { isValidPolygon } from "./polygonFaults.ts";
import type { Polygon } from "./types.ts";

/**
 * Douglas and Peucker's algorithm (1973): no corner that is taken away lies further than `tolerance` from the new outline.
 * Where that would make an outline cross itself, half the tolerance is tried, and so on.
 * @param tolerance - m
 */
export function simplifyPolygon(polygon: Polygon, tolerance: number): Polygon {
  for (let within = tolerance; within > tolerance / 64; within /= 2) {
    const { geometry } = simplify(turfPolygon(toMultiPolygon([polygon])[0]), { tolerance: within, highQuality: true });
    const [found] = fromMultiPolygon([geometry.coordinates]);
    if (found && isValidPolygon(found)) return found;
  }
  return polygon;
}
