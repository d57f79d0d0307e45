// Puts the rings of a polygon in order: the outer one anticlockwise, holes clockwise.

import { signedArea } from "./area.ts";
import type { Polygon, Ring } from "./types.ts";

export function orient(polygon: Polygon): Polygon {
  const rings = polygon.rings.map((ring, i): Ring => (signedArea(ring) > 0 === (i === 0) ? ring : ring.toReversed()));
  return rings.every((ring, i) => ring === polygon.rings[i]) ? polygon : { kind: "polygon", rings };
}
