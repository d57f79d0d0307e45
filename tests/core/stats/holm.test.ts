import fc from "fast-check";
import { expect, test } from "vitest";
import { benjaminiHochberg } from "../../../core/stats/benjaminiHochberg.ts";
import { holm } from "../../../core/stats/holm.ts";

test("Holm's p-values are those of R's p.adjust", () => {
  // p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.2), "holm")
  expect([...holm(Float64Array.of(0.01, 0.04, 0.03, 0.005, 0.2))].map((p) => p.toFixed(12))).toEqual([0.04, 0.09, 0.09, 0.025, 0.2].map((p) => p.toFixed(12)));
});

test("they keep the order of the p-values, are at least Benjamini and Hochberg's, and at most Bonferroni's", () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }), (values) => {
    const p = Float64Array.from(values), adjusted = holm(p), rate = benjaminiHochberg(p);
    adjusted.forEach((value, i) => {
      expect(value).toBeGreaterThanOrEqual(rate[i] - 1e-15);
      expect(value).toBeLessThanOrEqual(Math.min(1, p.length * p[i]) + 1e-15);
      p.forEach((other, j) => { if (other < p[i]) expect(adjusted[j]).toBeLessThanOrEqual(value); });
    });
  }));
});
