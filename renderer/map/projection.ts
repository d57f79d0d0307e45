// The plane's two functions, worked out once for each plane.

import { planeProjection, type Plane } from "../../core/geo/plane.ts";
import type { Projection } from "../../core/geo/transverseMercator.ts";

const known = new WeakMap<Plane, Projection>();

export function projectionOf(plane: Plane): Projection {
  let found = known.get(plane);
  if (!found) known.set(plane, (found = planeProjection(plane)));
  return found;
}
