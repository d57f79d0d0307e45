import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bounds, Hexagon, Polygon } from "../../../core/geo/types.ts";
import { gapTooSmall } from "../../../core/hotspots/gapTooSmall.ts";
import { clearAbout, isClear, obstaclesIn, type Obstacle } from "../../../core/hotspots/obstacles.ts";

const box: Bounds = { minX: -300, minY: -300, maxX: 300, maxY: 300 };

/** A star of many corners with a hole of the same form, somewhere near the box. */
const stars = fc
  .record({
    x: fc.integer({ min: -1200, max: 1200 }), y: fc.integer({ min: -1200, max: 1200 }), needed: fc.constantFrom(0, 75, 150),
    reaches: fc.array(fc.double({ min: 20, max: 1500, noNaN: true }), { minLength: 9, maxLength: 40 }), hole: fc.boolean(),
  })
  .map(({ x, y, needed, reaches, hole }): Obstacle => {
    const ring = reaches.map((reach, i) => {
      const angle = (2 * Math.PI * i) / reaches.length;
      return { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
    });
    const inner = ring.map((corner) => ({ x: x + 0.6 * (corner.x - x), y: y + 0.6 * (corner.y - y) })).reverse();
    const shape: Polygon = { kind: "polygon", rings: hole ? [ring, inner] : [ring] };
    return { id: "star", shape, needed };
  });

describe("obstaclesIn", () => {
  it("answers for every hexagon in the box as the whole obstacles do", () => {
    let tooClose = 0, clear = 0;
    fc.assert(
      fc.property(fc.array(stars, { minLength: 1, maxLength: 3 }), fc.integer({ min: -150, max: 150 }), fc.integer({ min: -150, max: 150 }), fc.double({ min: 0, max: 1, noNaN: true }), (obstacles, x, y, rotation) => {
        const hexagon: Hexagon = { kind: "hexagon", centre: { x, y }, side: 150, rotation };
        const near = obstaclesIn(obstacles, box);
        const whole = obstacles.every(({ shape, needed }) => gapTooSmall(hexagon, shape, needed) === null);
        expect(isClear(near, hexagon)).toBe(whole);
        expect(clearAbout(near, hexagon.centre, 150)).toBe(clearAbout(obstacles, hexagon.centre, 150));
        if (whole) clear++;
        else tooClose++;
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(tooClose, clear)).toBeGreaterThan(100);
  });

  it("keeps only what is near of a long road", () => {
    const bank = Array.from({ length: 500 }, (_, i) => ({ x: 20 * i - 5000, y: 10 * Math.sin(i) }));
    const road: Polygon = { kind: "polygon", rings: [[...bank, ...bank.toReversed().map(({ x, y }) => ({ x, y: y + 12 }))]] };
    const [near] = obstaclesIn([{ id: "road", shape: road, needed: 0 }], box);
    expect(near.shape.kind === "polygon" && near.shape.rings[0].length).toBeLessThan(80);
    expect(obstaclesIn([{ id: "road", shape: road, needed: 0 }], { ...box, minY: 100 })).toEqual([]);
  });
});
