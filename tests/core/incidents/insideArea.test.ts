import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains } from "../../../core/geo/contains.ts";
import type { Polygon } from "../../../core/geo/types.ts";
import { insideArea } from "../../../core/incidents/insideArea.ts";

describe("insideArea", () => {
  it("agrees with the plain test of every edge, away from the boundary", () => {
    const star = fc.array(fc.double({ min: 10, max: 1000, noNaN: true }), { minLength: 3, maxLength: 40 }).map((radii): Polygon => ({
      kind: "polygon",
      rings: [radii.map((r, i) => ({ x: r * Math.cos((2 * Math.PI * i) / radii.length), y: r * Math.sin((2 * Math.PI * i) / radii.length) }))],
    }));
    const points = fc.array(fc.tuple(fc.double({ min: -1100, max: 1100, noNaN: true }), fc.double({ min: -1100, max: 1100, noNaN: true })), { maxLength: 50 });
    fc.assert(
      fc.property(star, points, (polygon, places) => {
        const inside = insideArea([polygon]);
        for (const [x, y] of places) {
          const ring = polygon.rings[0];
          const onCorner = ring.some((corner) => corner.y === y);
          if (!onCorner) expect(inside(x, y)).toBe(contains(polygon, x, y));
        }
      }),
    );
  });

  it("counts a point in two overlapping polygons as inside", () => {
    const square = (x: number): Polygon => ({ kind: "polygon", rings: [[{ x, y: 0 }, { x: x + 10, y: 0 }, { x: x + 10, y: 10 }, { x, y: 10 }]] });
    const inside = insideArea([square(0), square(5)]);
    expect([inside(7, 5), inside(12, 5), inside(16, 5)]).toEqual([true, true, false]);
  });

  it("counts no point twice or never where two polygons share a side", () => {
    const left: Polygon = { kind: "polygon", rings: [[{ x: 0, y: 0 }, { x: 5, y: 0 }, { x: 5, y: 10 }, { x: 0, y: 10 }]] };
    const right: Polygon = { kind: "polygon", rings: [[{ x: 5, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }, { x: 5, y: 10 }]] };
    expect([insideArea([left])(5, 5), insideArea([right])(5, 5)]).toEqual([false, true]);
  });
});
