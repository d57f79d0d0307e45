import { describe, expect, test } from "vitest";
import type { Factor } from "../../../../core/stats/counts/countDesign.ts";
import { geePoisson } from "../../../../core/stats/counts/geePoisson.ts";
import { fitCounts } from "../../../../core/stats/counts/fitCounts.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { haveShared, oracle } from "../../../support/shared.ts";
import { inventedTrial, THAMES_VALLEY } from "../../trial/randomisation/inventedTrial.ts";

interface Expected {
  readonly coef: number;
  readonly se_robust: number;
  readonly se_naive: number;
  readonly correlation: number;
}
interface Reference {
  readonly rows: readonly (readonly number[])[];
  readonly gee_treat_only: { readonly independence: Expected; readonly exchangeable: Expected };
}

describe("geePoisson", () => {
  test.skipIf(!haveShared("oracle", "public", "rate_models.json"))("is the reference's to 2 %, and to four digits as statsmodels has it", () => {
    const { rows, gee_treat_only: { independence, exchangeable } } = oracle<Reference>("rate_models");
    const column = (k: number): Float64Array => Float64Array.from(rows, (row) => row[k]);
    const hotspots: Factor = { level: Uint32Array.from(column(0)), levels: 20 };
    const fit = geePoisson({ y: column(3), columns: [column(2)], cluster: hotspots });
    expect(Math.abs(fit.coefficients[1] / exchangeable.coef - 1)).toBeLessThan(1e-4);
    expect(Math.abs(Math.sqrt(fit.covariance.robust[1][1]) / exchangeable.se_robust - 1)).toBeLessThan(1e-4);
    expect(Math.abs(Math.sqrt(fit.covariance.model[1][1]) / exchangeable.se_naive - 1)).toBeLessThan(1e-4);
    expect(Math.abs(fit.correlation / exchangeable.correlation - 1)).toBeLessThan(1e-3);
    // With independence the equations are the Poisson model's, and the sandwich is CR0.
    const poisson = fitCounts({ y: column(3), columns: [column(2)], effects: [], family: "poisson", cluster: hotspots });
    expect(Math.abs(poisson.coefficients[0] / independence.coef - 1)).toBeLessThan(1e-5);
    expect(Math.abs(Math.sqrt(poisson.covariance.cr0[0][0]) / independence.se_robust - 1)).toBeLessThan(1e-5);
    expect(Math.abs(Math.sqrt(poisson.covariance.model[0][0]) / independence.se_naive - 1)).toBeLessThan(1e-5);
  });

  test("with clusters of one row is the Poisson model, whatever the offset", () => {
    const { y, arms } = inventedTrial(createRandom("gee"), { ...THAMES_VALLEY, strata: [8], days: 20, mean: 1 });
    const own: Factor = { level: Uint32Array.from(y.keys()), levels: y.length };
    const model = { y, columns: [Float64Array.from(arms)], offset: y.map((_, i) => Math.log(1 + (i % 3))), cluster: own };
    const gee = geePoisson(model), poisson = fitCounts({ ...model, effects: [], family: "poisson" });
    expect(gee.correlation).toBe(0);
    expect(gee.coefficients[1]).toBeCloseTo(poisson.coefficients[0], 9);
    expect(gee.coefficients[0]).toBeCloseTo(poisson.intercept, 9);
    expect(gee.covariance.robust[1][1]).toBeCloseTo(poisson.covariance.cr0[0][0], 9);
  });

  test("says so where an arm has no events", () => {
    const { y, arms } = inventedTrial(createRandom("gee"), { ...THAMES_VALLEY, strata: [8], days: 20 });
    const cluster: Factor = { level: Uint32Array.from(y.keys(), (i) => i % 8), levels: 8 };
    expect(() => geePoisson({ y: y.map((value, i) => (arms[i] === 1 ? 0 : value)), columns: [Float64Array.from(arms)], cluster })).toThrow("there are no events");
  });
});
