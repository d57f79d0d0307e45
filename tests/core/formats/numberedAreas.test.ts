// The numbers of a polygon layer, by the names of its properties.

import { describe, expect, test } from "vitest";
import { numberedAreas, numericProperties } from "../../../core/formats/numberedAreas.ts";
import { planeProjection } from "../../../core/geo/plane.ts";

describe("areas with numbers", () => {
  const plane = { kind: "local", lon0: -122.4, lat0: 37.7 } as const;
  const ring = [[-122.4, 37.7], [-122.39, 37.7], [-122.39, 37.71], [-122.4, 37.7]];
  const layer = (...properties: Record<string, unknown>[]): Parameters<typeof numberedAreas>[0] => ({
    type: "FeatureCollection",
    features: properties.map((each) => ({ type: "Feature", properties: each, geometry: { type: "Polygon", coordinates: [ring] } })),
  });

  test("take the properties named, and count polygons without them", () => {
    const { areas, withoutNumbers } = numberedAreas(layer({ pop: 12, kids: 3 }, { pop: "?", kids: 1 }), plane, ["kids", "pop"]);
    expect(areas.map(({ values }) => values)).toEqual([[3, 12]]);
    expect(areas[0].polygons[0].rings[0][0]).toEqual(planeProjection(plane).forward([-122.4, 37.7]));
    expect(withoutNumbers).toBe(1);
  });

  test("say which properties have numbers", () => {
    expect(numericProperties(layer({ name: "a", pop: 12 }, { kids: 2, pop: -1 }))).toEqual(["pop", "kids"]);
    expect(() => numberedAreas(layer({ pop: 12 }), plane, ["people"])).toThrow(/Numbers are in: pop/);
  });
});
