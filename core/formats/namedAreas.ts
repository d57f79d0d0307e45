// The polygons of a layer as named areas, in metres of the plane: jurisdictions, districts.

import type { FeatureCollection } from "geojson";
import type { NamedArea } from "../forecast/evaluate/countsByArea.ts";
import type { Plane } from "../geo/plane.ts";
import { polygonsOf } from "./polygonsOf.ts";

/** Features without a polygon are passed over. */
export const namedAreas = ({ features }: FeatureCollection, plane: Plane): NamedArea[] =>
  features.flatMap(({ geometry, properties }, i) => {
    const polygons = polygonsOf(geometry, plane);
    return polygons.length === 0 ? [] : [{ name: nameOf(properties, i), polygons }];
  });

/** What names a feature, whatever its publisher called the column. */
function nameOf(properties: Readonly<Record<string, unknown>> | null, i: number): string {
  const named = Object.entries(properties ?? {}).find(([key, value]) => /name|nhood|district|ward|label/i.test(key) && typeof value === "string" && value !== "");
  return named ? String(named[1]) : `area ${i + 1}`;
}
