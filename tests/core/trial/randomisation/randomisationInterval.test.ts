import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../core/stats/random.ts";
import { randomisationInterval } from "../../../../core/trial/randomisation/randomisationInterval.ts";
import { randomisedBlocks } from "../../../../core/trial/randomisation/randomisedBlocks.ts";
import { sumMoments, observedSum, valueBlocks } from "../../../../core/trial/randomisation/valueBlocks.ts";
import { blocksOf } from "../../../../core/trial/schedule/blocks.ts";
import { inventedTrial, THAMES_VALLEY } from "./inventedTrial.ts";

const Z = 1.959963984540054;

describe("randomisationInterval", () => {
  test("ends where the test of outcomes divided by the ratio on treatment is at its level, for days and for pairs of days", () => {
    fc.assert(
      fc.property(fc.constantFrom("day", "pair"), fc.integer({ min: 0, max: 1000 }), (block, seed) => {
        const { units, days, arms, y } = inventedTrial(createRandom(`interval ${seed}`), { ...THAMES_VALLEY, strata: [6], days: 30, mean: 2 });
        // Pairs: the second day is the reverse of the first.
        if (block === "pair") for (let row = 0; row < arms.length; row++) if (Math.floor(row / 6) % 2 === 1) arms[row] = 1 - arms[row - 6];
        const blocks = randomisedBlocks(blocksOf(units, days, block, arms), 6);
        const { low, high } = randomisationInterval(blocks, y, Z)!;
        for (const [ratio, sign] of [[low, 1], [high, -1]]) {
          const adjusted = valueBlocks(blocks, y.map((value, row) => (arms[row] === 1 ? value / ratio : value)));
          const { mean, variance } = sumMoments(adjusted);
          expect((observedSum(adjusted) - mean) / Math.sqrt(variance)).toBeCloseTo(sign * Z, 6);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("is not told where there are too few events for both limits", () => {
    const { units, days, arms, y } = inventedTrial(createRandom("few"), { ...THAMES_VALLEY, strata: [6], days: 10, mean: 0.03 });
    expect(randomisationInterval(randomisedBlocks(blocksOf(units, days, "day", arms), 6), y, Z)).toBeNull();
  });

  test("holds the true ratio in 95 % of trials with clustered, overdispersed counts", () => {
    const random = createRandom("coverage"), runs = 400, ratio = 0.8;
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const { units, days, arms, y } = inventedTrial(random, { ...THAMES_VALLEY, strata: [9, 12], days: 40, ratio });
      const { low, high } = randomisationInterval(randomisedBlocks(blocksOf(units, days, "day", arms), 21), y, Z)!;
      if (low <= ratio && ratio <= high) held++;
    }
    expect(Math.abs(held / runs - 0.95)).toBeLessThan(3.3 * Math.sqrt((0.95 * 0.05) / runs));
  });
});
