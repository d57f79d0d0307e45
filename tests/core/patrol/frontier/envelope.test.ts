// The lower bound of a trade-off, and which points none dominates.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { envelope, leastDistance } from "../../../../core/patrol/frontier/envelope.ts";
import { convexPart, nondominated } from "../../../../core/patrol/frontier/tradeOff.ts";

const bounds = fc.array(fc.record({ penalty: fc.double({ min: 0, max: 5000, noNaN: true }), bound: fc.double({ min: 0, max: 3000, noNaN: true }) }), { minLength: 1, maxLength: 12 });

describe("envelope", () => {
  test("between its corners it is the largest of the lines, never above it", () => {
    fc.assert(
      fc.property(bounds, fc.double({ min: 0, max: 0.5, noNaN: true }), fc.double({ min: 0.5, max: 1, noNaN: true }), (lines, from, to) => {
        const corners = envelope(lines, from, to);
        expect(corners[0].coverage).toBe(from);
        expect(corners.at(-1)!.coverage).toBe(to);
        for (let k = 1; k < corners.length; k++) {
          const [a, b] = [corners[k - 1], corners[k]];
          expect(b.coverage).toBeGreaterThanOrEqual(a.coverage);
          expect(b.meanDistance).toBeGreaterThanOrEqual(a.meanDistance);
          for (const part of [0.25, 0.5, 0.75]) {
            const between = { coverage: a.coverage + part * (b.coverage - a.coverage), meanDistance: a.meanDistance + part * (b.meanDistance - a.meanDistance) };
            const least = leastDistance(lines, between.coverage);
            expect(between.meanDistance).toBeLessThanOrEqual(least * (1 + 1e-9) + 1e-9);
            // Lines of nearly the same slope are one.
            expect(between.meanDistance).toBeGreaterThanOrEqual(least - 0.01);
          }
        }
      }),
    );
  });

  test("two lines meet in one corner", () => {
    const corners = envelope([{ penalty: 0, bound: 600 }, { penalty: 1000, bound: 1100 }], 0.2, 0.8);
    expect(corners.map(({ coverage }) => coverage)).toEqual([0.2, 0.5, 0.8]);
    expect(corners.map(({ meanDistance }) => meanDistance)).toEqual([600, 600, expect.closeTo(900, 9) as number]);
  });
});

describe("nondominated", () => {
  const point = fc.record({ coverage: fc.integer({ min: 0, max: 8 }), meanDistance: fc.integer({ min: 0, max: 8 }) });
  test("keeps exactly the points that no other dominates, each once, by rising coverage", () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), (points) => {
        const best = points.filter((a) => !points.some((b) => b.coverage >= a.coverage && b.meanDistance <= a.meanDistance && (b.coverage > a.coverage || b.meanDistance < a.meanDistance)));
        const words = new Set(best.map(({ coverage, meanDistance }) => `${coverage} ${meanDistance}`));
        const found = nondominated(points);
        expect(found.map(({ coverage, meanDistance }) => `${coverage} ${meanDistance}`).toSorted()).toEqual([...words].toSorted());
        expect(found.map(({ coverage }) => coverage)).toEqual(found.map(({ coverage }) => coverage).toSorted((a, b) => a - b));
      }),
    );
  });

  test("its convex part has the best of every weighing", () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), fc.double({ min: 0, max: 50, noNaN: true }), (points, penalty) => {
        const weighed = ({ coverage, meanDistance }: { coverage: number; meanDistance: number }): number => meanDistance - penalty * coverage;
        const all = nondominated(points);
        expect(Math.min(...convexPart(all).map(weighed))).toBeCloseTo(Math.min(...points.map(weighed)), 9);
      }),
    );
  });
});
