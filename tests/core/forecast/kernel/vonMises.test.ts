import { describe, expect, it } from "vitest";
import { besselI0e, logBesselI0e } from "../../../../core/forecast/kernel/besselI0.ts";
import type { Window } from "../../../../core/forecast/events.ts";
import { expMinus } from "../../../../core/forecast/kernel/fastExp.ts";
import { silvermanRule } from "../../../../core/forecast/kernel/silvermanRule.ts";
import { vonMisesDensity, vonMisesWindow } from "../../../../core/forecast/kernel/vonMises.ts";
import { createWindowTable, WINDOW_ERROR } from "../../../../core/forecast/predict/windowTable.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

const relative = (got: number, expected: number): number => Math.abs(got - expected) / Math.max(1e-300, Math.abs(expected));

describe.runIf(haveShared("oracle", "public", "vonmises.json"))("against values of 40-digit arithmetic", () => {
  const fixture = oracle<{ u: number[]; rows: { tau: number; kappa: number[] }[]; window_integrals: { rows: number[][] } }>("vonmises");
  it("the von Mises kernel agrees for concentrations from 0 to 1e8", () => {
    for (const { tau, kappa } of fixture.rows)
      fixture.u.forEach((u, i) => {
        const got = vonMisesDensity(u, tau);
        if (kappa[i] < 1e-300) expect(got).toBeLessThan(1e-290);
        else expect(relative(got, kappa[i]), `tau ${tau}, u ${u}`).toBeLessThan(tau <= 1e5 ? 1e-11 : 1e-9);
      });
  });
  it("its integral over a daily window agrees, across midnight too", () => {
    for (const [tau, centre, from, to, expected] of fixture.window_integrals.rows)
      expect(Math.abs(vonMisesWindow(tau, centre, [from, to]) - expected), `tau ${tau}, centre ${centre}, [${from}, ${to}]`).toBeLessThan(1e-11);
  });
});

interface SilvermanCase {
  name: string; x: number[]; y: number[]; t_hours: number[];
  expected: { h1: number; h2: number; h3_hours_eq26: number; h3_radians: number; tau_literal_eq26: number; tau_unit_consistent: number; alternatives: { h1_sd_only: number } };
}
describe.runIf(haveShared("oracle", "public", "silverman.json"))("Silverman's rule in space and on the clock", () => {
  for (const { name, x, y, t_hours, expected } of oracle<{ cases: SilvermanCase[] }>("silverman").cases)
    it(`agrees with R for ${name}`, () => {
      const rule = silvermanRule({ x: Float64Array.from(x), y: Float64Array.from(y), hours: Float64Array.from(t_hours) });
      // Where half of the values coincide the IQR is 0 and the rule with it: the standard deviation alone stands in.
      const pairs = [[rule.h1, expected.h1 === 0 ? expected.alternatives.h1_sd_only : expected.h1], [rule.h2, expected.h2], [rule.h3, expected.h3_radians], [rule.h3Hours, expected.h3_hours_eq26], [rule.tau, expected.tau_unit_consistent], [rule.tauToTheLetter, expected.tau_literal_eq26]];
      for (const [got, want] of pairs) expect(relative(got, want)).toBeLessThan(1e-11);
    });
});

describe("tables for inner loops", () => {
  it("the logarithm of the scaled Bessel function agrees with the series to 1e-12", () => {
    for (let lambda = -30; lambda < 27; lambda += 0.0137) {
      const exact = Math.log(besselI0e(Math.exp(lambda)));
      expect(Math.abs(logBesselI0e(lambda) - exact)).toBeLessThan(1e-12 + 4e-16 * Math.abs(exact) + (lambda < -23 ? 2e-10 : 0));
    }
  });
  it("the fast exponential agrees with Math.exp to 1e-12 and is 0 far out", () => {
    for (let e = 0; e < 64; e += 0.00731) expect(relative(expMinus(e), Math.exp(-e))).toBeLessThan(1e-12);
    expect(expMinus(64)).toBe(0);
    expect(expMinus(1e300)).toBe(0);
  });
  it("the windows of a day add up to one", () => {
    for (const tau of [0, 0.3, 1.2, 8, 99, 101, 4000])
      for (const centre of [0, 3.7, 12, 23.99]) {
        const windows: Window[] = [[0, 4], [4, 8], [8, 12], [12, 16], [16, 20], [20, 24]];
        expect(windows.reduce((sum, window) => sum + vonMisesWindow(tau, centre, window), 0)).toBeCloseTo(1, 12);
      }
  });
});

describe("the table of window shares", () => {
  it("agrees with the integrals to its stated error, for any concentration, hour and window", () => {
    const random = createRandom("window table");
    const windows: Window[] = [[0, 4], [4, 8], [8, 12], [12, 16], [16, 20], [20, 24], [22, 2], [0, 24], [23.5, 0.25], [6, 6]];
    let worst = 0;
    for (let trial = 0; trial < 3000; trial++) {
      const middle = -8 + 16 * random.uniform();
      const logTau = Float64Array.from({ length: 5 }, () => middle + 2 * random.uniform());
      const hour = trial % 3 === 0 ? Math.floor(24 * random.uniform()) : 24 * random.uniform();
      const table = createWindowTable(windows, 5);
      table.fill(hour, logTau);
      windows.forEach((window, k) =>
        logTau.forEach((log, d) => {
          worst = Math.max(worst, Math.abs(table.shares[5 * k + d] - vonMisesWindow(Math.exp(log), hour, window)));
        }),
      );
    }
    expect(worst).toBeLessThan(WINDOW_ERROR);
    expect(worst).toBeLessThan(3e-10);
  });
  it("gives the uniform kernel each window's share of the day", () => {
    const table = createWindowTable([[20, 4], [6, 9]], 2);
    table.fill(13, Float64Array.of(-Infinity, -Infinity));
    expect(Array.from(table.shares)).toEqual([8 / 24, 8 / 24, 3 / 24, 3 / 24]);
  });
  it("keeps a uniform draw and a concentrated one apart", () => {
    const table = createWindowTable([[20, 4]], 2);
    table.fill(1, Float64Array.of(-Infinity, Math.log(2)));
    expect(Math.abs(table.shares[0] - 8 / 24)).toBeLessThan(WINDOW_ERROR);
    expect(Math.abs(table.shares[1] - vonMisesWindow(2, 1, [20, 4]))).toBeLessThan(WINDOW_ERROR);
  });
});
