// The whole San Francisco protocol as a job: against the reference, its floor, rolling fits, and what it refuses.

import { describe, expect, test } from "vitest";
import { slotForecast } from "../../../../core/forecast/slots/slotForecast.ts";
import type { TilePredictor } from "../../../../core/forecast/slots/tilePredictor.ts";
import type { JobInput } from "../../../../core/jobs.ts";
import { runJob } from "../../../../core/job.ts";
import { drawPoisson } from "../../../../core/stats/drawPoisson.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface Oracle {
  grid: { x0: number; y0: number; cell: number; nx: number; ny: number };
  bandwidth_m: number;
  events: [number, number, number][];
  expected: {
    coef: Record<string, number>;
    se: Record<string, number>;
    slots: { slot: number; prediction: number[]; auc: number }[];
    mean_auc_over_slots_with_events: number;
  };
}

const run = (params: JobInput<"slotForecast">) => runJob("slotForecast", slotForecast, params, nodeContext);
const have = haveShared("oracle", "public", "mlr_forecast.json");

test.skipIf(!have)("the job gives the reference's predictions and areas under the curve", async () => {
  const { grid, bandwidth_m, events, expected } = oracle<Oracle>("mlr_forecast");
  const result = await run({
    events: { x: events.map(([x]) => x), y: events.map(([, y]) => y), slot: events.map(([, , slot]) => slot) },
    tiles: { origin: { x: grid.x0, y: grid.y0 }, cell: grid.cell, columns: grid.nx, rows: grid.ny },
    bandwidth: bandwidth_m,
    predictor: { kind: "linear" },
    days: [56, 57],
  });
  expect(result.predictors).toEqual(["avg4w", "lag42", "lag6", "lag1"]);
  ["intercept", ...result.predictors].forEach((name, j) => {
    expect(Math.abs(result.fits[0].coefficients![j] - expected.coef[name])).toBeLessThanOrEqual(1e-8 * Math.abs(expected.coef[name]) + 1e-10);
  });
  result.slots.forEach(({ slot, values, auc }, k) => {
    const want = expected.slots[k];
    expect(slot).toBe(want.slot);
    values.forEach((value, i) => expect(Math.abs(value - want.prediction[i])).toBeLessThanOrEqual(1e-8 * Math.abs(want.prediction[i]) + 1e-10));
    expect(Math.abs(auc! - want.auc)).toBeLessThanOrEqual(1e-12);
  });
  expect(Math.abs(result.meanAuc! - expected.mean_auc_over_slots_with_events)).toBeLessThanOrEqual(1e-12);
});

const tiles = { origin: { x: 0, y: 0 }, cell: 300, columns: 14, rows: 10 };

/** Sixty days over three lasting hotspots of unequal weight and a thin background. */
function town(seed: number, days = 60): { x: number[]; y: number[]; slot: number[] } {
  const random = createRandom(seed);
  const spots = [[900, 700, 0.6], [2500, 2100, 0.3], [3600, 900, 0.1]];
  const events = { x: [] as number[], y: [] as number[], slot: [] as number[] };
  for (let slot = 0; slot < 6 * days; slot++) {
    for (let k = drawPoisson(random, 3); k > 0; k--) {
      const u = random.uniform();
      const [x, y] = u < 0.2 ? [4200 * random.uniform(), 3000 * random.uniform()] : u < 0.7 ? spots[0] : u < 0.93 ? spots[1] : spots[2];
      events.x.push(x + 300 * (random.uniform() - 0.5));
      events.y.push(y + 300 * (random.uniform() - 0.5));
      events.slot.push(slot);
    }
  }
  return events;
}

describe("rolling forecasts of four-hour slots", () => {
  const base = { events: town(1), tiles, bandwidth: 350, days: [56, 60] as [number, number] };
  const meanAuc = async (predictor: TilePredictor, seed = 1): Promise<number> => (await run({ ...base, predictor, seed })).meanAuc!;

  test("find lasting hotspots, where the random floor is at one half", async () => {
    expect(await meanAuc({ kind: "random" })).toBeGreaterThan(0.4);
    expect(await meanAuc({ kind: "random" })).toBeLessThan(0.6);
    const linear = await meanAuc({ kind: "linear" });
    expect(linear).toBeGreaterThan(0.8);
    expect(await meanAuc({ kind: "gradientBoosting", ntree: 1000, shrinkage: 0.01 })).toBeGreaterThan(linear - 0.03);
    expect(await meanAuc({ kind: "randomForest", ntree: 20, mtry: 2 })).toBeGreaterThan(0.7);
  });

  test("fit anew for every day, or as seldom as asked", async () => {
    const daily = await run({ ...base, predictor: { kind: "linear" } });
    expect(daily.fits.map(({ day, rows }) => [day, rows])).toEqual([56, 57, 58, 59].map((day) => [day, 168 * 140]));
    expect(daily.slots.map(({ slot }) => slot)).toEqual(Array.from({ length: 24 }, (_, k) => 336 + k));
    const seldom = await run({ ...base, predictor: { kind: "linear" }, refitDays: 3 });
    expect(seldom.fits.map(({ day }) => day)).toEqual([56, 59]);
    expect(seldom.slots.length).toBe(24);
    expect(seldom.slots[0].values).toEqual(daily.slots[0].values);
    expect(seldom.slots[18].values).toEqual(daily.slots[18].values);
    expect(seldom.slots[6].values).not.toEqual(daily.slots[6].values);
  });

  test("never look ahead: what comes after a slot changes nothing in its prediction", async () => {
    const later = { ...base.events, x: base.events.x.map((x, i) => (base.events.slot[i] >= 340 ? 4200 - x : x)) };
    const before = await run({ ...base, predictor: { kind: "linear" } }), after = await run({ ...base, events: later, predictor: { kind: "linear" } });
    for (let k = 0; k <= 4; k++) expect(after.slots[k].values).toEqual(before.slots[k].values);
    expect(after.slots[5].values).not.toEqual(before.slots[5].values);
  });

  test("take further layers, by slot or for always, on the tiles that count alone", async () => {
    const cells = Array.from({ length: 70 }, (_, k) => k);
    const result = await run({
      ...base,
      cells,
      predictor: { kind: "randomForest", ntree: 2, mtry: 10 },
      layers: [{ name: "calls", ...town(2) }, { name: "bars", x: [900, 2500], y: [700, 2100] }],
    });
    expect(result.predictors).toEqual(["avg4w", "lag42", "lag6", "lag1", "calls", "bars"]);
    expect(result.fits[0].mtry).toBe(6);
    expect(result.fits[0].importance!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(result.slots[0].values.length).toBe(70);
  });

  test("are the same for the same seed", async () => {
    const predictor = { kind: "randomForest", ntree: 2, mtry: 2 } as const;
    expect(await meanAuc(predictor, 5)).toBe(await meanAuc(predictor, 5));
    expect(await meanAuc(predictor, 5)).not.toBe(await meanAuc(predictor, 6));
  });

  test("have no area under the curve in slots without events", async () => {
    const few = { x: [100, 100], y: [100, 100], slot: [10, 338] };
    const { slots, meanAuc: mean, slotsWithEvents } = await run({ ...base, events: few, predictor: { kind: "linear" }, days: [56, 57] });
    expect(slots.map(({ auc }) => auc === null)).toEqual([true, true, false, true, true, true]);
    expect(slotsWithEvents).toBe(1);
    expect(mean).toBe(slots[2].auc);
  });

  test("refuse days without four weeks of training and four of history, tiles that are none, and columns that do not fit", async () => {
    const predictor = { kind: "linear" } as const;
    await expect(run({ ...base, predictor, days: [55, 57] })).rejects.toThrow(/Begin at day 56/);
    await expect(run({ ...base, predictor, days: [57, 57] })).rejects.toThrow(/57 to 57/);
    await expect(run({ ...base, predictor, cells: [0, 140] })).rejects.toThrow(/value 2 is 140/);
    await expect(run({ ...base, predictor, events: { x: [1], y: [1], slot: [] } })).rejects.toThrow(/1 x, 1 y and 0 slots/);
    await expect(run({ ...base, predictor: { kind: "randomForest", ntree: 0, mtry: 1 } })).rejects.toThrow(/ntree/);
  });
});
