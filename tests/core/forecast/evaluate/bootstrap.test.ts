// Bootstrap intervals over blocks: example, repeatability, and by simulation that they cover as often as they say.

import { describe, expect, test } from "vitest";
import { bootstrapDifference, bootstrapMean, bootstrapSums, ratioOf } from "../../../../core/forecast/evaluate/bootstrap.ts";
import { drawNormal } from "../../../../core/stats/drawNormal.ts";
import { createRandom } from "../../../../core/stats/random.ts";

describe("a bootstrap interval over blocks", () => {
  test("is the same for the same seed, and stands around the mean", () => {
    const values = [0.8, 0.85, null, 0.9, 0.7, 0.82];
    const interval = bootstrapMean(values, createRandom(1))!;
    expect(interval).toEqual(bootstrapMean(values, createRandom(1)));
    expect(interval.mean).toBeCloseTo(0.814, 12);
    expect(interval.blocks).toBe(5);
    expect(interval.low).toBeLessThan(interval.mean);
    expect(interval.high).toBeGreaterThan(interval.mean);
    expect(interval.low).toBeGreaterThanOrEqual(0.7);
    expect(interval.high).toBeLessThanOrEqual(0.9);
  });

  test("is a point for one block or equal blocks, and null without any", () => {
    expect(bootstrapMean([0.5], createRandom(1))).toEqual({ mean: 0.5, low: 0.5, high: 0.5, blocks: 1 });
    expect(bootstrapMean([null, null], createRandom(1))).toBe(null);
  });

  test("covers the true mean about as often as its level says", () => {
    const random = createRandom("coverage");
    const runs = 400, blocks = 25;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const values = Array.from({ length: blocks }, () => 0.8 + 0.05 * drawNormal(random));
      const { low, high } = bootstrapMean(values, random, { samples: 400 })!;
      if (low <= 0.8 && high >= 0.8) covered++;
    }
    // The percentile interval of 25 normal values covers about 93 %; three standard errors of 400 runs are 4 %.
    expect(covered / runs).toBeGreaterThan(0.88);
    expect(covered / runs).toBeLessThan(0.98);
  });

  test("refuses no samples and a level that is none", () => {
    expect(() => bootstrapMean([1], createRandom(1), { samples: 0 })).toThrow(/0 samples/);
    expect(() => bootstrapMean([1], createRandom(1), { level: 95 })).toThrow(/level is 95/);
  });
});

describe("the difference of two models", () => {
  test("is far narrower when the blocks are paired: what is hard is hard for both", () => {
    const random = createRandom("paired");
    const hard = Array.from({ length: 30 }, () => 0.7 + 0.2 * random.uniform());
    const better = hard.map((value) => value + 0.02 + 0.01 * random.uniform());
    const { mean, low, high } = bootstrapDifference(better, hard, createRandom(2))!;
    expect(mean).toBeCloseTo(0.025, 2);
    expect(low).toBeGreaterThan(0);
    expect(high - low).toBeLessThan(0.005);
    const alone = bootstrapMean(hard, createRandom(2))!;
    expect(alone.high - alone.low).toBeGreaterThan(0.02);
  });

  test("leaves out blocks that one of them could not be scored on", () => {
    expect(bootstrapDifference([1, null, 3], [0, 5, null], createRandom(1))).toEqual({ mean: 1, low: 1, high: 1, blocks: 1 });
    expect(() => bootstrapDifference([1], [1, 2], createRandom(1))).toThrow(/same blocks/);
  });
});

describe("numbers made of sums over blocks", () => {
  test("give a share of all events, to which a block with more events adds more", () => {
    const [share] = bootstrapSums([Float64Array.of(1, 9), Float64Array.of(10, 10)], [(sums) => ratioOf(sums[0], sums[1])], createRandom(1));
    expect(share).toMatchObject({ mean: 0.5, low: 0.1, high: 0.9, blocks: 2 });
  });

  test("are worked out of the same draw, so that what moves together has a narrow difference", () => {
    const hard = Float64Array.of(2, 9, 4, 7, 1), easier = hard.map((value) => value + 1), ones = new Float64Array(5).fill(1);
    const [alone, difference] = bootstrapSums([hard, easier, ones], [(sums) => sums[0] / sums[2], (sums) => (sums[1] - sums[0]) / sums[2]], createRandom(1));
    expect(difference).toEqual({ mean: 1, low: 1, high: 1, blocks: 5 });
    expect(alone!.high - alone!.low).toBeGreaterThan(3);
  });

  test("leave out draws that give no number, and are null where the blocks give none", () => {
    const [some, none] = bootstrapSums([Float64Array.of(3, 0), Float64Array.of(4, 0), Float64Array.of(0, 0)], [(sums) => ratioOf(sums[0], sums[1]), (sums) => ratioOf(sums[0], sums[2])], createRandom(1));
    expect(some).toMatchObject({ mean: 0.75, low: 0.75, high: 0.75 });
    expect(none).toBe(null);
    expect(bootstrapSums([new Float64Array()], [(sums) => sums[0]], createRandom(1))).toEqual([null]);
  });
});
