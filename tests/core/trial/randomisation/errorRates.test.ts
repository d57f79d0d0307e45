import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../core/stats/random.ts";
import { CLAIMING, errorRates, type ErrorRates, LEVEL, type Method, PLAIN } from "../../../support/errorRates.ts";
import { LONG } from "../../../support/long.ts";
import { type InventedDesign, THAMES_VALLEY } from "./inventedTrial.ts";

const RUNS = LONG ? 2000 : 200;
const small: InventedDesign = { ...THAMES_VALLEY, strata: [9, 12], days: 30, theta: 0.8 };
/** Beyond chance: 3.3 standard errors of a share. */
const chance = (share: number): number => 3.3 * Math.sqrt((share * (1 - share)) / RUNS);

const claimsHold = ({ rejected }: ErrorRates, methods: readonly Method[]): void => {
  for (const method of methods) expect(Math.abs(rejected[method]! - LEVEL), `${method}: ${rejected[method]}`).toBeLessThan(chance(LEVEL));
};
const foretellsPlainTests = ({ rejected, foretold }: ErrorRates): void => {
  for (const [method, share] of [["Student's t, count", foretold.count], ["chi-squared, prevalence", foretold.prevalence]] as const) {
    expect(Math.abs(rejected[method]! - share), `${method}: ${rejected[method]}, foretold ${share}`).toBeLessThan(chance(share));
  }
};

describe("under the null, with clustered and overdispersed counts", () => {
  test("with hotspots drawn anew each day, methods that claim 5 % reject 5 %; Poisson without effects twice as often", () => {
    const found = errorRates(createRandom("drawn each day"), small, RUNS);
    claimsHold(found, CLAIMING);
    foretellsPlainTests(found);
    expect(found.rejected["Poisson without effects, errors of the model"]).toBeGreaterThan(LEVEL + chance(LEVEL));
  });

  test("with hotspots drawn once for all days, the exact test still does, and every plain test rejects a quarter of the time", () => {
    const found = errorRates(createRandom("drawn once"), { ...small, draw: "period" }, RUNS);
    claimsHold(found, ["exact randomisation, count", "exact randomisation, prevalence"]);
    foretellsPlainTests(found);
    for (const method of PLAIN) expect(found.rejected[method], method).toBeGreaterThan(0.2);
    expect(found.rejected["negative binomial, hotspot effects, clustered errors"]).toBeNull();
  });
});
