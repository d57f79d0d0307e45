// The simulated expert of the Delhi paper: how many points, where, when, and always the same.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Events, type Window, eventsInWindow } from "../../../../core/forecast/events.ts";
import { simulateExpert } from "../../../../core/forecast/expert/simulateExpert.ts";
import { createRandom } from "../../../../core/stats/random.ts";

const SIX: readonly Window[] = [[0, 4], [4, 8], [8, 12], [12, 16], [16, 20], [20, 24]];

/** n events on a line 10 km apart, so that a point tells which event it came from. */
const apart = (hours: readonly number[]): Events => ({
  x: Float64Array.from(hours, (_, i) => i * 10_000),
  y: new Float64Array(hours.length),
  hours: Float64Array.from(hours),
});

describe("a simulated expert", () => {
  test("knows the floor of the share of each window's events, within the radius, at the window's midpoint", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 23.99, noNaN: true }), { maxLength: 60 }),
        fc.integer({ min: 0, max: 20 }),
        fc.double({ min: 0, max: 1000, noNaN: true }),
        (hours, twentieths, radius) => {
          const events = apart(hours);
          const share = twentieths / 20;
          const points = simulateExpert(events, SIX, { share, radius }, createRandom(1));
          for (const window of SIX) {
            const n = eventsInWindow(events, window).x.length;
            const inside = [...points.hours].filter((hour) => hour === window[0] + 2).length;
            expect(inside).toBe(Math.floor((n * twentieths) / 20));
          }
          const sources = [...points.x].map((x) => Math.round(x / 10_000));
          expect(new Set(sources).size).toBe(sources.length);
          sources.forEach((source, i) => {
            expect(Math.hypot(points.x[i] - source * 10_000, points.y[i])).toBeLessThanOrEqual(radius + 1e-6);
            expect(Math.abs(hours[source] - points.hours[i])).toBeLessThanOrEqual(2);
          });
        },
      ),
    );
  });

  test("sets the midpoint of a window that passes midnight after or before it", () => {
    const at = (window: Window): number => simulateExpert(apart([23, 1]), [window], { share: 1, radius: 0 }, createRandom(1)).hours[0];
    expect(at([22, 2])).toBe(0);
    expect(at([23, 2])).toBe(0.5);
    expect(at([20, 2])).toBe(23);
    expect(at([0, 24])).toBe(12);
  });

  test("is uniform over the area of the disc: a quarter of the points lies within half of the radius", () => {
    const n = 20_000;
    const events: Events = { x: new Float64Array(n), y: new Float64Array(n), hours: new Float64Array(n).fill(9) };
    const { x, y } = simulateExpert(events, [[8, 12]], { share: 1, radius: 500 }, createRandom("disc"));
    const share = (test: (i: number) => boolean): number => x.reduce((sum, _, i) => sum + (test(i) ? 1 : 0), 0) / n;
    // Four standard errors of a share near 1/4 or 1/2 of 20,000.
    expect(Math.abs(share((i) => Math.hypot(x[i], y[i]) < 250) - 0.25)).toBeLessThan(0.013);
    expect(Math.abs(share((i) => x[i] > 0) - 0.5)).toBeLessThan(0.0145);
    expect(Math.abs(share((i) => Math.abs(y[i]) > Math.abs(x[i])) - 0.5)).toBeLessThan(0.0145);
  });

  test("draws each event about equally often", () => {
    const drawn = new Float64Array(10);
    for (let seed = 0; seed < 2000; seed++)
      for (const x of simulateExpert(apart(Array.from({ length: 10 }, () => 5)), SIX, { share: 0.3, radius: 0 }, createRandom(seed)).x) drawn[x / 10_000]++;
    // 600 expected, standard deviation 20.5.
    for (const count of drawn) expect(Math.abs(count - 600)).toBeLessThan(85);
  });

  test("is the same for the same seed, and a window more changes no other", () => {
    const events = apart([1, 2, 3, 5, 6, 7]);
    const once = simulateExpert(events, [[0, 4]], { share: 0.7, radius: 100 }, createRandom(7));
    const both = simulateExpert(events, [[4, 8], [0, 4]], { share: 0.7, radius: 100 }, createRandom(7));
    expect(once).toEqual(simulateExpert(events, [[0, 4]], { share: 0.7, radius: 100 }, createRandom(7)));
    expect([...both.x].slice(2)).toEqual([...once.x]);
  });

  test("refuses a share in percent and a radius below 0", () => {
    expect(() => simulateExpert(apart([1]), SIX, { share: 20, radius: 100 }, createRandom(1))).toThrow(/share of 20/);
    expect(() => simulateExpert(apart([1]), SIX, { share: 0.2, radius: -1 }, createRandom(1))).toThrow(/-1 m/);
  });
});
