// The p-median against reference optima, published stores, brute force, and its definitions at the edges.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { costMatrix } from "../../../../core/patrol/median/costMatrix.ts";
import { pMedian, type PMedian } from "../../../../core/patrol/median/pMedian.ts";
import { solveMedian } from "../../../../core/patrol/median/solveMedian.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { keepsLimits } from "../../../../core/patrol/posting/limits.ts";
import { postsOf } from "../../../../core/patrol/posting/postsOf.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { shuffle } from "../../../../core/stats/shuffle.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { haveStores, sanFranciscoStores } from "../../../support/sanFranciscoStores.ts";
import { haveShared, oracle } from "../../../support/shared.ts";
import { OR_LIBRARY } from "../orlib/readOrLibrary.ts";

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

test.skipIf(!haveStores())("the San Francisco stores have their published optimum along the network", async () => {
  const { names, params } = sanFranciscoStores();
  const result = await solve({ ...params, vehicles: 4, gap: 0 });
  expect(result.objective).toBeCloseTo(2_848_268_129.7145, 3);
  expect(result.meanDistance).toBeCloseTo(2982.1268579890657, 8);
  expect(Array.from(result.chosen, (site) => names[site]).sort()).toEqual(["Store_11", "Store_12", "Store_15", "Store_2"]);
  expect(result.proven).toBe(true);
});

describe("p-median of the OR-Library", () => {
  test.each(OR_LIBRARY)("$name has its published optimum $median", async ({ nodes, vehicles, distances, median }) => {
    const nowhere = new Float64Array(nodes);
    const result = await solve({ x: nowhere, y: nowhere, weight: new Float64Array(nodes).fill(1), vehicles, distances, gap: 0 });
    expect(result.objective).toBe(median);
    expect(result.proven).toBe(true);
  });
});

/** Places on a small lattice, so that duplicates and ties are common, with or without each rule. */
const town = fc
  .record({
    places: fc.array(fc.record({ x: fc.integer({ min: 0, max: 6 }), y: fc.integer({ min: 0, max: 6 }), w: fc.integer({ min: -1, max: 5 }) }), { minLength: 4, maxLength: 8 }),
    vehicles: fc.integer({ min: 1, max: 3 }),
    roads: fc.boolean(),
    kinds: fc.boolean(),
    fixed: fc.boolean(),
    forbidden: fc.boolean(),
    areas: fc.boolean(),
    capacity: fc.boolean(),
  })
  .map(({ places, vehicles, roads, kinds, fixed, forbidden, areas, capacity }) => {
    const x = Float64Array.from(places, (p) => p.x), y = Float64Array.from(places, (p) => p.y), weight = Float64Array.from(places, (p) => p.w);
    const count = places.length;
    return {
      x,
      y,
      weight,
      vehicles,
      ...(roads && { distances: Float64Array.from({ length: count ** 2 }, (_, k) => Math.abs(x[Math.floor(k / count)] - x[k % count]) * 2 + Math.abs(y[Math.floor(k / count)] - y[k % count])) }),
      ...(kinds && vehicles > 1 && { kinds: [{ name: "car", vehicles: vehicles - 1 }, { name: "drone", vehicles: 1, speed: 1.7 }] }),
      ...(fixed && { fixed: Uint32Array.of(2) }),
      ...(forbidden && { forbidden: Uint32Array.of(0) }),
      ...(areas && vehicles > 1 && { areas: { of: Uint32Array.from(x, (_, i) => i % 2), least: vehicles > 2 ? Uint32Array.of(1, 2) : Uint32Array.of(0, 1) } }),
      ...(capacity && { capacity: Uint32Array.from(x, (_, i) => 1 + (i % 2)) }),
    };
  });
type Town = typeof town extends fc.Arbitrary<infer T> ? T : never;

/** Every allocation that keeps the rules: the definition itself. */
function bruteForce(params: Town): number {
  const posting = createPosting(params);
  const { weight, limits, kinds, distance } = posting;
  const posts = limits.siteOf.length;
  let best = Infinity;
  for (let code = 0; code < (posts + 1) ** params.vehicles; code++) {
    const chosen: number[] = [];
    for (let k = 0, rest = code; k < params.vehicles; k++, rest = Math.floor(rest / (posts + 1))) if (rest % (posts + 1) > 0) chosen.push((rest % (posts + 1)) - 1);
    if (!keepsLimits(limits, chosen)) continue;
    let sum = 0;
    weight.forEach((w, i) => {
      if (w > 0) sum += w * Math.min(...chosen.map((post) => distance(i, limits.siteOf[post]) / kinds[limits.kindOf[post]].speed));
    });
    best = Math.min(best, sum);
  }
  return best;
}

describe("p-median", () => {
  test("equals the best of all allocations that keep the rules, and proves it", async () => {
    await fc.assert(
      fc.asyncProperty(town, async (params) => {
        const result = await solve({ ...params, gap: 0 });
        const optimum = bruteForce(params);
        expect(result.objective).toBeCloseTo(optimum, 9);
        expect(result.bound).toBeLessThanOrEqual(optimum);
        expect(result.proven).toBe(true);
        const { limits } = createPosting(params);
        expect(keepsLimits(limits, postsOf(limits, result))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("never bounds above the optimum, however early it stops", async () => {
    await fc.assert(
      fc.asyncProperty(town, fc.constantFrom(0.5, 0.1, 0.02), async (params, gap) => {
        const result = await solve({ ...params, gap });
        expect(result.bound).toBeLessThanOrEqual(bruteForce(params));
        expect(result.gap).toBeLessThanOrEqual(gap + 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  const random = createRandom("p-median test");
  const city = { ...tiles(12, 144, 300), weight: Array.from({ length: 144 }, () => random.uniform() ** 3) };

  test("falls with every vehicle more", async () => {
    const objectives: number[] = [];
    for (const vehicles of [1, 2, 3, 4, 5, 6]) objectives.push((await solve({ ...city, vehicles, gap: 0 })).objective);
    for (let k = 1; k < objectives.length; k++) expect(objectives[k]).toBeLessThan(objectives[k - 1]);
  });

  test("does not depend on the order of the places", async () => {
    const order = shuffle(random, city.weight.map((_, i) => i));
    const shuffled = { x: order.map((i) => city.x[i]), y: order.map((i) => city.y[i]), weight: order.map((i) => city.weight[i]) };
    const [one, other] = [await solve({ ...city, vehicles: 6, gap: 0 }), await solve({ ...shuffled, vehicles: 6, gap: 0 })];
    expect(other.objective).toBeCloseTo(one.objective, 6);
    expect([one.proven, other.proven]).toEqual([true, true]);
  });

  test("is the same each time, and so is what it tells on the way", async () => {
    const run = async () => {
      const told: unknown[] = [];
      const result = await runJob("pMedian", pMedian, { ...city, vehicles: 7, gap: 0 }, { ...nodeContext, found: (found) => told.push(found), progress: (...args) => told.push(args) });
      return { told, result };
    };
    expect(await run()).toEqual(await run());
  });

  test("tells its best allocation and bound each time that one of them is better, and bounds that hold", async () => {
    const told: PMedian[] = [];
    const result = await runJob("pMedian", pMedian, { ...city, vehicles: 7, gap: 0 }, { ...nodeContext, found: (found) => told.push(found as PMedian) });
    expect(told.length).toBeGreaterThan(0);
    told.forEach(({ objective, bound, chosen }, k) => {
      const { objective: lastFound, bound: lastBound } = told[k - 1] ?? { objective: Infinity, bound: 0 };
      expect(objective).toBeLessThanOrEqual(lastFound);
      expect(bound).toBeGreaterThanOrEqual(lastBound);
      expect(objective < lastFound || bound > lastBound).toBe(true);
      expect(bound).toBeLessThanOrEqual(result.objective);
      expect(chosen.length).toBe(7);
    });
    expect(told.at(-1)).toMatchObject({ objective: result.objective, chosen: result.chosen });
  });

  test("stops at the time limit with what it has", async () => {
    let now = 0;
    const result = await runJob("pMedian", pMedian, { ...city, vehicles: 9, gap: 0, timeLimit: 1 }, { ...nodeContext, elapsed: () => (now += 0.1) });
    expect(result.proven).toBe(false);
    expect(result.chosen.length).toBe(9);
    expect(result.bound).toBeLessThan(result.objective);
  });

  test("posts no vehicle that would add nothing, and none where there is no demand", async () => {
    expect(await solve({ x: [0, 5], y: [0, 0], weight: [1, 2], vehicles: 4, gap: 0 })).toMatchObject({ chosen: Uint32Array.of(0, 1), objective: 0, proven: true });
    expect(await solve({ x: [0, 5], y: [0, 0], weight: [-1, 0], vehicles: 1 })).toMatchObject({ objective: 0, meanDistance: 0, gap: 0, proven: true, negativeWeights: 1 });
  });
});

describe("solving for costs of any kind", () => {
  test("from the multipliers and posts of before gives the same proven value", async () => {
    const random = createRandom("warm start");
    const posting = createPosting({ ...grid12(), weight: Float64Array.from({ length: 144 }, () => random.uniform() ** 2), vehicles: 8 });
    const problem = { weight: posting.weight, costs: costMatrix(posting, (d) => Math.min(d, 900) + (d > 500 ? 200 : 0)), limits: posting.limits };
    const first = await solveMedian(problem, { gap: 0 }, nodeContext);
    const again = await solveMedian(problem, { gap: 0, start: first.chosen, multipliers: first.multipliers }, nodeContext);
    expect([first.proven, again.proven]).toEqual([true, true]);
    expect(again.objective).toBeCloseTo(first.objective, 8);
  });
});

function grid12() {
  const { x, y } = tiles(12, 144, 300);
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}
