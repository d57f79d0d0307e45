// The lines of a layer in metres of the plane: roads.

import type { FeatureCollection, Geometry, Position } from "geojson";
import { planeProjection, type Plane } from "../geo/plane.ts";
import type { RoadLines } from "../patrol/roads/roadLines.ts";

/** LineStrings and MultiLineStrings; other geometries have none. */
export function roadLinesOf({ features }: FeatureCollection, plane: Plane): RoadLines {
  const projection = planeProjection(plane);
  const lines = features.flatMap(({ geometry }) => linesOf(geometry));
  const points = lines.flatMap((line) => line.map(([lon, lat]) => projection.forward([lon, lat])));
  const starts = new Uint32Array(lines.length + 1);
  lines.forEach((line, i) => (starts[i + 1] = starts[i] + line.length));
  return { x: Float64Array.from(points, ({ x }) => x), y: Float64Array.from(points, ({ y }) => y), starts };
}

function linesOf(geometry: Geometry | null): Position[][] {
  if (geometry?.type === "LineString") return [geometry.coordinates];
  if (geometry?.type === "MultiLineString") return geometry.coordinates;
  return geometry?.type === "GeometryCollection" ? geometry.geometries.flatMap(linesOf) : [];
}
