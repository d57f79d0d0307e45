// Union, difference and intersection of shapes, by Turf's polygon clipping (planar arithmetic, so metres are as good as degrees).

import { difference as turfDifference, featureCollection, intersect as turfIntersect, multiPolygon, union as turfUnion } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon as GeoPolygon } from "geojson";
import { area, signedArea } from "./area.ts";
import { orient } from "./orient.ts";
import { rings } from "./rings.ts";
import type { Polygon, Ring, Shape } from "./types.ts";

/** Parts smaller than this are rounding along an edge that two shapes share; m². */
const SLIVER = 1e-4;

/** What lies in any of the shapes. */
export const union = (shapes: readonly Shape[]): Polygon[] =>
  shapes.length < 2 ? shapes.map(toPolygon) : fromTurf(turfUnion(featureCollection(shapes.map(toTurf))));

/** What lies in `shape` and in none of `cut`. */
export const difference = (shape: Shape, cut: readonly Shape[]): Polygon[] =>
  cut.length === 0 ? [toPolygon(shape)] : fromTurf(turfDifference(featureCollection([shape, ...cut].map(toTurf))));

/** What lies in both. */
export const intersection = (a: Shape, b: Shape): Polygon[] => fromTurf(turfIntersect(featureCollection([a, b].map(toTurf))));

const toPolygon = (shape: Shape): Polygon => (shape.kind === "polygon" ? shape : { kind: "polygon", rings: rings(shape) });

const toTurf = (shape: Shape): Feature<MultiPolygon> =>
  multiPolygon([rings(shape).map((ring) => [...ring, ring[0]].map(({ x, y }) => [x, y]))]);

function fromTurf(found: Feature<GeoPolygon | MultiPolygon> | null): Polygon[] {
  if (!found) return [];
  const { geometry } = found;
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return parts
    .map((part): Polygon => {
      const [outer, ...holes] = part.map((ring): Ring => ring.slice(0, -1).map(([x, y]) => ({ x, y })));
      return orient({ kind: "polygon", rings: [outer, ...holes.filter((hole) => Math.abs(signedArea(hole)) > SLIVER)] });
    })
    .filter((polygon) => area(polygon) > SLIVER);
}
