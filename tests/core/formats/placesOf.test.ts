// Places and areas of layers, whatever their columns are called.

import type { FeatureCollection } from "geojson";
import { expect, test } from "vitest";
import { namedAreas } from "../../../core/formats/namedAreas.ts";
import { placesOf } from "../../../core/formats/placesOf.ts";

const plane = { kind: "local", lon0: 10, lat0: 50 } as const;
const feature = (geometry: object, properties: object | null) => ({ type: "Feature", geometry, properties }) as FeatureCollection["features"][number];
const layer = (...features: FeatureCollection["features"]): FeatureCollection => ({ type: "FeatureCollection", features });

test("points have the kind that their publisher wrote, or are places", () => {
  const points = layer(
    feature({ type: "Point", coordinates: [10, 50] }, { name: "Central", kind: "station" }),
    feature({ type: "MultiPoint", coordinates: [[10, 50], [10.01, 50]] }, null),
    feature({ type: "LineString", coordinates: [[10, 50], [11, 50]] }, { kind: "road" }),
  );
  const found = placesOf(points, plane);
  expect(found.map(({ kind }) => kind)).toEqual(["station", "place", "place"]);
  expect(found[2].x).toBeCloseTo(717, 0);
});

test("areas have the name that their publisher wrote, or their number", () => {
  const ring = [[10, 50], [10.01, 50], [10, 50.01], [10, 50]];
  const found = namedAreas(layer(feature({ type: "Polygon", coordinates: [ring] }, { ward_name: "East" }), feature({ type: "Polygon", coordinates: [ring] }, {})), plane);
  expect(found.map(({ name }) => name)).toEqual(["East", "area 2"]);
});
