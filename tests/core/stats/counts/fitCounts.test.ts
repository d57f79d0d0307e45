import { describe, expect, test } from "vitest";
import type { Factor } from "../../../../core/stats/counts/countDesign.ts";
import { clusterFactor } from "../../../../core/stats/counts/clusteredCovariance.ts";
import { type CountFit, fitCounts } from "../../../../core/stats/counts/fitCounts.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { haveShared, oracle } from "../../../support/shared.ts";
import { inventedTrial, THAMES_VALLEY } from "../../trial/randomisation/inventedTrial.ts";

interface Expected {
  readonly coef: { readonly treat: number; readonly "(Intercept)": number };
  readonly se_model: number;
  readonly se_cluster_CR0: number;
  readonly se_cluster_CR0_G_over_Gm1: number;
  readonly se_cluster_CR1_stata: number;
  readonly clusters: number;
  readonly n?: number;
  readonly k?: number;
  readonly loglik: number;
  readonly theta?: number;
}
type Models = Record<"poisson" | "negative_binomial", Expected>;
interface RateModels {
  readonly rows: readonly (readonly [hotspot: number, day: number, treat: number, count: number])[];
  readonly model_treat_only: Models;
  readonly model_with_hotspot_dummies: Models;
}

const relative = (found: number, expected: number): number => Math.abs(found / expected - 1);

describe.skipIf(!haveShared("oracle", "public", "rate_models.json"))("the reference rate models", () => {
  const { rows, ...models } = oracle<RateModels>("rate_models");
  const column = (k: number): Float64Array => Float64Array.from(rows, (row) => row[k]);
  const hotspots: Factor = { level: Uint32Array.from(column(0)), levels: 20 };

  test.each(["model_treat_only", "model_with_hotspot_dummies"] as const)("%s: coefficients, errors, θ and likelihood are R's", (name) => {
    for (const family of ["poisson", "negative-binomial"] as const) {
      const expected = models[name][family === "poisson" ? "poisson" : "negative_binomial"];
      const fit: CountFit = fitCounts({ y: column(3), columns: [column(2)], effects: name === "model_treat_only" ? [] : [hotspots], family, cluster: hotspots });
      expect(Math.abs(fit.coefficients[0] - expected.coef.treat)).toBeLessThan(1e-6);
      expect(Math.abs(fit.intercept - expected.coef["(Intercept)"])).toBeLessThan(1e-6);
      if (expected.n !== undefined) expect([fit.clusters, fit.rows, fit.rank]).toEqual([expected.clusters, expected.n, expected.k]);
      expect(relative(Math.sqrt(fit.covariance.model[0][0]), expected.se_model)).toBeLessThan(1e-5);
      const clustered = (correction: Parameters<typeof clusterFactor>[0]) => Math.sqrt(fit.covariance.cr0[0][0] * clusterFactor(correction, fit.clusters, fit.rows, fit.rank));
      expect(relative(clustered("CR0"), expected.se_cluster_CR0)).toBeLessThan(1e-5);
      expect(relative(clustered("CR0 G/(G−1)"), expected.se_cluster_CR0_G_over_Gm1)).toBeLessThan(1e-5);
      expect(relative(clustered("CR1"), expected.se_cluster_CR1_stata)).toBeLessThan(1e-5);
      expect(relative(fit.logLikelihood, expected.loglik)).toBeLessThan(1e-9);
      if (expected.theta !== undefined) expect(relative(fit.theta!, expected.theta)).toBeLessThan(1e-4);
    }
  });
});

const DESIGN = { ...THAMES_VALLEY, strata: [8], days: 21, mean: 1.5, dayEffects: 0.4, ratio: 0.7 };
const { y, arms } = inventedTrial(createRandom("counts"), DESIGN);
const treatment = Float64Array.from(arms);
const row = Uint32Array.from(y.keys());
const eight: Factor = { level: row.map((i) => i % 8), levels: 8 };
const days: Factor = { level: row.map((i) => Math.floor(i / 8)), levels: 21 };
const indicators = ({ level, levels }: Factor): Float64Array[] => Array.from({ length: levels - 1 }, (_, k) => Float64Array.from(level, (l) => (l === k + 1 ? 1 : 0)));

describe("fitCounts", () => {
  test.each(["poisson", "negative-binomial"] as const)("%s: effects solved apart are what columns of their own give, in either order", (family) => {
    const apart = fitCounts({ y, columns: [treatment], effects: [eight, days], family, cluster: eight });
    const turned = fitCounts({ y, columns: [treatment], effects: [days, eight], family, cluster: eight });
    const dense = fitCounts({ y, columns: [treatment, ...indicators(eight), ...indicators(days)], effects: [], family, cluster: eight });
    for (const other of [turned, dense]) {
      expect(other.coefficients[0]).toBeCloseTo(apart.coefficients[0], 8);
      expect(other.covariance.model[0][0] / apart.covariance.model[0][0]).toBeCloseTo(1, 7);
      expect(other.covariance.cr0[0][0] / apart.covariance.cr0[0][0]).toBeCloseTo(1, 7);
      expect(other.logLikelihood).toBeCloseTo(apart.logLikelihood, 8);
      expect(other.rank).toBe(apart.rank);
    }
  });

  test.each(["poisson", "negative-binomial"] as const)("%s: no coefficient nearby is more likely", (family) => {
    const fit = fitCounts({ y, columns: [treatment], effects: [eight], family, cluster: eight });
    // With the coefficient held in the offset, the rest is fitted anew.
    const held = (coefficient: number): number => fitCounts({ y, columns: [], effects: [eight], offset: treatment.map((arm) => coefficient * arm), family, cluster: eight }).logLikelihood;
    expect(held(fit.coefficients[0])).toBeCloseTo(fit.logLikelihood, 8);
    for (const step of [-0.01, 0.01]) expect(held(fit.coefficients[0] + step)).toBeLessThan(fit.logLikelihood);
  });

  test("counts that vary less than a Poisson's are fitted as one", () => {
    const even = y.map((_, i) => 3 + (i % 3));
    const fit = fitCounts({ y: even, columns: [treatment], effects: [eight], family: "negative-binomial", cluster: eight });
    expect(fit.theta).toBeNull();
    expect(fit.logLikelihood).toBeCloseTo(fitCounts({ y: even, columns: [treatment], effects: [eight], family: "poisson", cluster: eight }).logLikelihood, 10);
  });

  test("levels without events say nothing: with and without them all numbers are the same", () => {
    const more: Factor = { level: Uint32Array.from({ length: y.length + 42 }, (_, i) => (i < y.length ? eight.level[i] : 8)), levels: 9 };
    const padded = (values: Float64Array): Float64Array => Float64Array.from({ length: y.length + 42 }, (_, i) => (i < y.length ? values[i] : 0));
    const fit = fitCounts({ y: padded(y), columns: [padded(treatment)], effects: [more], family: "negative-binomial", cluster: more });
    expect(fit).toEqual({ ...fitCounts({ y, columns: [treatment], effects: [eight], family: "negative-binomial", cluster: eight }), silent: [1] });
  });

  test("a column that follows from the effects is named", () => {
    const fixed = Float64Array.from(eight.level, (unit) => (unit < 4 ? 1 : 0));
    expect(() => fitCounts({ y, columns: [treatment, fixed], effects: [eight], family: "poisson", cluster: eight })).toThrow("Column 2 of the model does not vary beside the effects");
  });
});
