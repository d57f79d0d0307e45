// Closes the small holes of a polygon.

import { signedArea } from "./area.ts";
import type { Polygon } from "./types.ts";

/** Holes of less than `least` m² are gone. */
export function fillHoles(polygon: Polygon, least: number): Polygon {
  const rings = polygon.rings.filter((ring, i) => i === 0 || Math.abs(signedArea(ring)) >= least);
  return rings.length === polygon.rings.length ? polygon : { kind: "polygon", rings };
}
