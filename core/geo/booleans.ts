// Union, difference and intersection of shapes, by Turf's polygon clipping (planar arithmetic, so metres are as good as degrees).

import { difference as turfDifference, featureCollection, intersect as turfIntersect, multiPolygon, truncate, union as turfUnion } from "@turf/turf";
import type { Feature, FeatureCollection, MultiPolygon, Polygon as GeoPolygon } from "geojson";
import { fromMultiPolygon, toMultiPolygon } from "./multiPolygon.ts";
import { rings } from "./rings.ts";
import type { Polygon, Shape } from "./types.ts";

/** What lies in any of the shapes. */
export const union = (shapes: readonly Shape[]): Polygon[] =>
  shapes.length < 2 ? shapes.map(toPolygon) : clipped(turfUnion, shapes);

/** What lies in `shape` and in none of `cut`. */
export const difference = (shape: Shape, cut: readonly Shape[]): Polygon[] =>
  cut.length === 0 ? [toPolygon(shape)] : clipped(turfDifference, [shape, ...cut]);

/** What lies in both. */
export const intersection = (a: Shape, b: Shape): Polygon[] => clipped(turfIntersect, [a, b]);

const toPolygon = (shape: Shape): Polygon => (shape.kind === "polygon" ? shape : { kind: "polygon", rings: rings(shape) });

type Clip = (shapes: FeatureCollection<MultiPolygon>) => Feature<GeoPolygon | MultiPolygon> | null;

/** Decimals of a metre: as they are, then on ever coarser rasters. */
const RASTERS = [null, 6, 5, 4, 3] as const;

/** Turf's clipping can lose its way where corners and edges nearly meet; moved by a hair it finds it. */
function clipped(clip: Clip, shapes: readonly Shape[]): Polygon[] {
  const exact = featureCollection(shapes.map(toTurf));
  let lost: unknown;
  for (const precision of RASTERS) {
    try {
      return fromTurf(clip(precision === null ? exact : truncate(exact, { precision })));
    } catch (error) {
      lost = error;
    }
  }
  throw lost;
}

const toTurf = (shape: Shape): Feature<MultiPolygon> => multiPolygon(toMultiPolygon([shape]));

function fromTurf(found: Feature<GeoPolygon | MultiPolygon> | null): Polygon[] {
  if (!found) return [];
  const { geometry } = found;
  return fromMultiPolygon(geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates);
}
