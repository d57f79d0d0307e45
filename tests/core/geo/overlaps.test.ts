import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { area } from "../../../core/geo/area.ts";
import { intersection } from "../../../core/geo/booleans.ts";
import { overlaps } from "../../../core/geo/overlaps.ts";
import { rings } from "../../../core/geo/rings.ts";
import type { Point, Polygon, Shape } from "../../../core/geo/types.ts";

/** A star about a centre, with a hole of a third its size or without. */
const star = fc
  .record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 500 }), radii: fc.array(fc.integer({ min: 20, max: 200 }), { minLength: 3, maxLength: 12 }), holed: fc.boolean() })
  .map(({ x, y, radii, holed }): Polygon => {
    const ring = (scale: number) =>
      radii.map((radius, i): Point => {
        const angle = (i * 2 * Math.PI) / radii.length + 0.1;
        return { x: x + scale * radius * Math.cos(angle), y: y + scale * radius * Math.sin(angle) };
      });
    return { kind: "polygon", rings: holed ? [ring(1), ring(1 / 3).toReversed()] : [ring(1)] };
  });
const hexagon = fc
  .record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 500 }), side: fc.integer({ min: 5, max: 200 }), rotation: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ x, y, side, rotation }): Shape => ({ kind: "hexagon", centre: { x, y }, side, rotation }));
/** Boxes whose edges lie on one grid, so that they share edges and corners often. */
const box = fc
  .record({ x: fc.integer({ min: 0, max: 5 }), y: fc.integer({ min: 0, max: 5 }), width: fc.integer({ min: 1, max: 3 }), height: fc.integer({ min: 1, max: 3 }) })
  .map(({ x, y, width, height }): Polygon => ({
    kind: "polygon",
    rings: [[[0, 0], [width, 0], [width, height], [0, height]].map(([dx, dy]) => ({ x: 100 * (x + dx), y: 100 * (y + dy) }))],
  }));

/** A thousand times as large: the tip of a star in another shape is no sliver then, which an intersection leaves out. */
const enlarged = (shape: Shape): Polygon => ({ kind: "polygon", rings: rings(shape).map((ring) => ring.map(({ x, y }) => ({ x: 1000 * x, y: 1000 * y }))) });

describe("overlaps", () => {
  it.each([["shapes of all kinds", fc.oneof(star, hexagon, box)], ["boxes on one grid", box]])("says of %s what their intersection by Turf says", (_, shape) => {
    fc.assert(
      fc.property(shape, shape, (a, b) => {
        const shared = intersection(enlarged(a), enlarged(b)).reduce((sum, part) => sum + area(part), 0);
        fc.pre(shared === 0 || shared > 0.1);
        expect(overlaps(a, b)).toBe(shared > 0);
        expect(overlaps(b, a)).toBe(shared > 0);
        expect(overlaps(a, a)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("is told of a hexagon that is turned by less than can be seen", () => {
    const hexagonal: Shape = { kind: "hexagon", centre: { x: 0, y: 0 }, side: 13, rotation: 5e-324 };
    const square: Shape = { kind: "polygon", rings: [[{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 100 }, { x: 0, y: 100 }]] };
    expect(intersection(hexagonal, square).reduce((sum, part) => sum + area(part), 0)).toBeCloseTo((13 ** 2 * 1.5 * Math.sqrt(3)) / 4, 3);
    expect(overlaps(hexagonal, square)).toBe(true);
  });
});
