// Mann-Kendall and its seasonal form against R.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mannKendall } from "../../../core/stats/mannKendall.ts";

const series = (values: readonly number[]) => ({ times: values.map((_, k) => k), values });

describe("Mann-Kendall", () => {
  // R 4.2.2: cor.test(seq_along(x), x, method = "kendall", exact = FALSE, continuity = TRUE), whose variance with ties in x
  // alone is the test's; Sen's slope as the median of all pairs
  test("gives R's tau, z and p of a series with ties, and Sen's slope", () => {
    const { s, tau, z, p, slope } = mannKendall([series([12, 15, 11, 18, 15, 21, 19, 15, 24, 22, 26, 19])]);
    expect([s, slope]).toEqual([38, 1]);
    expect(tau).toBeCloseTo(0.59404012950668639, 14);
    expect(z).toBeCloseTo(2.5654884075416855, 14);
    expect(p).toBeCloseTo(0.010303066410568135, 14);
  });

  // R 4.2.2: S and Var S of each column by the same call, summed (Hirsch, Slack and Smith 1982)
  test("sums S and its variance over three seasons of five years", () => {
    const { s, z, p, slope } = mannKendall([[5, 6, 4, 8, 7], [9, 9, 11, 12, 12], [20, 23, 22, 25, 29]].map(series));
    expect([s, slope]).toEqual([20, 1]);
    expect(z).toBeCloseTo(2.7424137786507217, 13);
    expect(p).toBeCloseTo(0.0060989459312143736, 14);
  });

  test("is not taken in by the seasons: a summer peak every year is no trend", () => {
    const year = [3, 9, 4];
    const seasonal = mannKendall([0, 1, 2].map((month) => series([0, 1, 2, 3].map(() => year[month]))));
    expect([seasonal.s, seasonal.p, seasonal.slope]).toEqual([0, 1, 0]);
  });

  test("turns its sign with the series, and cares for order alone", () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(values, (given) => {
        const up = mannKendall([series(given)]), down = mannKendall([series(given.map((value) => -value))]);
        expect([down.s + 0, down.p]).toEqual([-up.s + 0, up.p]);
        const curved = mannKendall([series(given.map((value) => Math.exp(value / 5)))]);
        expect([curved.s, curved.tau]).toEqual([up.s, up.tau]);
      }),
    );
  });

  test("of a series that never varies is 0 with p = 1", () => {
    expect(mannKendall([series([4, 4, 4, 4])])).toEqual({ s: 0, tau: 0, z: 0, p: 1, slope: 0 });
  });
});
