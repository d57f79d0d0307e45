// Gini, Lorenz curve and the cells that hold a share of crime, against reference values.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellsForShare } from "../../../core/stats/cellsForShare.ts";
import { generalisedGini, gini } from "../../../core/stats/gini.ts";
import { crimeShareAt, lorenz } from "../../../core/stats/lorenz.ts";
import { haveShared, oracle } from "../../support/shared.ts";

interface Case {
  name: string;
  counts: number[];
  gini: number;
  gini_generalised_bernasco_steenbeek: number;
  lorenz_ascending: { cells_share: number[]; crime_share: number[] } | null;
  smallest_number_of_cells_with_percent_of_crime: Record<string, { cells_needed: number; share_of_all_cells_interpolated: number }>;
}

const exists = haveShared("oracle", "public", "concentration.json");
const cases = exists ? oracle<{ cases: Case[] }>("concentration").cases : [];
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);

describe.skipIf(!exists)("concentration over cells", () => {
  test.each(cases)("$name: Gini, generalised Gini, curve and cells", ({ counts, lorenz_ascending, smallest_number_of_cells_with_percent_of_crime: needed, ...expected }) => {
    const values = Float64Array.from(counts);
    const g = gini(values);
    expect(Math.abs(g - expected.gini)).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(generalisedGini(g, values.length, sum(values)) - expected.gini_generalised_bernasco_steenbeek)).toBeLessThanOrEqual(1e-12);
    const { cellShare, crimeShare } = lorenz(values);
    // The ascending curve turned about (½, ½).
    const n = values.length;
    lorenz_ascending?.cells_share.forEach((share, k) => {
      expect(Math.abs(1 - cellShare[n - k] - share)).toBeLessThanOrEqual(1e-12);
      expect(Math.abs(1 - crimeShare[n - k] - lorenz_ascending.crime_share[k])).toBeLessThanOrEqual(1e-12);
    });
    for (const [percent, { cells_needed, share_of_all_cells_interpolated }] of Object.entries(needed)) {
      expect(cellsForShare(values, Number(percent) / 100)).toBe(cells_needed);
      expect(crimeShareAt({ cellShare, crimeShare }, share_of_all_cells_interpolated)).toBeCloseTo(Number(percent) / 100, 12);
    }
  });
});

describe("concentration", () => {
  // peers.md, section 5: worked values of lorenzgini
  test("gives the published Gini of ten counts, and the generalised one of five crimes", () => {
    expect(gini(Float64Array.of(22, 18, 17, 12, 11, 8, 6, 3, 2, 1))).toBeCloseTo(0.392, 12);
    const sparse = Float64Array.of(3, 1, 1, 0, 0, 0, 0, 0, 0, 0);
    expect(gini(sparse)).toBeCloseTo(0.78, 12);
    expect(generalisedGini(gini(sparse), 10, 5)).toBeCloseTo(0.56, 12);
  });

  const counts = fc
    .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 })
    .filter((values) => values.some((value) => value > 0))
    .map((values) => Float64Array.from(values));

  test("Gini is twice the area between curve and diagonal, from 0 to 1 - 1/n, whatever the order", () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { crimeShare } = lorenz(values);
        const n = values.length;
        let under = 0;
        for (let k = 0; k < n; k++) under += (crimeShare[k] + crimeShare[k + 1]) / (2 * n);
        const g = gini(values);
        expect(g).toBeCloseTo(2 * (under - 0.5), 12);
        expect(g).toBeGreaterThanOrEqual(-1e-12);
        expect(g).toBeLessThanOrEqual(1 - 1 / n + 1e-12);
        expect(gini(values.slice().reverse())).toBeCloseTo(g, 12);
      }),
    );
  });

  test("the cells for a share hold it, and one fewer do not", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const needed = cellsForShare(values, percent / 100);
        const descending = values.slice().sort().reverse();
        const wanted = (percent * sum(values)) / 100;
        expect(sum(descending.slice(0, needed))).toBeGreaterThanOrEqual(wanted * (1 - 1e-9));
        expect(sum(descending.slice(0, needed - 1))).toBeLessThan(wanted);
      }),
    );
  });

  test("an even spread of fewer crimes than places has a generalised Gini of 0", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 }), (crimes, empty) => {
        const values = new Float64Array(crimes + empty).fill(1, 0, crimes);
        expect(generalisedGini(gini(values), values.length, crimes)).toBeCloseTo(0, 12);
      }),
    );
  });
});
