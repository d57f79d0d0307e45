// The points of a layer as places with their kind, in metres of the plane.

import type { FeatureCollection } from "geojson";
import type { Place } from "../forecast/evaluate/placesByClass.ts";
import { planeProjection, type Plane } from "../geo/plane.ts";

/** What a publisher may have called the column of kinds. */
const KIND = /^(kind|type|class|category|amenity|fclass)$/i;

/** Other geometries are passed over; a point without a kind is of the kind "place". */
export function placesOf({ features }: FeatureCollection, plane: Plane): Place[] {
  const projection = planeProjection(plane);
  return features.flatMap(({ geometry, properties }) => {
    const points = geometry?.type === "Point" ? [geometry.coordinates] : geometry?.type === "MultiPoint" ? geometry.coordinates : [];
    const named = Object.entries(properties ?? {}).find(([key, value]) => KIND.test(key) && typeof value === "string" && value !== "");
    const kind = named ? String(named[1]) : "place";
    return points.map(([lon, lat]) => ({ ...projection.forward([lon, lat]), kind }));
  });
}
