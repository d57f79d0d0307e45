// Hexagons are recognised by their corners, whatever made them.

import fc from "fast-check";
import type { Feature, FeatureCollection, GeoJsonProperties } from "geojson";
import { describe, expect, test } from "vitest";
import { cornerDistance, hexagonFromRing } from "../../../core/formats/hexagonFromRing.ts";
import { planFromFeatures } from "../../../core/formats/planFromFeatures.ts";
import { hexagonRing } from "../../../core/geo/hexagon.ts";
import { planeProjection, type Plane } from "../../../core/geo/plane.ts";
import type { Hexagon, Ring } from "../../../core/geo/types.ts";
import { EMPTY_PLAN } from "../../../core/plan/plan.ts";

const hexagon = fc.record({
  kind: fc.constant("hexagon" as const),
  centre: fc.record({ x: fc.double({ min: -7e5, max: 7e5, noNaN: true }), y: fc.double({ min: -1e6, max: 1e6, noNaN: true }) }),
  side: fc.double({ min: 5, max: 5000, noNaN: true }),
  rotation: fc.double({ min: 0, max: Math.PI / 3 - 1e-9, noNaN: true }),
});

describe("hexagonFromRing", () => {
  test("finds every hexagon from any corner on, in either order", () => {
    fc.assert(
      fc.property(hexagon, fc.nat(5), fc.boolean(), (before, first, reversed) => {
        const corners = hexagonRing(before);
        const turned = [...corners.slice(first), ...corners.slice(0, first)];
        const after = hexagonFromRing(reversed ? turned.toReversed() : turned);
        expect(after).not.toBeNull();
        expect(cornerDistance(before, after!)).toBeLessThan(1e-6);
      }),
    );
  });

  test("a corner moved by 5 cm, five corners, or a flat ring are no hexagon", () => {
    const ring = hexagonRing({ kind: "hexagon", centre: { x: 0, y: 0 }, side: 150, rotation: 0.3 });
    expect(hexagonFromRing(ring.map((corner, i) => (i === 2 ? { x: corner.x + 0.05, y: corner.y } : corner)))).toBeNull();
    expect(hexagonFromRing(ring.slice(1))).toBeNull();
    expect(hexagonFromRing(ring.map(() => ({ x: 1, y: 1 })))).toBeNull();
  });
});

describe("planFromFeatures", () => {
  const plane: Plane = { kind: "local", lon0: -1.15, lat0: 52.95 };
  const projection = planeProjection(plane);
  const feature = (ring: Ring, properties: GeoJsonProperties): Feature => {
    const positions = ring.map((point) => [...projection.inverse(point)]);
    return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [[...positions, positions[0]]] } };
  };
  const collection = (...features: Feature[]): FeatureCollection => ({ type: "FeatureCollection", features });
  const shape: Hexagon = { kind: "hexagon", centre: { x: 300, y: 200 }, side: 150, rotation: 0.25 };
  const square: Ring = [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 100 }, { x: 0, y: 100 }];

  test("attributes that no longer fit an edited ring do not bring the old shape back", () => {
    const smaller = { ...shape, side: 120 };
    const { plan } = planFromFeatures([collection(feature(hexagonRing(smaller), { edge_m: 150, rotation_degrees: 15 }))], plane);
    expect(plan.hotspots[0].shape.kind).toBe("hexagon");
    expect(cornerDistance(plan.hotspots[0].shape as Hexagon, smaller)).toBeLessThan(1e-4);
  });

  test("a layer from elsewhere becomes what is asked for, a multipolygon one entity a part, points nothing", () => {
    const part = feature(square, {}).geometry as { coordinates: number[][][] };
    const multi: Feature = { type: "Feature", properties: { name: "Parks" }, geometry: { type: "MultiPolygon", coordinates: [part.coordinates, part.coordinates] } };
    const point: Feature = { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [0, 0] } };
    const { plan, added, ignored } = planFromFeatures([collection(multi, point)], plane, { as: "exclusions" });
    expect(plan.exclusions.map(({ id, name }) => [id, name])).toEqual([["x1", "Parks"], ["x2", "Parks (2)"]]);
    expect({ added, ignored, next: plan.next }).toEqual({ added: ["x1", "x2"], ignored: 1, next: 3 });
  });

  test("ids that the plan uses already are given anew, and patrol areas follow their hotspot", () => {
    const base = planFromFeatures([collection(feature(hexagonRing(shape), { layer: "hotspots", id: "h7", name: "Old" }))], plane, { base: { ...EMPTY_PLAN, next: 5 } }).plan;
    expect(base.next).toBe(8);
    const again = collection(
      feature(hexagonRing(shape), { layer: "hotspots", id: "h7", name: "New", buffer_m: 300 }),
      feature(square, { layer: "patrol_areas", id: "p9", name: "Beat", hotspot: "h7" }),
      feature(square, { layer: "patrol_areas", id: "p10", name: "Lone", hotspot: "h99" }),
    );
    const { plan } = planFromFeatures([again], plane, { base });
    expect(plan.hotspots.map(({ id, name }) => [id, name])).toEqual([["h7", "Old"], ["h8", "New"]]);
    expect(plan.patrolAreas.map(({ id, hotspot }) => [id, hotspot])).toEqual([["p9", "h8"], ["p10", null]]);
    expect({ buffer: plan.buffer, next: plan.next }).toEqual({ buffer: 75, next: 11 });
  });
});
