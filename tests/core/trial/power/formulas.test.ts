// Power formulas against R and enumeration, and the published trial's own power.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactProportionsPower } from "../../../../core/trial/power/exactProportionsPower.ts";
import { exactRatesPower } from "../../../../core/trial/power/exactRatesPower.ts";
import { meansPower } from "../../../../core/trial/power/meansPower.ts";
import { proportionsPower, proportionsSize } from "../../../../core/trial/power/proportionsPower.ts";
import { ratesPower } from "../../../../core/trial/power/ratesPower.ts";
import { smallestDetectable } from "../../../../core/trial/power/smallestDetectable.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface Oracle {
  readonly tolerance: { readonly absolute: number; readonly exact_absolute: number };
  readonly two_proportions: readonly {
    readonly p1: number; readonly p2: number; readonly n1: number; readonly n2: number; readonly alpha: number;
    readonly pooled_one_tail: number; readonly pooled_both_tails: number; readonly unpooled_both_tails: number; readonly arcsine_both_tails: number;
    readonly exact_power_chi2_plain: number; readonly exact_power_chi2_yates: number;
  }[];
  readonly two_rates: readonly {
    readonly rate1: number; readonly rate2: number; readonly exposure1: number; readonly exposure2: number; readonly dispersion: number; readonly alpha: number;
    readonly wald_log_rate_ratio: number; readonly difference_of_rates: number; readonly square_root: number; readonly exact_conditional_test?: number;
  }[];
  readonly sample_size_two_proportions: readonly { readonly p1: number; readonly p2: number; readonly power: number; readonly alpha: number; readonly n_per_group: number }[];
}

const have = haveShared("oracle", "public", "power.json");

/** Figure 9 of the Thames Valley report: violent crime on 2,886 control and 2,874 treatment location-days. */
const CONTROL = { p: 407 / 2886, n: 2886 }, TREATED = 2874;

describe("power by formula", () => {
  test.skipIf(!have)("of two proportions is R's, and that of every table enumerated", () => {
    const { two_proportions, tolerance } = oracle<Oracle>("power");
    for (const { p1, n1, p2, n2, alpha, ...expected } of two_proportions) {
      const given = { p1, n1, p2, n2 }, found = proportionsPower(given, alpha);
      const away = [found.pooledOneTail - expected.pooled_one_tail, found.pooled - expected.pooled_both_tails, found.unpooled - expected.unpooled_both_tails, found.arcsine - expected.arcsine_both_tails];
      expect(Math.max(...away.map(Math.abs))).toBeLessThan(tolerance.absolute);
      expect(Math.abs(exactProportionsPower(given, alpha, false) - expected.exact_power_chi2_plain)).toBeLessThan(tolerance.exact_absolute);
      expect(Math.abs(exactProportionsPower(given, alpha, true) - expected.exact_power_chi2_yates)).toBeLessThan(tolerance.exact_absolute);
    }
  });

  test.skipIf(!have)("of two rates agrees for three statistics, and with the enumerated conditional test", () => {
    const { two_rates, tolerance } = oracle<Oracle>("power");
    for (const { rate1, rate2, exposure1, exposure2, dispersion, alpha, ...expected } of two_rates) {
      const given = { rate1, rate2, exposure1, exposure2 }, found = ratesPower(given, alpha, dispersion);
      const away = [found.logRatio - expected.wald_log_rate_ratio, found.difference - expected.difference_of_rates, found.squareRoot - expected.square_root];
      expect(Math.max(...away.map(Math.abs))).toBeLessThan(tolerance.absolute);
      if (expected.exact_conditional_test !== undefined) expect(Math.abs(exactRatesPower(given, alpha) - expected.exact_conditional_test)).toBeLessThan(tolerance.exact_absolute);
    }
  });

  test.skipIf(!have)("gives R's sizes of two equal groups", () => {
    for (const { p1, p2, power, alpha, n_per_group } of oracle<Oracle>("power").sample_size_two_proportions) {
      expect(Math.abs(proportionsSize(p1, p2, power, alpha) / n_per_group - 1)).toBeLessThan(1e-9);
    }
  });

  test("says that the Thames Valley trial could detect falls in prevalence from 17.5 %, and one of 8.74 % 28 times in 100", () => {
    const powerOf = (fall: number): number => proportionsPower({ p1: CONTROL.p, n1: CONTROL.n, p2: CONTROL.p * (1 - fall), n2: TREATED }, 0.05).pooled;
    expect(smallestDetectable(powerOf, 0.8)).toBeCloseTo(0.175, 3);
    expect(powerOf(0.0874)).toBeCloseTo(0.28, 2);
  });

  // R 4.2.2: power.t.test(n = 100, delta = 0.4, sd = 1.1, strict = TRUE)$power and (n = 12, delta = 1, sd = 1, strict = TRUE)
  test("of two means is R's power.t.test with both tails", () => {
    expect(meansPower(0.4, 1.1, 100, 100, 0.05)).toBeCloseTo(0.725364614317515, 9);
    expect(meansPower(-1, 1, 12, 12, 0.05)).toBeCloseTo(0.648642550726946, 9);
    expect(meansPower(500, 1, 12, 12, 0.05)).toBe(1);
  });

  test("is the level where nothing happens, and the same whichever group is named first", () => {
    const share = fc.double({ min: 0.02, max: 0.98, noNaN: true }), n = fc.integer({ min: 20, max: 5000 });
    fc.assert(
      fc.property(share, share, n, n, (p1, p2, n1, n2) => {
        expect(proportionsPower({ p1, n1, p2: p1, n2 }, 0.05).pooled).toBeCloseTo(0.05, 10);
        const one = proportionsPower({ p1, n1, p2, n2 }, 0.05), other = proportionsPower({ p1: p2, n1: n2, p2: p1, n2: n1 }, 0.05);
        expect(other.pooled).toBeCloseTo(one.pooled, 12);
        expect(ratesPower({ rate1: p1, exposure1: n1, rate2: p1, exposure2: n2 }, 0.05, 3).logRatio).toBeCloseTo(0.05, 10);
      }),
    );
  });

  test("a design effect of 4 halves what is detected with so many days, as a quarter of the days would", () => {
    const rates = { rate1: 0.2, exposure1: 4000, rate2: 0.15, exposure2: 4000 };
    const fewer = { ...rates, exposure1: 1000, exposure2: 1000 };
    expect(ratesPower(rates, 0.05, 4).difference).toBeCloseTo(ratesPower(fewer, 0.05).difference, 12);
    expect(meansPower(1, 3, 400, 400, 0.05, 4)).toBeCloseTo(meansPower(1, 6, 400, 400, 0.05), 12);
  });

  test("nothing is detectable where even complete prevention is too little", () => {
    expect(smallestDetectable((fall) => ratesPower({ rate1: 0.01, exposure1: 100, rate2: 0.01 * (1 - fall), exposure2: 100 }, 0.05).squareRoot, 0.8)).toBeNull();
  });
});
