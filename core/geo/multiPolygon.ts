// Shapes as the coordinates of a GeoJSON MultiPolygon in metres, and back: what Turf and JSTS reckon with.

import type { Position } from "geojson";
import { area, signedArea } from "./area.ts";
import { orient } from "./orient.ts";
import { rings } from "./rings.ts";
import type { Polygon, Ring, Shape } from "./types.ts";

/** Parts smaller than this are rounding along an edge that two shapes share; m². */
const SLIVER = 1e-4;

export const toMultiPolygon = (shapes: readonly Shape[]): Position[][][] =>
  shapes.map((shape) => rings(shape).map((ring) => [...ring, ring[0]].map(({ x, y }) => [x, y])));

export const fromMultiPolygon = (parts: readonly Position[][][]): Polygon[] =>
  parts
    // JSTS writes what is empty as a polygon without corners.
    .filter(([outer]) => outer.length > 0)
    .map((part): Polygon => {
      const [outer, ...holes] = part.map((ring): Ring => ring.slice(0, -1).map(([x, y]) => ({ x, y })));
      return orient({ kind: "polygon", rings: [outer, ...holes.filter((hole) => Math.abs(signedArea(hole)) > SLIVER)] });
    })
    .filter((polygon) => area(polygon) > SLIVER);
