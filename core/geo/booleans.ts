// Union, difference and intersection of shapes, by Turf's polygon clipping (planar arithmetic, so metres are as good as degrees).

import { difference as turfDifference, featureCollection, intersect as turfIntersect, multiPolygon, union as turfUnion } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon as GeoPolygon } from "geojson";
import { fromMultiPolygon, toMultiPolygon } from "./multiPolygon.ts";
import { rings } from "./rings.ts";
import type { Polygon, Shape } from "./types.ts";

/** What lies in any of the shapes. */
export const union = (shapes: readonly Shape[]): Polygon[] =>
  shapes.length < 2 ? shapes.map(toPolygon) : fromTurf(turfUnion(featureCollection(shapes.map(toTurf))));

/** What lies in `shape` and in none of `cut`. */
export const difference = (shape: Shape, cut: readonly Shape[]): Polygon[] =>
  cut.length === 0 ? [toPolygon(shape)] : fromTurf(turfDifference(featureCollection([shape, ...cut].map(toTurf))));

/** What lies in both. */
export const intersection = (a: Shape, b: Shape): Polygon[] => fromTurf(turfIntersect(featureCollection([a, b].map(toTurf))));

const toPolygon = (shape: Shape): Polygon => (shape.kind === "polygon" ? shape : { kind: "polygon", rings: rings(shape) });

const toTurf = (shape: Shape): Feature<MultiPolygon> => multiPolygon(toMultiPolygon([shape]));

function fromTurf(found: Feature<GeoPolygon | MultiPolygon> | null): Polygon[] {
  if (!found) return [];
  const { geometry } = found;
  return fromMultiPolygon(geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);
}
