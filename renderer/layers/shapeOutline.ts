// The rings of a shape in degrees for deck.gl, worked out once for each shape and plane.

import { rings } from "../../core/geo/rings.ts";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { LonLat, Ring, Shape } from "../../core/geo/types.ts";

/** Closed rings, as deck.gl's paths and polygons want them. */
export type Outline = LonLat[][];

const known = new WeakMap<Projection, WeakMap<object, Outline>>();

export const shapeOutline = (projection: Projection, shape: Shape): Outline => outlineOf(projection, shape, rings(shape));

/** The same for rings that belong to no shape (a buffer); `key` is what they were made from. */
export function outlineOf(projection: Projection, key: object, of: readonly Ring[]): Outline {
  let outlines = known.get(projection);
  if (!outlines) known.set(projection, (outlines = new WeakMap()));
  let found = outlines.get(key);
  if (!found) {
    found = of.map((ring) => closed(ring.map((corner) => projection.inverse(corner))));
    outlines.set(key, found);
  }
  return found;
}

const closed = (ring: LonLat[]): LonLat[] => [...ring, ring[0]];
