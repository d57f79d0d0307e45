// From incidents to a hold-out, and what its class maps come to.

import { expect, test } from "vitest";
import type { BacktestRow } from "../../../../core/forecast/evaluate/backtest.ts";
import { backtestTransitions } from "../../../../core/forecast/evaluate/backtestTransitions.ts";
import { prepareBacktest, type BacktestPlan } from "../../../../core/forecast/evaluate/prepareBacktest.ts";

const DAY = 86_400_000;
const plan: BacktestPlan = {
  models: [4, 5], history: 2, testBlocks: 3, days: 2, end: null, cell: 500, windows: [[0, 12], [12, 24]], adaptive: true, integral: "full",
  chains: 1, warmup: 1, draws: 1, seed: 1, coverable: 0.2, skipUpdates: [],
};
/** One incident each day at noon, each 100 m further east. */
const days = 13;
const table = {
  x: Float64Array.from({ length: days }, (_, i) => 100 * i),
  y: new Float64Array(days),
  start: Float64Array.from({ length: days }, (_, i) => (i + 0.5) * DAY),
  precision: "minute" as const,
};
const rows = Uint32Array.from({ length: days }, (_, i) => i);

test("the last blocks are tested, and those before them are the past that lays the raster", () => {
  const { request, tested, past, happened, studyRule } = prepareBacktest(table, rows, [], plan);
  expect(request.blocks.map(({ x }) => [...x])).toEqual([[100, 200], [300, 400], [500, 600], [700, 800], [900, 1000], [1100, 1200]]);
  expect(tested).toEqual({ from: 7 * DAY, to: 13 * DAY });
  expect([past, happened]).toEqual([6, 6]);
  // Past events lie from 100 to 600 m; 1 km around them, whatever happened later.
  expect(request.grid).toEqual({ origin: { x: -1000, y: -1000 }, cell: 500, columns: 6, rows: 4 });
  expect(studyRule).toContain("within 1 km of a past event");
  expect(request).toMatchObject({ history: 2, testBlocks: 3, models: [4, 5] });
});

test("the moments of the events go along only where the self-exciting peer needs them", () => {
  expect(prepareBacktest(table, rows, [], plan).request).not.toHaveProperty("moments");
  const { request } = prepareBacktest(table, rows, [], { ...plan, peers: ["selfExciting"] });
  expect(request.moments?.map((block) => [...block])).toEqual([[1.5, 2.5], [3.5, 4.5], [5.5, 6.5], [7.5, 8.5], [9.5, 10.5], [11.5, 12.5]]);
});

test("one block too many is refused with the number that there are", () => {
  expect(() => prepareBacktest(table, rows, [], { ...plan, testBlocks: 4 })).toThrow(/7 blocks of 2 days need 14 days .* cover 13 days: 6 blocks/);
});

test("transitions go from window to window within a block, and from block to block within a window", () => {
  const row = (block: number, window: number, classes: readonly number[]): BacktestRow => ({
    model: 5, block, start: 0, window, outside: 0, bound: 0, classes: Uint8Array.from(classes),
    score: { events: 0, auc: null, truncatedAuc: null, centreAuc: null, shares: [] },
  });
  const [{ windows, blocks, all }] = backtestTransitions({
    settings: { ...plan, models: [5], testBlocks: 2 },
    rows: [row(0, 0, [0, 1, 2, 2]), row(0, 1, [0, 2, 1, 2]), row(1, 0, [1, 0, 2, 2])],
  });
  expect(windows.mean).toEqual([[1, 0, 0], [0, 0, 1], [0, 0.5, 0.5]]);
  expect(blocks.mean).toEqual([[0, 1, 0], [1, 0, 0], [0, 0, 1]]);
  expect(all.mean).toEqual([[0.5, 0.5, 0], [0.5, 0, 0.5], [0, 0.25, 0.75]]);
  expect(windows.sd[0][0]).toBeNull();
});
