import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains } from "../../../core/geo/contains.ts";
import { countInAny, countInside, gainedLost } from "../../../core/geo/countInside.ts";
import { buildPointIndex } from "../../../core/geo/pointIndex.ts";
import type { Hexagon, Polygon, Shape } from "../../../core/geo/types.ts";

// Whole metres make stacks, and points exactly on the edges of the polygon below.
const points = fc.array(fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -300, max: 500 })), { maxLength: 400 });
const hexagons = fc
  .tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }), fc.integer({ min: 5, max: 400 }), fc.double({ min: 0, max: 1.04, noNaN: true }))
  .map(([x, y, side, rotation]): Hexagon => ({ kind: "hexagon", centre: { x, y }, side, rotation }));

const withHole: Polygon = {
  kind: "polygon",
  rings: [
    [{ x: -200, y: -200 }, { x: 300, y: -200 }, { x: 300, y: 100 }, { x: 100, y: 50 }, { x: 50, y: 400 }, { x: -200, y: 200 }],
    [{ x: -100, y: -100 }, { x: -100, y: 0 }, { x: 100, y: 0 }, { x: 100, y: -100 }],
  ],
};

const columns = (all: readonly (readonly [number, number])[]) => ({
  x: Float64Array.from(all, ([x]) => x),
  y: Float64Array.from(all, ([, y]) => y),
});
const brute = (all: readonly (readonly [number, number])[], shape: Shape): number =>
  all.filter(([x, y]) => contains(shape, x, y)).length;

describe("countInside", () => {
  it("counts what testing every incident counts, for hexagons and for polygons with holes", () => {
    fc.assert(
      fc.property(points, hexagons, (all, hexagon) => {
        const { x, y } = columns(all);
        const index = buildPointIndex(x, y);
        expect(index.total).toBe(all.length);
        expect(countInside(index, hexagon)).toBe(brute(all, hexagon));
        expect(countInside(index, withHole)).toBe(brute(all, withHole));
        const either = all.filter(([px, py]) => contains(hexagon, px, py) || contains(withHole, px, py)).length;
        expect(countInAny(index, [hexagon, withHole])).toBe(either);
      }),
      { numRuns: 300 },
    );
  });

  it("says what a move gains and loses", () => {
    fc.assert(
      fc.property(points, hexagons, hexagons, (all, from, to) => {
        const { x, y } = columns(all);
        const gained = all.filter(([px, py]) => contains(to, px, py) && !contains(from, px, py)).length;
        const lost = all.filter(([px, py]) => !contains(to, px, py) && contains(from, px, py)).length;
        expect(gainedLost(buildPointIndex(x, y), from, to)).toEqual({ inside: brute(all, to), gained, lost });
      }),
    );
  });

  it("counts thousands of incidents at one location, with weights", () => {
    const x = new Float64Array(5000).fill(10), y = new Float64Array(5000).fill(-0);
    const index = buildPointIndex(x, y, new Float64Array(5000).fill(2));
    expect(index.x.length).toBe(1);
    expect(countInside(index, { kind: "hexagon", centre: { x: 0, y: 0 }, side: 15, rotation: 0 })).toBe(10000);
  });

  it("answers 0 where there are no incidents", () => {
    const index = buildPointIndex(new Float64Array(0), new Float64Array(0));
    expect(countInside(index, withHole)).toBe(0);
    expect(countInAny(index, [])).toBe(0);
  });

  it("refuses columns of different lengths", () => {
    expect(() => buildPointIndex(new Float64Array(3), new Float64Array(2))).toThrow(/3 x, 2 y/);
  });
});
