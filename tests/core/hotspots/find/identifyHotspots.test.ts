// All methods side by side: against spdep through the whole job, and what must hold of any incidents.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Polygon } from "../../../../core/geo/types.ts";
import { identifyHotspots, type IdentifiedHotspots } from "../../../../core/hotspots/find/identifyHotspots.ts";
import { runJob } from "../../../../core/job.ts";
import { kernelDensity } from "../../../../core/stats/kernelDensity.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

const identify = (params: unknown): Promise<IdentifiedHotspots> => runJob("identifyHotspots", identifyHotspots, params, nodeContext);
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((total, value) => total + value, 0);

/** A town of two dense quarters in thin fields. */
function town(seed: number, n = 600) {
  const random = createRandom(seed);
  const x = new Float64Array(n), y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const quarter = i % 3;
    x[i] = quarter === 0 ? 4000 * random.uniform() : 1000 * quarter + 250 * random.uniform();
    y[i] = quarter === 0 ? 4000 * random.uniform() : 1000 * quarter + 250 * random.uniform();
  }
  return { x, y };
}

interface HexOracle {
  hex: { edge_m: number; centre_x: number[]; centre_y: number[] };
  counts: number[];
  gi_star: { z: number[]; p_two_sided_bh: number[]; flag_hot_two_sided_fdr05: boolean[] };
  local_moran: { z: number[] };
}

describe.skipIf(!haveShared("oracle", "public", "hex_local_stats.json"))("the job on the hexagons of spdep's values", () => {
  test("finds the same lattice, z and p, and names the same cells", async () => {
    const { hex, counts, gi_star, local_moran } = oracle<HexOracle>("hex_local_stats");
    const x = counts.flatMap((count, k) => Array<number>(count).fill(hex.centre_x[k])), y = counts.flatMap((count, k) => Array<number>(count).fill(hex.centre_y[k]));
    // Around all centres, and around none beyond them.
    const [west, east, south, north] = [Math.min(...hex.centre_x) - 1, Math.max(...hex.centre_x) + 1, Math.min(...hex.centre_y) - 1, Math.max(...hex.centre_y) + 1];
    const area: Polygon = { kind: "polygon", rings: [[{ x: west, y: south }, { x: east, y: south }, { x: east, y: north }, { x: west, y: north }]] };
    const found = await identify({ x, y, side: hex.edge_m, rotation: Math.PI / 6, area: [area], methods: ["giStar", "localMoran"] });
    expect(found.x.length).toBe(counts.length);
    const cellAt = (k: number): number => found.x.findIndex((cx, i) => Math.hypot(cx - hex.centre_x[k], found.y[i] - hex.centre_y[k]) < 1e-6);
    counts.forEach((count, k) => {
      const cell = cellAt(k);
      expect(found.count[cell]).toBe(count);
      expect(Math.abs(found.giStar!.z[cell] - gi_star.z[k])).toBeLessThan(1e-10);
      expect(Math.abs(found.giStar!.adjusted[cell] - gi_star.p_two_sided_bh[k])).toBeLessThan(1e-10);
      expect(Math.abs(found.localMoran!.z[cell] - local_moran.z[k])).toBeLessThan(1e-10);
      expect(found.methods[0].rank[cell] > 0).toBe(gi_star.flag_hot_two_sided_fdr05[k]);
    });
  });
});

describe("identifyHotspots", () => {
  test("names the dense quarters by every method, and says which parameters it used", async () => {
    const { x, y } = town(1);
    const { methods, agreement, count, cover } = await identify({ x, y, side: 150, top: 8, weight: x.map((_, i) => 1 + (i % 5)) });
    expect(methods.map(({ name }) => name)).toEqual(["count", "harm", "density", "giStar", "localMoran", "dbscan", "hdbscan"]);
    expect(agreement[0].named).toBe(7);
    expect(count[agreement[0].cell]).toBeGreaterThan(20);
    expect(cover).toMatch(/^\d+ cells: all with incidents and all that touch one/);
    const used = Object.fromEntries(methods.map(({ name, parameters }) => [name, Object.keys(parameters)]));
    expect(used).toEqual({
      count: [], harm: [], density: ["kernel", "bandwidth"], giStar: ["rings", "distribution", "adjust", "level"], localMoran: ["rings", "distribution", "adjust", "level"],
      dbscan: ["radius", "least"], hdbscan: ["least", "floor"],
    });
  });

  test("every rank occurs once, follows the score, and counts the cells named; every incident is in a cell", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1000 }), fc.constantFrom("hexagon", "square"), fc.double({ min: -1, max: 1, noNaN: true }), async (seed, kind, rotation) => {
        const { x, y } = town(seed, 90);
        const { methods, count, outside, agreement } = await identify({ x, y, side: 120, kind, rotation, top: 5 });
        expect([sum(count), outside]).toEqual([x.length, 0]);
        for (const { rank, score, named } of methods) {
          const cells = [...rank.keys()].filter((cell) => rank[cell] > 0).sort((a, b) => rank[a] - rank[b]);
          expect(cells.map((cell) => rank[cell])).toEqual(cells.map((_, k) => k + 1));
          expect(cells.length).toBe(named);
          cells.forEach((cell, k) => k > 0 && expect(score[cells[k - 1]]).toBeGreaterThanOrEqual(score[cell]));
        }
        for (const { cell, named, ranks } of agreement) {
          expect(named).toBe(methods.filter(({ rank }) => rank[cell] > 0 && rank[cell] <= 5).length);
          expect(ranks).toEqual(methods.map(({ rank }) => rank[cell] || null));
        }
        const firsts = new Set(methods.flatMap(({ rank }) => [...rank.keys()].filter((cell) => rank[cell] > 0 && rank[cell] <= 5)));
        expect(new Set(agreement.map(({ cell }) => cell))).toEqual(firsts);
      }),
      { numRuns: 15 },
    );
  });

  test.each([["hexagon", 0.3], ["square", -0.7], ["hexagon", 0]] as const)("gives the density of each %s at its centre, the lattice turned by %d", async (kind, rotation) => {
    const { x, y } = town(4, 200);
    const { methods, x: cx, y: cy } = await identify({ x, y, side: 150, kind, rotation, origin: { x: 31, y: -12 }, methods: ["density"], density: { bandwidth: 200 } });
    const { score } = methods[0];
    const peak = Math.max(...score);
    for (let k = 0; k < cx.length; k += 7) {
      const { values } = await kernelDensity.run(
        { x, y, grid: { origin: { x: cx[k] - 0.5, y: cy[k] - 0.5 }, cell: 1, columns: 1, rows: 1 }, bandwidthX: 200, bandwidthY: 200, kernel: "gaussian", exact: true },
        nodeContext,
      );
      expect(Math.abs(score[k] - values[0])).toBeLessThan(1e-6 * peak);
    }
  });

  test("bins Gi* by confidence of 90, 95 and 99 %, cold below 0", async () => {
    const { x, y } = town(2);
    const { giStar } = await identify({ x, y, side: 150, methods: ["giStar"], giStar: { adjust: "none" } });
    giStar!.bin.forEach((bin, k) => {
      const { z, p } = giStar!;
      expect(Math.abs(bin)).toBe(Math.abs(z[k]) >= 2.5758293035489 ? 3 : Math.abs(z[k]) >= 1.9599639845401 ? 2 : Math.abs(z[k]) >= 1.6448536269515 ? 1 : 0);
      if (bin !== 0) expect(Math.sign(bin)).toBe(Math.sign(z[k]));
      expect(p[k]).toBeGreaterThan(0);
    });
  });

  test("warns where counts are too few for the normal distribution, and names fewer cells by permutation", async () => {
    // Fields of 6 × 6 km with one quarter of 500 × 500 m.
    const random = createRandom("sparse");
    const within = (k: number): number => (k % 3 === 0 ? 3000 + 500 * random.uniform() : 6000 * random.uniform());
    const x = Float64Array.from({ length: 450 }, (_, k) => within(k)), y = x.map((_, k) => within(k));
    const significance = { distribution: "permutation" };
    const normal = await identify({ x, y, side: 150, methods: ["giStar", "localMoran"] });
    const permuted = await identify({ x, y, side: 150, methods: ["giStar", "localMoran"], giStar: significance, localMoran: significance });
    for (const m of [0, 1]) {
      expect(normal.methods[m].caution).toMatch(/incidents in a cell and its neighbours on average: below 35/);
      expect(permuted.methods[m].caution).toBeNull();
      expect(permuted.methods[m].named).toBeGreaterThan(0);
      expect(permuted.methods[m].named).toBeLessThanOrEqual(normal.methods[m].named);
      expect(permuted.methods[m].score).toEqual(normal.methods[m].score);
    }
    await expect(identify({ x, y, side: 150, giStar: { ...significance, rings: 4 } })).rejects.toThrow(/up to 3 rings, not 4/);
  });

  test("counts harm in days, and incidents outside the study area apart", async () => {
    const square: Polygon = { kind: "polygon", rings: [[{ x: -200, y: -200 }, { x: 200, y: -200 }, { x: 200, y: 200 }, { x: -200, y: 200 }]] };
    const { harm, count, outside, total, cover } = await identify({
      x: [0, 1, 900], y: [0, 1, 900], weight: [10, 2.5, 99], side: 100, kind: "square", area: [square], methods: ["count", "harm"],
    });
    expect([sum(harm!), sum(count), outside, total]).toEqual([12.5, 2, 1, 3]);
    expect(cover).toBe("16 cells: all with their centre in the study area");
  });

  test("refuses harm without weights, no incidents, and incidents that lie all outside", async () => {
    await expect(identify({ x: [1], y: [1], side: 100, methods: ["harm"] })).rejects.toThrow(/Load a harm table/);
    await expect(identify({ x: [], y: [], side: 100 })).rejects.toThrow(/0 incidents/);
    const far: Polygon = { kind: "polygon", rings: [[{ x: 5000, y: 5000 }, { x: 6000, y: 5000 }, { x: 6000, y: 6000 }]] };
    await expect(identify({ x: [0], y: [0], side: 100, area: [far] })).rejects.toThrow(/None of the incidents/);
  });
});
