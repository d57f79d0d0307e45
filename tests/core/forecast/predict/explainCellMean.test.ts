// Why a cell has its mean: shares that add up, and that are those of the surface itself.

import { expect, test } from "vitest";
import { cellMeanSums } from "../../../../core/forecast/predict/cellMeanSums.ts";
import { explainCell } from "../../../../core/forecast/predict/explainCell.ts";
import { explainCellMean } from "../../../../core/forecast/predict/explainCellMean.ts";
import type { Events } from "../../../../core/forecast/events.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const random = createRandom("explain");
const block = (n: number): Events => ({
  x: Float64Array.from({ length: n }, () => 1000 * random.uniform()),
  y: Float64Array.from({ length: n }, () => 1000 * random.uniform()),
  hours: Float64Array.from({ length: n }, () => 24 * random.uniform()),
});
const blocks = [block(15), block(0), block(10)];
const adaptation = blocks.map(({ x }) => x.map(() => 0.3 + 3 * random.uniform()));
const draws = [
  { alpha: [1 / 60, 1 / 150, 1.1], beta: [0.6, 0.4, 0.5], weights: [0.5, 0.2, 0.3] },
  { alpha: [1 / 90, 1 / 80, 0.4], beta: [0.2, 0.9, 0], weights: [0.2, 0.3, 0.5] },
];
const source = { blocks, adaptation, draws };
const centre = { x: 500, y: 500 };

test("shares of blocks add up to 1, and to those of their events", async () => {
  const { blocks: ofBlocks, events } = await explainCellMean.run({ source, window: [20, 4], centre, side: 200, top: 25 }, nodeContext);
  expect(ofBlocks.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  for (const { block: at, share } of ofBlocks) {
    expect(events.filter((event) => event.block === at).reduce((sum, event) => sum + event.share, 0)).toBeCloseTo(share, 12);
  }
  expect(events.map(({ share }) => share)).toEqual(events.map(({ share }) => share).toSorted((a, b) => b - a));
});

test("each block's share is its part of the surface's sum in the cell", async () => {
  const grid = { origin: { x: 400, y: 400 }, cell: 200, columns: 1, rows: 1 };
  const sums = (of: readonly Events[], a: readonly Float64Array[]): number =>
    cellMeanSums({ blocks: of, adaptation: Float64Array.from(a.flatMap((column) => [...column])), draws, grid, windows: [[20, 4]], part: 0, of: 1 }).numerators[0][0];
  const nothing: Events = block(0);
  // A block whose events are emptied would lose its weight to the others; so only ratios within this whole are compared.
  const whole = sums(blocks, adaptation);
  const { blocks: ofBlocks } = await explainCellMean.run({ source, window: [20, 4], centre, side: 200, top: 1 }, nodeContext);
  const weightsLeft = draws.map(({ weights }) => weights[0] / (weights[0] + weights[2]));
  const first = draws.reduce((sum, draw, d) => {
    const alone = cellMeanSums({ blocks: [blocks[0], nothing, nothing], adaptation: adaptation[0], draws: [draw], grid, windows: [[20, 4]], part: 0, of: 1 }).numerators[0][0];
    return sum + (alone * weightsLeft[d]) / draws.length;
  }, 0);
  expect(ofBlocks[0].share).toBeCloseTo(first / whole, 5);
});

test("a cell of next to no size explains itself as the point at its centre does", async () => {
  const small = await explainCellMean.run({ source, window: [8, 12], centre, side: 0.01, top: 5 }, nodeContext);
  const point = await explainCell.run({ source, window: [8, 12], point: centre, top: 5 }, nodeContext);
  small.events.forEach(({ block: at, index, share }, i) => {
    expect([at, index]).toEqual([point.events[i].block, point.events[i].index]);
    expect(share).toBeCloseTo(point.events[i].share, 8);
  });
});
