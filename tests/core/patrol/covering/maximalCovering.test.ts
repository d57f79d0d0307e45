// Maximal covering against reference optima, brute force, and its definitions at the edges.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { maximalCovering, type MaximalCovering } from "../../../../core/patrol/covering/maximalCovering.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
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

/** Every subset: the definition itself. */
function bruteForce(x: number[], y: number[], weight: number[], radius: number, vehicles: number): number {
  let best = 0;
  for (let subset = 0; subset < 1 << x.length; subset++) {
    const chosen = x.map((_, i) => i).filter((i) => subset & (1 << i));
    if (chosen.length > vehicles) continue;
    const covered = weight.filter((_, i) => chosen.some((c) => Math.hypot(x[c] - x[i], y[c] - y[i]) <= radius));
    best = Math.max(best, covered.reduce((sum, w) => sum + Math.max(0, w), 0));
  }
  return best;
}

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

describe("maximal covering", () => {
  test("equals the best of all subsets on small random instances", async () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }), w: fc.integer({ min: -2, max: 9 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(point, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }), async (points, vehicles, radius) => {
        const x = points.map((p) => p.x);
        const y = points.map((p) => p.y);
        const weight = points.map((p) => p.w);
        const result = await solve({ x, y, weight, radius, vehicles });
        expect(result.objective).toBeCloseTo(bruteForce(x, y, weight, radius, vehicles), 9);
        expect(result.proven).toBe(true);
      }),
      { numRuns: 60, seed: 7 },
    );
  }, 60_000);

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
