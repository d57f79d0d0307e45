// Bandwidths from α: metres in space, hours in time by way of radians.

import { expect, test } from "vitest";
import { bandwidthsOf } from "../../../../core/forecast/kernel/bandwidthOf.ts";

test("metres are 1/α, hours are 12/π of the radians 1/α, and an interval turns round", () => {
  const [east, north, time] = bandwidthsOf([
    { mean: 0.002, q025: 0.001, q975: 0.004 },
    { mean: 0.0025, q025: 0.002, q975: 0.005 },
    { mean: 1, q025: 0.5, q975: 2 },
  ]);
  expect(east).toEqual({ axis: "east", unit: "m", at: 500, low: 250, high: 1000 });
  expect(north).toEqual({ axis: "north", unit: "m", at: 400, low: 200, high: 500 });
  expect(time).toMatchObject({ axis: "time", unit: "h" });
  expect(time.at).toBeCloseTo(3.8197186342, 9);
  expect(time.low).toBeCloseTo(1.9098593171, 9);
});

test("the paper's Table 12 prints as minutes what are radians: α₃ of 0.92 to 1.27 is 180 to 250 minutes, not 47 to 65", () => {
  const hours = bandwidthsOf([0, 0, 1].map((_, k) => (k < 2 ? { mean: 1, q025: 1, q975: 1 } : { mean: 1.1, q025: 60 / 65.5, q975: 60 / 47.2 })))[2];
  expect(60 * hours.low!).toBeCloseTo(180.3, 1);
  expect(60 * hours.high!).toBeCloseTo(250.2, 1);
});

test("α of 0 is a uniform kernel, which has no bandwidth; spatial models have two axes", () => {
  expect(bandwidthsOf([{ mean: 0, q025: 0, q975: 0.5 }])).toEqual([{ axis: "east", unit: "m", at: null, low: 2, high: null }]);
  expect(bandwidthsOf([{ mean: 1, q025: 1, q975: 1 }, { mean: 1, q025: 1, q975: 1 }])).toHaveLength(2);
});
