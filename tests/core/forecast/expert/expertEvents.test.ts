import { describe, expect, it } from "vitest";
import { inWindow, type Window } from "../../../../core/forecast/events.ts";
import { expertEvents, windowMiddle } from "../../../../core/forecast/expert/expertEvents.ts";

const DAY = 86_400_000;
const monday = Date.UTC(2024, 2, 4);
const point = (block: number, window: Window, x = 0) => ({ place: { x, y: -x }, window, block });

describe("expertEvents", () => {
  it("takes the points of the block that is asked for, at the middle of their windows", () => {
    const points = [point(monday, [8, 12], 1), point(monday - 7 * DAY, [8, 12], 2), point(monday, [20, 4], 3), point(monday + 7 * DAY, [0, 4], 4)];
    expect(expertEvents(points, { start: monday, days: 7 })).toEqual({
      x: Float64Array.of(1, 3), y: Float64Array.of(-1, -3), hours: Float64Array.of(10, 0),
    });
  });

  it("counts a point with a date inside the block, and none of the day after its last", () => {
    const of = (block: number) => expertEvents([point(block, [0, 24])], { start: monday, days: 7 }).hours.length;
    expect([-1, 0, 3, 6, 7].map((day) => of(monday + day * DAY))).toEqual([0, 1, 1, 1, 0]);
  });

  it("gives each point to exactly one of consecutive blocks, whatever their length", () => {
    const points = Array.from({ length: 60 }, (_, i) => point(monday + i * DAY, [4, 8]));
    for (const days of [1, 5, 7, 14]) {
      const blocks = Array.from({ length: Math.ceil(60 / days) }, (_, k) => expertEvents(points, { start: monday + k * days * DAY, days }));
      expect(blocks.reduce((sum, { x }) => sum + x.length, 0)).toBe(60);
    }
  });

  it("puts the middle of every window inside it, in [0, 24)", () => {
    expect(([[20, 4], [22, 4], [0, 24], [6, 6], [20, 24], [23, 24], [24, 2]] as const).map(windowMiddle)).toEqual([0, 1, 12, 18, 22, 23.5, 1]);
    for (let from = 0; from < 24; from += 1.5) {
      for (let to = 0; to <= 24; to += 1.5) {
        const middle = windowMiddle([from, to]);
        expect(middle >= 0 && middle < 24 && inWindow(middle, [from, to]), `${from} to ${to}`).toBe(true);
      }
    }
  });
});
