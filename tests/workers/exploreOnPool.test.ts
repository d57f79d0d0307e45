// The grid of predictors, objectives and fleets on a pool, against its jobs one by one.

import { beforeAll, describe, expect, test } from "vitest";
import { runJob } from "../../core/job.ts";
import type { Exploration, ExploreRequest } from "../../core/patrol/explore/exploration.ts";
import { paretoMembers } from "../../core/patrol/explore/paretoMembers.ts";
import { vehiclesOfSlots } from "../../core/patrol/explore/vehiclesOfSlots.ts";
import { type DecisionQuality, decisionQuality } from "../../core/patrol/quality/decisionQuality.ts";
import { tileCentres } from "../../core/patrol/tiles.ts";
import { createRandom } from "../../core/stats/random.ts";
import { exploreOnPool } from "../../workers/exploreOnPool.ts";
import { directPool } from "../support/directPool.ts";
import { nodeContext } from "../support/nodeContext.ts";

const tiles = { origin: { x: 0, y: 0 }, cell: 300, columns: 8, rows: 6 };
const cells = Uint32Array.from({ length: 48 }, (_, k) => k);
const SLOTS = 3;

/** Crimes about a place, and a surface that knows it. */
function crimesAbout(x: number, y: number, name: string) {
  const random = createRandom(name);
  const count = 40;
  return {
    name,
    x: Float64Array.from({ length: count }, () => x + 500 * (random.uniform() - 0.5)),
    y: Float64Array.from({ length: count }, () => y + 500 * (random.uniform() - 0.5)),
    slot: Uint32Array.from({ length: count }, () => random.integer(SLOTS)),
  };
}
const centres = tileCentres(tiles);
const peak = (x: number, y: number): Float64Array => Float64Array.from({ length: SLOTS * 48 }, (_, i) => Math.exp(-Math.hypot(centres.x[i % 48] - x, centres.y[i % 48] - y) / 400) - 0.001);

const request: ExploreRequest = {
  tiles,
  cells,
  predictors: [
    { name: "knows", surfaces: peak(600, 600) },
    { name: "errs", surfaces: peak(2100, 1500) },
  ],
  objectives: ["coverage", "distance"],
  fleets: [1, 3],
  offences: [crimesAbout(600, 600, "theft"), crimesAbout(2000, 1500, "assault")],
  radius: 500,
  gap: 0.01,
};

describe("exploring on a pool", () => {
  const { pool: shared, ran } = directPool();
  let explored: Exploration;
  beforeAll(async () => void (explored = await exploreOnPool(shared, request)));

  test("gives a row for each predictor, objective and fleet, judged as decision quality judges it", async () => {
    const { rows, negativePredictions } = explored;
    expect(rows.map(({ predictor, objective, vehicles }) => `${predictor} ${objective} ${vehicles}`)).toEqual(
      ["knows", "errs"].flatMap((predictor) => ["coverage", "distance"].flatMap((objective) => [1, 3].map((vehicles) => `${predictor} ${objective} ${vehicles}`))),
    );
    expect(ran.filter((name) => name === "allocateSlots")).toHaveLength(8);
    expect(negativePredictions[0]).toBe(request.predictors[0].surfaces.filter((value) => value < 0).length);
    for (const row of rows) {
      expect(row.allocations).toHaveLength(SLOTS);
      expect(row.worstGap).toBeLessThanOrEqual(0.01);
      const { x, y, slot } = request.offences[0];
      const quality: DecisionQuality = await runJob("decisionQuality", decisionQuality, { ...vehiclesOfSlots(centres, row.allocations), crimeX: x, crimeY: y, crimeSlot: slot, radius: 500 }, nodeContext);
      expect(row.offences[0].quality).toEqual(quality);
    }
    const theft = (predictor: string) => rows.find((row) => row.predictor === predictor && row.objective === "coverage" && row.vehicles === 1)!.offences[0];
    expect(theft("knows").auc!.mean).toBeGreaterThan(theft("errs").auc!.mean);
    expect(theft("knows").truncatedAuc!.mean).toBeGreaterThan(theft("errs").truncatedAuc!.mean);
    expect(theft("knows").quality.coverage!).toBeGreaterThan(theft("errs").quality.coverage!);
  });

  test("marks the Pareto members among rows of one fleet, for each offence by itself", () => {
    const { rows } = explored;
    for (const vehicles of [1, 3]) {
      const same = rows.filter((row) => row.vehicles === vehicles);
      for (const o of [0, 1]) expect(same.map((row) => row.offences[o].pareto)).toEqual(paretoMembers(same.map((row) => row.offences[o].quality)));
    }
    expect(rows.find(({ predictor }) => predictor === "errs")!.offences.map(({ pareto }) => pareto)).toEqual([false, true]);
  });

  test("takes one surface for crimes without slots, and targets of distance", async () => {
    const { rows } = await exploreOnPool(directPool().pool, {
      ...request,
      predictors: [{ name: "one", surfaces: request.predictors[0].surfaces.slice(0, 48) }],
      objectives: ["targets"],
      targets: [0, 400],
      offences: request.offences.map(({ name, x, y }) => ({ name, x, y })),
    });
    expect(rows.map(({ allocations }) => allocations.length)).toEqual([1, 1]);
    expect(rows[0].offences[0].quality.crimes).toBe(40);
  });

  test("says what does not fit, and stops when asked", async () => {
    const { pool } = directPool();
    await expect(exploreOnPool(pool, { ...request, fleets: [] })).rejects.toThrow(/no fleet to explore/);
    await expect(exploreOnPool(pool, { ...request, predictors: [request.predictors[0], { name: "short", surfaces: new Float64Array(5) }] })).rejects.toThrow(/short has 5 predictions/);
    await expect(exploreOnPool(pool, request, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});
