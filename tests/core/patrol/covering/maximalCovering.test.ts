// Maximal covering against reference optima, all allocations of small problems, and its definitions at the edges.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { maximalCovering, type MaximalCovering } from "../../../../core/patrol/covering/maximalCovering.ts";
import { allocationValue } from "../../../../core/patrol/posting/allocationValue.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { keepsLimits } from "../../../../core/patrol/posting/limits.ts";
import { postsOf, sitesOf } from "../../../../core/patrol/posting/postsOf.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { everyAllocation } from "../../../support/everyAllocation.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { ruledProblems } from "../../../support/ruledProblems.ts";
import { haveStores, sanFranciscoStores } from "../../../support/sanFranciscoStores.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface Instance {
  name: string;
  nx: number;
  tile_m: number;
  tau_m: number;
  weights?: number[];
  raw_predictions_clip_negative_to_zero?: number[];
  results: { fleet: number; optimum: number; optimum_share: number }[];
}

const solve = (params: unknown): Promise<MaximalCovering> => runJob("maximalCovering", maximalCovering, params, nodeContext);

const tiles = (columns: number, count: number, side: number) => ({
  x: Array.from({ length: count }, (_, k) => ((k % columns) + 0.5) * side),
  y: Array.from({ length: count }, (_, k) => (Math.floor(k / columns) + 0.5) * side),
});

describe.skipIf(!haveShared("oracle", "public", "mclp.json"))("maximal covering against CBC and HiGHS in scipy", () => {
  const instances = haveShared("oracle", "public", "mclp.json") ? oracle<{ instances: Instance[] }>("mclp").instances : [];
  for (const { name, nx, tile_m, tau_m, weights, raw_predictions_clip_negative_to_zero, results } of instances) {
    test.each(results)(`${name}: $fleet vehicles reach the proven optimum`, async ({ fleet, optimum, optimum_share }) => {
      const weight = weights ?? raw_predictions_clip_negative_to_zero ?? [];
      const result = await solve({ ...tiles(nx, weight.length, tile_m), weight, radius: tau_m, vehicles: fleet });
      expect(Math.abs(result.objective / optimum - 1)).toBeLessThanOrEqual(1e-9);
      expect(Math.abs(result.share / optimum_share - 1)).toBeLessThanOrEqual(1e-9);
      expect(result.proven).toBe(true);
      expect(result.bound).toBe(result.objective);
      expect(result.chosen.length).toBeLessThanOrEqual(fleet);
    });
  }
});

test.skipIf(!haveStores())("four San Francisco stores have 91.6381 % of the people within 5 km along the network", async () => {
  const result = await solve({ ...sanFranciscoStores().params, radius: 5000, vehicles: 4 });
  expect(result).toMatchObject({ objective: 875_247, proven: true });
  expect(result.share).toBeCloseTo(0.916381, 6);
});

describe("maximal covering against all allocations that keep the rules", () => {
  const RADIUS = 120;
  test.each(ruledProblems(4))("$name", async ({ params }) => {
    const posting = createPosting(params, RADIUS);
    const best = Math.max(...everyAllocation(posting).map((posts) => allocationValue(posting, sitesOf(posting.limits, posts), RADIUS).coverage));
    const result = await solve({ ...params, radius: RADIUS });
    expect(result.share).toBeCloseTo(best, 9);
    expect(result.proven).toBe(true);
    expect(keepsLimits(posting.limits, postsOf(posting.limits, result))).toBe(true);
    expect(allocationValue(posting, result, RADIUS).covered).toEqual(result.covered);
  });
});

describe("maximal covering", () => {
  test("does not depend on the order of the points", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }), weight: fc.integer({ min: -2, max: 9 }) }), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 4 }), async (points, vehicles) => {
        const columns = (list: typeof points) => ({ x: list.map(({ x }) => x), y: list.map(({ y }) => y), weight: list.map(({ weight }) => weight) });
        const there = await solve({ ...columns(points), vehicles, radius: 3 });
        const back = await solve({ ...columns(points.toReversed()), vehicles, radius: 3 });
        expect(back.objective).toBe(there.objective);
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  test("tells its best so far each time that it or its bound is better, never above the bound, in the shape of the result", async () => {
    const told: MaximalCovering[] = [];
    const random = createRandom("told");
    const weight = Array.from({ length: 400 }, () => random.uniform());
    const params = { ...tiles(20, 400, 300), weight, radius: 600, vehicles: 12 };
    const last = await runJob("maximalCovering", maximalCovering, params, { ...nodeContext, found: (result) => told.push(result as MaximalCovering) });
    expect(told.length).toBeGreaterThan(1);
    told.forEach((each, k) => {
      expect(Object.keys(each)).toEqual(Object.keys(last));
      const { objective, bound } = told[k - 1] ?? { objective: 0, bound: Infinity };
      expect(each.objective).toBeGreaterThanOrEqual(objective);
      expect(each.bound).toBeLessThanOrEqual(bound);
      expect(each.objective > objective || each.bound < bound).toBe(true);
      expect(each.bound).toBeGreaterThanOrEqual(last.objective);
    });
    expect(told.at(-1)?.objective).toBe(last.objective);
  });

  test("out of time it answers with an allocation and a bound on either side of the optimum", async () => {
    const random = createRandom("late");
    const params = { ...tiles(20, 400, 300), weight: Array.from({ length: 400 }, () => random.uniform()), radius: 600, vehicles: 8 };
    const optimum = (await solve(params)).objective;
    let asked = 0;
    for (const late of [1, 2, 3, 9]) {
      asked = 0;
      const clock = { ...nodeContext, elapsed: () => (asked++ < late ? 0 : 1e6) };
      const result = await runJob<typeof maximalCovering.params, MaximalCovering>("maximalCovering", maximalCovering, { ...params, timeLimit: 1 }, clock);
      expect(result.objective).toBeGreaterThan(0);
      expect(result.objective).toBeLessThanOrEqual(optimum);
      expect(result.bound).toBeGreaterThanOrEqual(optimum);
    }
  });

  test("covers a point at exactly the radius, and none beyond it", async () => {
    const line = { x: [0, 500, 1000.001], y: [0, 0, 0], weight: [1, 1, 1], vehicles: 1 };
    const result = await solve({ ...line, radius: 500, sites: { x: [500], y: [0] } });
    expect([...result.covered]).toEqual([1, 1, 0]);
    expect(result.objective).toBe(2);
  });

  test("counts negative weights as zero and says how many there were", async () => {
    const result = await solve({ x: [0, 1, 5000], y: [0, 0, 0], weight: [3, -2, 1], radius: 10, vehicles: 1 });
    expect(result).toMatchObject({ objective: 3, totalWeight: 4, negativeWeights: 1, share: 0.75 });
  });

  test("posts no vehicle that would add nothing", async () => {
    const result = await solve({ x: [0, 5000], y: [0, 0], weight: [1, 0], radius: 10, vehicles: 2 });
    expect([...result.chosen]).toEqual([0]);
    expect(result.proven).toBe(true);
  });

  test("answers with an empty allocation where there is no demand", async () => {
    const result = await solve({ x: [0], y: [0], weight: [0], radius: 10, vehicles: 2 });
    expect(result).toMatchObject({ objective: 0, bound: 0, share: 0, proven: true });
  });

  test("says which columns differ in length", async () => {
    await expect(solve({ x: [0, 1], y: [0, 1], weight: [1], radius: 10, vehicles: 1 })).rejects.toThrow(/x has 2 values and weight 1/);
  });
});
