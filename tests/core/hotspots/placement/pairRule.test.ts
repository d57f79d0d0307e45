import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance, hexagonPenetration } from "../../../../core/geo/distance.ts";
import type { Hexagon } from "../../../../core/geo/types.ts";
import { gapTooSmall } from "../../../../core/hotspots/gapTooSmall.ts";
import { createPairRule } from "../../../../core/hotspots/placement/pairRule.ts";

const SIDE = 150;
const hexagon = (x: number, y: number, rotation: number): Hexagon => ({ kind: "hexagon", centre: { x, y }, side: SIDE, rotation });
const turn = fc.double({ min: 0, max: 1.0471, noNaN: true });
const bearing = fc.double({ min: -7, max: 7, noNaN: true });
const needed = fc.constantFrom(0, 40, 150, 500);

describe("createPairRule", () => {
  it("answers as the exact gap does, wherever that is not within a micrometre of what is needed", () => {
    fc.assert(
      fc.property(turn, turn, bearing, needed, fc.double({ min: 1.6, max: 2.1, noNaN: true }), (a, b, angle, gap, sides) => {
        const far = sides * SIDE + gap, dx = far * Math.cos(angle), dy = far * Math.sin(angle);
        const one = hexagon(0, 0, a), other = hexagon(dx, dy, b);
        fc.pre(Math.abs(distance(one, other) - gap) > 1e-6);
        expect(createPairRule(SIDE, gap).clear(dx, dy, a, b)).toBe(gapTooSmall(one, other, gap) === null);
      }),
      { numRuns: 2000 },
    );
  });

  it("pushes a hexagon to where the gap is just what is needed, and no further than any other way out", () => {
    fc.assert(
      fc.property(turn, turn, bearing, needed, fc.double({ min: 0.5, max: 2, noNaN: true }), (a, b, angle, gap, sides) => {
        const far = sides * SIDE + gap / 2, dx = far * Math.cos(angle), dy = far * Math.sin(angle);
        const rule = createPairRule(SIDE, gap);
        fc.pre(gap - distance(hexagon(0, 0, a), hexagon(dx, dy, b)) > 1e-3 || hexagonPenetration(hexagon(0, 0, a), hexagon(dx, dy, b)) > 1e-3);
        rule.push(dx, dy, a, b);
        const pushed = distance(hexagon(0, 0, a), hexagon(rule.pushedX, rule.pushedY, b));
        expect(rule.clear(rule.pushedX, rule.pushedY, a, b)).toBe(true);
        expect(pushed).toBeLessThan(gap + 1e-6);
        const least = Math.hypot(rule.pushedX - dx, rule.pushedY - dy);
        for (let way = 0; way < 24; way++) {
          const along = (way * Math.PI) / 12, shorter = least - 1e-6;
          expect(rule.clear(dx + shorter * Math.cos(along), dy + shorter * Math.sin(along), a, b)).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
