import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countInside } from "../../../../core/geo/countInside.ts";
import { buildPointIndex } from "../../../../core/geo/pointIndex.ts";
import { createHexagonCounter } from "../../../../core/hotspots/placement/hexagonCounter.ts";
import { clusteredTown } from "./clusteredTown.ts";

const { x, y } = clusteredTown("counter", 4000, 1500);
const index = buildPointIndex(x, y);
const turn = fc.oneof(fc.constantFrom(0, Math.PI / 6, Math.PI / 12), fc.double({ min: 0, max: 1.047, noNaN: true }));

describe("createHexagonCounter", () => {
  it("counts as countInside does, whatever the cells of its index", () => {
    const counters = [75, 30, 10, 7].map((cell) => createHexagonCounter(buildPointIndex(x, y, undefined, cell), 150));
    const metres = fc.oneof(fc.integer({ min: -1200, max: 1200 }), fc.double({ min: -1200, max: 1200, noNaN: true }));
    fc.assert(
      fc.property(metres, metres, turn, (cx, cy, rotation) => {
        const inside = countInside(index, { kind: "hexagon", centre: { x: cx, y: cy }, side: 150, rotation });
        for (const count of counters) expect(count(cx, cy, rotation)).toBe(inside);
      }),
      { numRuns: 2000 },
    );
  });
});
