// The polygons of a GeoJSON geometry, in metres of the plane; other geometries have none.

import type { Geometry } from "geojson";
import { orient } from "../geo/orient.ts";
import { planeProjection, type Plane } from "../geo/plane.ts";
import type { Polygon } from "../geo/types.ts";

export function polygonsOf(geometry: Geometry | null, plane: Plane): Polygon[] {
  if (!geometry) return [];
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap((part) => polygonsOf(part, plane));
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return [];
  const projection = planeProjection(plane);
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) =>
    orient({
      kind: "polygon",
      // GeoJSON repeats the first corner at the end; our rings are open.
      rings: rings.map((ring) => ring.slice(0, -1).map(([lon, lat]) => projection.forward([lon, lat]))),
    }),
  );
}
