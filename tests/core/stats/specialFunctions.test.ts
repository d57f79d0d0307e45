import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binomialTest, clopperPearson } from "../../../core/stats/binomialTest.ts";
import { eTest } from "../../../core/stats/eTest.ts";
import { binomialAtLeast, binomialAtMost, incompleteBeta } from "../../../core/stats/incompleteBeta.ts";
import { chiSquaredTail, incompleteGamma, poissonAtLeast, poissonAtMost } from "../../../core/stats/incompleteGamma.ts";
import { logGamma } from "../../../core/stats/logGamma.ts";
import { noncentralities, noncentralTCdf } from "../../../core/stats/noncentralT.ts";
import { normalCdf } from "../../../core/stats/normalCdf.ts";
import { normalQuantile } from "../../../core/stats/normalQuantile.ts";
import { normalTail } from "../../../core/stats/normalTail.ts";
import { rootOf } from "../../../core/stats/rootOf.ts";
import { tQuantile, twoSidedTP } from "../../../core/stats/studentT.ts";

const near = (value: number, expected: number, relative = 1e-11): void => expect(Math.abs(value / expected - 1), `${value} for ${expected}`).toBeLessThan(relative);

const tCdf = (t: number, df: number): number => (t < 0 ? twoSidedTP(t, df) / 2 : 1 - twoSidedTP(t, df) / 2);

test("logGamma has the factorials and the square root of π", () => {
  near(Math.exp(logGamma(0.5)), Math.sqrt(Math.PI), 1e-14);
  near(logGamma(101), 363.73937555556347, 1e-14);
  near(logGamma(5760.5), 44114.98919255345, 1e-14);
  fc.assert(fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => Math.abs(logGamma(x + 1) - logGamma(x) - Math.log(x)) < 1e-14 * Math.max(1, Math.abs(logGamma(x + 1))) * 4));
  expect(() => logGamma(0)).toThrow(RangeError);
});

describe("tails keep their digits however small (values of scipy 1.x)", () => {
  test("chi-squared", () => {
    near(chiSquaredTail(200, 1), 2.0884875837625688e-45);
    near(chiSquaredTail(3.1041198364100784, 1), 0.0780944326251189);
    near(chiSquaredTail(50, 7), 1.4444852779215397e-8);
  });
  test("Student's t", () => {
    near(twoSidedTP(18.76, 5758), 2.90122777848436e-76, 1e-10);
    expect(twoSidedTP(46.714, 5758), "10^-402 is below what a number can hold").toBe(0);
    near(twoSidedTP(46.7, 400), 4.955732598115349e-164);
  });
  test("normal quantiles", () => {
    near(normalQuantile(0.975), 1.959963984540054, 1e-14);
    near(normalQuantile(1e-300), -37.0470962993612, 1e-13);
  });
});

test("quantiles turn distribution functions round", () => {
  fc.assert(fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => Math.abs(normalCdf(normalQuantile(p)) - p) < 1e-13));
  fc.assert(fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.double({ min: 1, max: 6000, noNaN: true }), (p, df) => Math.abs(tCdf(tQuantile(p, df), df) - p) < 1e-11));
  near(tQuantile(0.975, 5), 2.5705818356363146, 1e-13);
  near(tQuantile(0.975, 41.7), 2.018511922996425, 1e-12);
});

test("the two tails are one together, and the beta function is its own mirror", () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.1, max: 3000, noNaN: true }), fc.double({ min: 0.1, max: 3000, noNaN: true }), (x, a, b) => {
    const { lower, upper } = incompleteBeta(x, a, b);
    const mirror = incompleteBeta(1 - x, b, a, x);
    return Math.abs(lower + upper - 1) < 1e-12 && Math.abs(mirror.upper - lower) < 1e-10;
  }));
  fc.assert(fc.property(fc.double({ min: 0.1, max: 3000, noNaN: true }), fc.double({ min: 0, max: 6000, noNaN: true }), (a, x) => {
    const { lower, upper } = incompleteGamma(a, x);
    return Math.abs(lower + upper - 1) < 1e-12;
  }));
});

test("binomial and Poisson tails are the sums of their terms", () => {
  const choose = (n: number, k: number): number => Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1));
  const sum = (from: number, to: number, term: (k: number) => number): number => Array.from({ length: to - from + 1 }, (_, i) => term(from + i)).reduce((a, b) => a + b, 0);
  const binomial = (k: number): number => choose(20, k) * 0.3 ** k * 0.7 ** (20 - k);
  const poisson = (k: number): number => Math.exp(k * Math.log(4.2) - 4.2 - logGamma(k + 1));
  for (let k = 1; k < 20; k++) {
    near(binomialAtMost(k, 20, 0.3), sum(0, k, binomial), 1e-12);
    near(binomialAtLeast(k, 20, 0.3), sum(k, 20, binomial), 1e-12);
    near(poissonAtMost(k, 4.2), sum(0, k, poisson), 1e-12);
    near(poissonAtLeast(k, 4.2), sum(k, 80, poisson), 1e-12);
  }
});

test("the noncentral t is the central one without noncentrality, nearly normal with many degrees of freedom, and scipy's between", () => {
  for (const [t, df] of [[0.3, 3], [-2, 11.5], [1.7, 5758]]) near(noncentralTCdf(t, df, 0), tCdf(t, df), 1e-10);
  near(noncentralTCdf(1, 1e6, 2), normalTail(1), 1e-5);
  near(noncentralTCdf(2.5, 8, 1.2), 0.8514672992305518);
  near(noncentralTCdf(46.714, 5758, 46), 0.7430406936383505, 1e-10);
});

test("a t lies between its noncentralities with the probability asked", () => {
  fc.assert(fc.property(fc.double({ min: -60, max: 60, noNaN: true }), fc.integer({ min: 2, max: 6000 }), fc.constantFrom(0.001, 0.05, 0.2), (t, df, level) => {
    const { low, high } = noncentralities(t, df, level);
    return low < high && Math.abs(noncentralTCdf(t, df, low) - (1 - level / 2)) < 1e-9 && Math.abs(noncentralTCdf(t, df, high) - level / 2) < 1e-9;
  }), { numRuns: 20 });
});

test("the exact binomial test and interval are R's", () => {
  near(binomialTest(3, 12, 0.4), 0.3835495751679999);
  near(binomialTest(548, 1151, 2874 / 5760), 0.12533070341545505);
  expect(binomialTest(6, 12, 0.5)).toBe(1);
  const interval = clopperPearson(3, 12, 0.05);
  near(interval.low, 0.05486064452799241);
  near(interval.high, 0.5718584618780997);
  expect([clopperPearson(0, 5, 0.05).low, clopperPearson(5, 5, 0.05).high]).toEqual([0, 1]);
});

test("what is no number is refused, not looped over for ever", () => {
  expect(() => incompleteBeta(Number.NaN, 2, 3)).toThrow(RangeError);
  expect(() => incompleteBeta(0.5, Number.NaN, 3)).toThrow(RangeError);
});

describe("the E-test", () => {
  test("has the published examples", () => {
    expect(eTest(0, 1, 3, 1)).toBeCloseTo(0.0884, 4);
    expect(eTest(6, 1, 2, 1)).toBeCloseTo(0.1748748, 7);
  });
  test("has scipy's value for unequal exposures, is symmetric, and is 1 where rates are equal", () => {
    near(eTest(60, 28, 75, 30), 0.3783736775344973, 1e-8);
    fc.assert(fc.property(fc.nat(60), fc.nat(60), (a, b) => Math.abs(eTest(a, 2, b, 3) - eTest(b, 3, a, 2)) < 1e-12));
    expect([eTest(0, 1, 0, 1), eTest(4, 2, 6, 3)]).toEqual([1, 1]);
  });
  test("is the double sum of its definition", () => {
    const poisson = (k: number, mean: number): number => Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
    const statistic = (a: number, b: number): number => (a + b === 0 ? 0 : (a / 2 - b / 3) ** 2 / (a / 4 + b / 9));
    for (const [a, b] of [[3, 11], [0, 5], [9, 4]]) {
      let p = 0;
      const rate = (a + b) / 5;
      for (let x = 0; x < 90; x++) for (let y = 0; y < 90; y++) if (statistic(x, y) >= statistic(a, b) * (1 - 1e-9)) p += poisson(x, 2 * rate) * poisson(y, 3 * rate);
      near(eTest(a, 2, b, 3), p, 1e-11);
    }
  });
});

test("a root is found to the last digit, and one must be there", () => {
  expect(rootOf((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
  expect(() => rootOf((x) => x * x + 1, -1, 1)).toThrow(/change of sign/);
});
