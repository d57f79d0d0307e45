import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "../../../core/stats/benjaminiHochberg.ts";

describe("Benjamini and Hochberg's adjustment", () => {
  // R 4.2.2: p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05, 0.8), "BH")
  test("gives R's values in the order of the p-values", () => {
    const adjusted = benjaminiHochberg(Float64Array.of(0.05, 0.01, 0.8, 0.03, 0.02, 0.04));
    [0.06, 0.06, 0.8, 0.06, 0.06, 0.06].forEach((expected, i) => expect(adjusted[i]).toBeCloseTo(expected, 14));
  });

  test("never lowers a p-value, never passes 1, and names what the step-up rule names", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }), (values) => {
        const p = Float64Array.from(values), adjusted = benjaminiHochberg(p);
        adjusted.forEach((each, i) => {
          expect(each).toBeGreaterThanOrEqual(p[i]);
          expect(each).toBeLessThanOrEqual(1);
        });
        const sorted = p.slice().sort();
        let limit = -1;
        sorted.forEach((each, k) => each * p.length <= 0.05 * (k + 1) * (1 - 1e-12) && (limit = each));
        p.forEach((each, i) => each <= limit && expect(adjusted[i]).toBeLessThanOrEqual(0.05));
        expect(adjusted.filter((each) => each <= 0.05 * (1 - 1e-9)).length).toBeLessThanOrEqual(p.filter((each) => each <= limit).length);
      }),
    );
  });
});
