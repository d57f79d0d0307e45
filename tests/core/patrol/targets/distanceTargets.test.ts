// Distance targets against reference optima and all allocations of small problems, and what they take.

import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { allocationValue } from "../../../../core/patrol/posting/allocationValue.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { sitesOf } from "../../../../core/patrol/posting/postsOf.ts";
import { distanceTargets, type DistanceTargets } from "../../../../core/patrol/targets/distanceTargets.ts";
import { everyAllocation } from "../../../support/everyAllocation.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { ruledProblems } from "../../../support/ruledProblems.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface Proxy {
  R_km: number[];
  a_km: number[];
  optimum_objective: number;
}
interface Instance {
  name: string;
  nx: number;
  tile_m: number;
  weights: number[];
  proxy: { p: number; literal: Proxy; clipped: Proxy }[];
}

const solve = (params: unknown): Promise<DistanceTargets> => runJob("distanceTargets", distanceTargets, params, nodeContext);

const haveOracle = haveShared("oracle", "public", "pmedian_proxy.json");
describe.skipIf(!haveOracle)("distance targets against CBC and HiGHS given (4)–(6)", () => {
  for (const { name, nx, tile_m, weights, proxy } of haveOracle ? oracle<{ instances: Instance[] }>("pmedian_proxy").instances : []) {
    for (const { p, literal, clipped } of proxy) {
      test.each([{ targets: literal, which: "all targets" }, { targets: clipped, which: "targets below the greatest distance" }])(`${name}, ${p} vehicles, $which`, async ({ targets: { R_km, a_km, optimum_objective } }) => {
        const tiles = { x: weights.map((_, k) => ((k % nx) + 0.5) * tile_m), y: weights.map((_, k) => (Math.floor(k / nx) + 0.5) * tile_m) };
        const result = await solve({ ...tiles, weight: weights, vehicles: p, targets: R_km.map((km) => km * 1000) });
        expect(Math.abs(result.objective / 1000 / optimum_objective - 1)).toBeLessThanOrEqual(1e-8);
        expect(result.proven).toBe(true);
        result.targetWeights.forEach((weight, k) => expect(weight / 1000).toBeCloseTo(a_km[k], 9));
      });
    }
  }
});

describe("distance targets against all allocations that keep the rules", () => {
  const targets = [0, 90, 150, 220], targetWeights = [60, 10, -5, 80];
  test.each(ruledProblems(3))("$name", async ({ params }) => {
    const posting = createPosting(params);
    const worth = ({ distances }: { distances: Float64Array }): number =>
      targets.reduce((sum, target, r) => sum + Math.max(0, targetWeights[r]) * posting.weight.reduce((within, w, i) => within + (distances[i] <= target * (1 + 1e-9) ? w : 0), 0), 0);
    const best = Math.max(...everyAllocation(posting).map((posts) => worth(allocationValue(posting, sitesOf(posting.limits, posts)))));
    const result = await solve({ ...params, targets, targetWeights });
    expect(result.objective).toBeCloseTo(best, 6);
    expect(result).toMatchObject({ proven: true, bound: result.objective });
    expect(worth(allocationValue(posting, result))).toBeCloseTo(best, 6);
  });
});

describe("distance targets", () => {
  const line = { x: [0, 500, 4000], y: [0, 0, 0], weight: [2, 1, 1], vehicles: 1 };

  test("say what each target is worth, what share is within it, and the mean distance", async () => {
    const result = await solve({ ...line, targets: [0, 500, 1000] });
    expect(result).toMatchObject({ objective: 2 * 500 + 3 * 500 + 3 * 3000, proven: true, meanDistance: 1125 });
    expect([...result.targetWeights]).toEqual([500, 500, 3000]);
    expect([...result.within]).toEqual([0.5, 0.75, 0.75]);
  });

  test("a last target beyond the greatest distance has a negative weight and adds nothing", async () => {
    const result = await solve({ ...line, targets: [0, 500, 10_000] });
    expect([...result.targetWeights]).toEqual([500, 9500, -6000]);
    expect(result.objective).toBe(2 * 500 + 3 * 9500);
  });

  test.each([
    [{ targets: [] }, /no distance target/],
    [{ targets: [-1, 5] }, /-1 m; give 0 m or more/],
    [{ targets: [0, 500, 500] }, /target 3 is 500 m and the one before 500 m/],
    [{ targets: [0, 500], targetWeights: [1] }, /1 values for 2 targets/],
  ])("refuses %j", async (wrong, message) => {
    await expect(solve({ ...line, ...wrong })).rejects.toThrow(message);
  });
});
