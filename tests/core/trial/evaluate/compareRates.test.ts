import fc from "fast-check";
import { expect, test } from "vitest";
import { compareRates } from "../../../../core/trial/evaluate/compareRates.ts";

test("the ratio, its exact interval and its p-values are R's poisson.test", () => {
  // R: poisson.test(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878)), its own example.
  const { effects, tests, change } = compareRates({ treatmentEvents: 11, treatmentExposure: 800, controlEvents: 21, controlExposure: 3011 });
  expect(effects.ratioExact!.value).toBeCloseTo(1.971488, 6);
  expect(effects.ratioExact!.interval!.low).toBeCloseTo(0.8584264, 6);
  expect(effects.ratioExact!.interval!.high).toBeCloseTo(4.277266, 5);
  expect(tests.conditional.p).toBeCloseTo(0.07967, 5);
  expect(change).toBeCloseTo(0.971488, 6);
});

test("intervals of one rate are Garwood's", () => {
  const { treatment, control } = compareRates({ treatmentEvents: 0, treatmentExposure: 1, controlEvents: 10, controlExposure: 2 });
  expect(treatment.interval!.low).toBe(0);
  expect(treatment.interval!.high).toBeCloseTo(3.688879, 5);
  expect(control.interval!.low).toBeCloseTo(4.795389 / 2, 5);
  expect(control.interval!.high).toBeCloseTo(18.390356 / 2, 5);
});

test("no event in the control leaves no upper bound, and the lower limit is told", () => {
  const { effects, cautions, change } = compareRates({ treatmentEvents: 4, treatmentExposure: 10, controlEvents: 0, controlExposure: 10 });
  expect([effects.ratio, effects.ratioExact, change]).toEqual([null, null, null]);
  expect(cautions.join(" ")).toMatch(/no upper bound; its exact lower limit is 0\.66/);
  const none = compareRates({ treatmentEvents: 0, treatmentExposure: 10, controlEvents: 0, controlExposure: 10 });
  expect([none.tests.eTest.p, none.tests.conditional.p, none.tests.score.p]).toEqual([1, 1, 1]);
});

test("every p is a probability and every interval holds its estimate", () => {
  fc.assert(fc.property(fc.nat(80), fc.nat(80), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), (k1, k2, e1, e2) => {
    const { tests, effects, treatment } = compareRates({ treatmentEvents: k1, treatmentExposure: e1, controlEvents: k2, controlExposure: e2 });
    const held = [treatment.interval && { value: treatment.mean, interval: treatment.interval }, effects.ratio, effects.ratioExact, effects.difference];
    return Object.values(tests).every(({ p }) => p >= 0 && p <= 1) && held.every((effect) => !effect?.interval || (effect.interval.low <= effect.value + 1e-12 && effect.value <= effect.interval.high + 1e-12));
  }));
});

test("a nominal 5 % test of equal rates rejects at most 5 %, by its own exact distribution", () => {
  // Small means, where the score test fails: all outcomes weighted by their Poisson probabilities.
  const mean = 4;
  const chances = [Math.exp(-mean)];
  for (let k = 1; k < 20; k++) chances.push((chances[k - 1] * mean) / k);
  let eTest = 0, conditional = 0;
  for (let a = 0; a < 20; a++) {
    for (let b = 0; b < 20; b++) {
      const { tests } = compareRates({ treatmentEvents: a, treatmentExposure: 1, controlEvents: b, controlExposure: 1 });
      if (tests.eTest.p <= 0.05) eTest += chances[a] * chances[b];
      if (tests.conditional.p <= 0.05) conditional += chances[a] * chances[b];
    }
  }
  expect(eTest).toBeLessThan(0.0505);
  expect(eTest, "the E-test uses more of its 5 %").toBeGreaterThan(conditional);
  expect(conditional).toBeLessThan(0.05);
});
