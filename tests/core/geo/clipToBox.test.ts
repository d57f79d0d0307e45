// A ring cut by a box.

import { describe, expect, test } from "vitest";
import { signedArea } from "../../../core/geo/area.ts";
import { clipToBox } from "../../../core/geo/clipToBox.ts";
import type { Ring } from "../../../core/geo/types.ts";

const box = { minX: 0, minY: 0, maxX: 10, maxY: 10 };
const ring = (...corners: [number, number][]): Ring => corners.map(([x, y]) => ({ x, y }));

describe("a ring cut by a box", () => {
  test("is the ring itself inside, the box where the ring is all around it, and empty outside", () => {
    const inside = ring([1, 1], [9, 1], [5, 9]);
    expect(clipToBox(inside, box)).toEqual(inside);
    expect(signedArea(clipToBox(ring([-5, -5], [15, -5], [15, 15], [-5, 15]), box))).toBe(100);
    expect(clipToBox(ring([20, 20], [30, 20], [25, 30]), box)).toEqual([]);
  });

  test("keeps its direction, so that holes still count against the whole", () => {
    expect(signedArea(clipToBox(ring([5, 5], [15, 5], [15, 15], [5, 15]), box))).toBe(25);
    expect(signedArea(clipToBox(ring([5, 15], [15, 15], [15, 5], [5, 5]), box))).toBe(-25);
  });

  test("of a comb has the area of its teeth in the box", () => {
    // Three teeth of width 2 that reach 4 into the box from above.
    const comb = ring([0, 6], [2, 6], [2, 12], [4, 12], [4, 6], [6, 6], [6, 12], [8, 12], [8, 6], [10, 6], [10, 14], [0, 14]);
    expect(signedArea(clipToBox(comb, box))).toBeCloseTo(24, 12);
  });
});
