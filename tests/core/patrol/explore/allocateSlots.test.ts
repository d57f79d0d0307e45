// Allocations of many slots against the jobs of one.

import { beforeAll, describe, expect, test } from "vitest";
import type { JobInput } from "../../../../core/jobs.ts";
import { runJob } from "../../../../core/job.ts";
import { maximalCovering } from "../../../../core/patrol/covering/maximalCovering.ts";
import { allocateSlots, type SlotAllocations } from "../../../../core/patrol/explore/allocateSlots.ts";
import { pMedian } from "../../../../core/patrol/median/pMedian.ts";
import { distanceTargets } from "../../../../core/patrol/targets/distanceTargets.ts";
import { tileCentres } from "../../../../core/patrol/tiles.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const centres = tileCentres({ origin: { x: 0, y: 0 }, cell: 300, columns: 10, rows: 8 });
const SLOTS = 4, POINTS = 80;
const random = createRandom("slots");
const surfaces = Float64Array.from({ length: SLOTS * POINTS }, () => random.uniform() ** 3 - 0.02);
const weightOf = (slot: number): Float64Array => surfaces.slice(slot * POINTS, (slot + 1) * POINTS);

const solve = (params: Partial<JobInput<"allocateSlots">>): Promise<SlotAllocations> =>
  runJob("allocateSlots", allocateSlots, { ...centres, surfaces, vehicles: 4, objective: "coverage", radius: 500, gap: 0, ...params }, nodeContext);

describe("allocations of many slots", () => {
  let covering: SlotAllocations;
  beforeAll(async () => void (covering = await solve({})));

  test("have the optimum of each slot's own surface, for each objective", async () => {
    const [distance, targets] = [await solve({ objective: "distance" }), await solve({ objective: "targets", targets: [0, 500, 1000] })];
    for (let slot = 0; slot < SLOTS; slot++) {
      const one = { ...centres, weight: weightOf(slot), vehicles: 4 };
      expect(covering.slots[slot].objective).toBeCloseTo((await runJob("maximalCovering", maximalCovering, { ...one, radius: 500 }, nodeContext)).objective, 9);
      expect(distance.slots[slot].objective).toBeCloseTo((await runJob("pMedian", pMedian, { ...one, gap: 0 }, nodeContext)).objective, 6);
      expect(targets.slots[slot].objective).toBeCloseTo((await runJob("distanceTargets", distanceTargets, { ...one, targets: [0, 500, 1000], gap: 0 }, nodeContext)).objective, 6);
      for (const found of [covering, distance, targets]) expect(found.slots[slot]).toMatchObject({ proven: true });
    }
  });

  test("stop within the gap asked for, with the bound on its side", async () => {
    const loose = await solve({ gap: 0.2 });
    loose.slots.forEach(({ objective, bound }, slot) => {
      const optimum = covering.slots[slot].objective;
      expect(objective).toBeLessThanOrEqual(optimum + 1e-9);
      expect(bound).toBeGreaterThanOrEqual(optimum - 1e-9);
      expect(bound - objective).toBeLessThanOrEqual(0.2 * bound + 1e-9);
    });
  });

  test("count negative predictions as 0, and how many there are", () => {
    expect(covering.negativeWeights).toBe(surfaces.filter((value) => value < 0).length);
    expect(covering.negativeWeights).toBeGreaterThan(0);
  });

  test("keep the rules on places in every slot", async () => {
    const { slots } = await solve({ fixed: [7], forbidden: [...covering.slots[0].chosen].filter((site) => site !== 7) });
    for (const { chosen } of slots) expect(chosen).toContain(7);
    expect([...slots[0].chosen].filter((site) => covering.slots[0].chosen.includes(site) && site !== 7)).toEqual([]);
  });

  test("say what does not fit", async () => {
    await expect(solve({ surfaces: [1, 2, 3] })).rejects.toThrow(/multiple of the 80 demand points/);
    await expect(solve({ radius: undefined })).rejects.toThrow(/needs a radius/);
  });
});
