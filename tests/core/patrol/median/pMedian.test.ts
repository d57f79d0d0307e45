// The p-median against reference optima, published stores, brute force, and its definitions at the edges.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { pMedian, type PMedian } from "../../../../core/patrol/median/pMedian.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { haveShared, oracle, sharedPath } from "../../../support/shared.ts";

interface Instance {
  name: string;
  nx: number;
  tile_m: number;
  weights: number[];
  pmedian: { p: number; optimum_weighted_sum_m: number; optimum_average_m: number }[];
}

const solve = (params: unknown): Promise<PMedian> => runJob("pMedian", pMedian, params, nodeContext);

const tiles = (columns: number, count: number, side: number) => ({
  x: Array.from({ length: count }, (_, k) => ((k % columns) + 0.5) * side),
  y: Array.from({ length: count }, (_, k) => (Math.floor(k / columns) + 0.5) * side),
});

const haveOracle = haveShared("oracle", "public", "pmedian_proxy.json");
describe.skipIf(!haveOracle)("p-median against HiGHS, vertex substitution and CBC", () => {
  for (const { name, nx, tile_m, weights, pmedian } of haveOracle ? oracle<{ instances: Instance[] }>("pmedian_proxy").instances : []) {
    test.each(pmedian)(`${name}: $p vehicles reach the proven optimum`, async ({ p, optimum_weighted_sum_m, optimum_average_m }) => {
      const result = await solve({ ...tiles(nx, weights.length, tile_m), weight: weights, vehicles: p, gap: 0 });
      expect(Math.abs(result.objective / optimum_weighted_sum_m - 1)).toBeLessThanOrEqual(1e-8);
      expect(Math.abs(result.meanDistance / optimum_average_m - 1)).toBeLessThanOrEqual(1e-8);
      expect(result.proven).toBe(true);
      expect(result.bound).toBeLessThanOrEqual(result.objective);
    });
  }
});

const STORES = ["data", "location-allocation", "SF_network_distance_candidateStore_16_censusTract_205_new.csv"];
test.skipIf(!haveShared(...STORES))("the San Francisco stores have their published optimum along the network", async () => {
  const lines = readFileSync(sharedPath(...STORES), "utf8").trim().split("\n").slice(1).map((line) => line.split(","));
  const names = [...new Set(lines.map(([, name]) => name))], tracts = [...new Set(lines.map(([, , tract]) => tract))];
  const distances = new Float64Array(tracts.length * names.length), weight = new Float64Array(tracts.length);
  for (const [distance, name, tract, demand] of lines) {
    distances[tracts.indexOf(tract) * names.length + names.indexOf(name)] = Number(distance);
    weight[tracts.indexOf(tract)] = Number(demand);
  }
  const at = { x: new Float64Array(names.length), y: new Float64Array(names.length) };
  const result = await solve({ x: new Float64Array(tracts.length), y: new Float64Array(tracts.length), weight, vehicles: 4, sites: at, distances, gap: 0 });
  expect(result.objective).toBeCloseTo(2_848_268_129.7145, 3);
  expect(result.meanDistance).toBeCloseTo(2982.1268579890657, 8);
  expect(Array.from(result.chosen, (site) => names[site]).sort()).toEqual(["Store_11", "Store_12", "Store_15", "Store_2"]);
  expect(result.proven).toBe(true);
});
