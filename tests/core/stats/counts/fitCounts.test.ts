import { describe, expect, test } from "vitest";
import type { Factor } from "../../../../core/stats/counts/countDesign.ts";
import { clusterFactor } from "../../../../core/stats/counts/clusteredCovariance.ts";
import { type CountFit, fitCounts } from "../../../../core/stats/counts/fitCounts.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

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
      expect(Math.abs(fit.effects[0] - expected.coef["(Intercept)"])).toBeLessThan(1e-6);
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
