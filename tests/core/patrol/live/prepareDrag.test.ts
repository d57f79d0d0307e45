// A dragged vehicle: every place gives the value that the allocation itself would have.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareDrag } from "../../../../core/patrol/live/prepareDrag.ts";
import { allocationValue } from "../../../../core/patrol/posting/allocationValue.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";

const place = fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }), w: fc.integer({ min: -1, max: 9 }) });
const towns = fc.record({ places: fc.array(place, { minLength: 2, maxLength: 12 }), radius: fc.integer({ min: 1, max: 6 }), alongRoads: fc.boolean() });

const KINDS = [
  { name: "car", vehicles: 2 },
  { name: "drone", vehicles: 1, radius: 4, speed: 2.5 },
];

function postingOf({ places, radius, alongRoads }: { places: { x: number; y: number; w: number }[]; radius: number; alongRoads: boolean }) {
  const x = Float64Array.from(places, (p) => p.x), y = Float64Array.from(places, (p) => p.y), weight = Float64Array.from(places, (p) => p.w);
  const distances = alongRoads ? Float64Array.from({ length: x.length ** 2 }, (_, k) => Math.abs(x[Math.floor(k / x.length)] - x[k % x.length]) + Math.abs(y[Math.floor(k / x.length)] - y[k % x.length])) : undefined;
  return createPosting({ x, y, weight, vehicles: 3, kinds: KINDS, distances }, radius);
}

describe("a dragged vehicle", () => {
  test("is worth at every site what the allocation with it there is worth", () => {
    fc.assert(
      fc.property(towns, fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), fc.integer({ min: 0, max: 2 }), (town, seats, dragged) => {
        const posting = postingOf(town);
        const count = town.places.length;
        const chosen = Uint32Array.from(seats, (seat) => seat % count), kinds = Uint8Array.of(0, 0, 1);
        const drag = prepareDrag(posting, { chosen, kinds }, dragged, town.radius);
        for (let site = 0; site < count; site++) {
          const { coverage, meanDistance } = allocationValue(posting, { chosen: chosen.with(dragged, site), kinds }, town.radius);
          const live = drag.atSite(site);
          expect(live.coverage).toBeCloseTo(coverage, 12);
          expect(live.meanDistance).toBeCloseTo(meanDistance, 12);
        }
      }),
    );
  });

  test("between sites is measured in a straight line from where it is", () => {
    const posting = createPosting({ x: Float64Array.of(0, 100), y: Float64Array.of(0, 0), weight: Float64Array.of(1, 3), vehicles: 1 }, 60);
    const drag = prepareDrag(posting, { chosen: Uint32Array.of(0), kinds: Uint8Array.of(0) }, 0, 60);
    expect(drag.at({ x: 50, y: 0 })).toEqual({ coverage: 1, meanDistance: 50 });
    expect(drag.at({ x: 80, y: 60 })).toEqual({ coverage: 0, meanDistance: (100 + 3 * Math.hypot(20, 60)) / 4 });
    expect(drag.nearestSite({ x: 51, y: 20 })).toBe(1);
  });

  test("goes to the nearest site where distances along roads were given", () => {
    const posting = createPosting({ x: Float64Array.of(0, 100), y: Float64Array.of(0, 0), weight: Float64Array.of(1, 3), vehicles: 1, distances: Float64Array.of(0, 140, 150, 0) }, 60);
    const drag = prepareDrag(posting, { chosen: Uint32Array.of(0), kinds: Uint8Array.of(0) }, 0, 60);
    expect(drag.at({ x: 60, y: 0 })).toEqual({ coverage: 0.75, meanDistance: 35 });
  });

  test("of a demand of nothing is worth nothing", () => {
    const posting = createPosting({ x: Float64Array.of(0), y: Float64Array.of(0), weight: Float64Array.of(-1), vehicles: 1 }, 60);
    expect(prepareDrag(posting, { chosen: Uint32Array.of(0), kinds: Uint8Array.of(0) }, 0, 60).at({ x: 3, y: 4 })).toEqual({ coverage: 0, meanDistance: 0 });
  });
});
