// Round numbers along an axis.

import fc from "fast-check";
import { expect, test } from "vitest";
import { niceTicks } from "../../../core/record/niceTicks.ts";

test("ticks are round, inside the axis, and about as many as wanted", () => {
  expect(niceTicks(0, 1, 4)).toEqual([0, 0.5, 1]);
  expect(niceTicks(0.5, 52.5, 5)).toEqual([20, 40]);
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (from, span) => {
      const ticks = niceTicks(from, from + span, 5);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.length).toBeGreaterThanOrEqual(1);
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(from - 1e-6 * span);
        expect(tick).toBeLessThanOrEqual(from + span * (1 + 1e-6));
      }
    }),
  );
});

test("an axis of no length has its one value", () => {
  expect(niceTicks(3, 3, 5)).toEqual([3]);
});
