import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains } from "../../../../core/geo/contains.ts";
import { pointDistance } from "../../../../core/geo/distance.ts";
import { buildPointIndex } from "../../../../core/geo/pointIndex.ts";
import type { Polygon, Shape } from "../../../../core/geo/types.ts";
import { areaMeter } from "../../../../core/hotspots/areas/areaMeter.ts";
import { justOutside } from "../../../../core/hotspots/areas/justOutside.ts";
import { nearOutside } from "../../../../core/hotspots/areas/nearOutside.ts";

const square = (x: number, y: number, size: number): Polygon => ({
  kind: "polygon",
  rings: [[{ x, y }, { x: x + size, y }, { x: x + size, y: y + size }, { x, y: y + size }]],
});
const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 200 });
const shape: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({ x: fc.integer({ min: -50, max: 600 }), y: fc.integer({ min: -50, max: 600 }), size: fc.integer({ min: 20, max: 300 }) }).map(({ x, y, size }) => square(x + 0.3, y + 0.3, size)),
  fc
    .record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 600 }), side: fc.integer({ min: 20, max: 150 }), rotation: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ x, y, side, rotation }): Shape => ({ kind: "hexagon", centre: { x, y }, side, rotation })),
);
const columns = (places: readonly (readonly [number, number])[]) => [Float64Array.from(places, ([x]) => 10 * x), Float64Array.from(places, ([, y]) => 10 * y)] as const;

describe("areaMeter", () => {
  const index = buildPointIndex(Float64Array.of(50, 50, 150, 900), Float64Array.of(50, 50, 50, 900));
  const allIndex = buildPointIndex(Float64Array.of(50, 50, 150, 250, 900), Float64Array.of(50, 50, 50, 50, 900));

  it("says what an area holds, and several together with overlaps once", () => {
    const meter = (...shapes: Shape[]) => areaMeter({ shapes, index, allIndex, days: 8, studyArea: 1_000_000, speed: 4.5 });
    expect(meter(square(0, 0, 200))).toEqual({
      incidents: 3, area: 40_000, incidentShare: 0.75, areaShare: 0.04, pai: 18.75, perDay: 0.375,
      all: { incidents: 3, incidentShare: 0.6, perDay: 0.375 }, perimeter: 800, walkMinutes: 800 / 75,
    });
    expect(meter(square(100, 0, 200)).all).toEqual({ incidents: 2, incidentShare: 0.4, perDay: 0.25 });
    expect(meter(square(0, 0, 200), square(100, 0, 200))).toMatchObject({ incidents: 3, area: 60_000, areaShare: 0.06, all: { incidents: 4 }, perimeter: 1600 });
  });

  it("says nothing where nothing is known", () => {
    const meter = areaMeter({ shapes: [square(0, 0, 100)], index: buildPointIndex(new Float64Array(), new Float64Array()), allIndex: null, days: null, studyArea: null, speed: 4.5 });
    expect(meter).toMatchObject({ incidents: 0, incidentShare: null, areaShare: null, perDay: null, all: null });
  });
});

describe("justOutside", () => {
  it("finds the locations within the distance of a shape and in none, each once", () => {
    fc.assert(
      fc.property(points, fc.array(shape, { maxLength: 5 }), fc.integer({ min: 1, max: 120 }), (places, shapes, metres) => {
        const [x, y] = columns(places);
        const index = buildPointIndex(x, y);
        const found = justOutside(index, nearOutside(index, shapes, metres));
        const expected = new Map<string, number>();
        x.forEach((east, i) => {
          const place = { x: east, y: y[i] };
          if (shapes.some((one) => contains(one, place.x, place.y)) || !shapes.some((one) => pointDistance(one, place) <= metres)) return;
          const key = `${place.x} ${place.y}`;
          expected.set(key, (expected.get(key) ?? 0) + 1);
        });
        expect(new Map(Array.from(found.x, (east, k) => [`${east} ${found.y[k]}`, found.weight[k]]))).toEqual(expected);
        expect(found.total).toBe([...expected.values()].reduce((sum, one) => sum + one, 0));
      }),
      { numRuns: 300 },
    );
  });

  it("answers anew for another distance", () => {
    const index = buildPointIndex(Float64Array.of(150), Float64Array.of(50));
    const shapes = [square(0, 0, 100)];
    expect([60, 40, 60].map((metres) => justOutside(index, nearOutside(index, shapes, metres)).total)).toEqual([1, 0, 1]);
  });
});
