import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { randomisationTest } from "../../../../core/trial/randomisation/randomisationTest.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { everySum } from "./everyAssignment.ts";
import { inventedTrial, THAMES_VALLEY } from "./inventedTrial.ts";

const run = (params: unknown) => runJob("randomisationTest", randomisationTest, params, nodeContext);

describe("the job randomisationTest", () => {
  test("answers the difference of means with an exact p-value for blocks", async () => {
    const found = await run({ blocks: [{ values: [2, 1, 3, 1], treated: [false, true, false, true] }, { values: [0, 2, 3, 2], treated: [false, true, true, false] }, { values: [1, 2, 2, 0], treated: [true, false, false, true] }] });
    expect(found).toMatchObject({ statistic: "difference of means, treatment minus control", observed: -0.5, expected: 0, draws: "exact" });
    expect(found.p).toBeCloseTo(132 / 216, 12);
    expect(found.logAssignments).toBeCloseTo(Math.log10(216), 12);
  });

  test("centres on what is expected where a busy stratum has another share than a quiet one", async () => {
    // One of four busy and three of four quiet location-days are treated, with no difference within either.
    const found = await run({ blocks: [{ values: [9, 9, 9, 9], treated: [true, false, false, false] }, { values: [1, 1, 1, 1], treated: [true, true, true, false] }] });
    expect(found).toMatchObject({ observed: -4, expected: -4, p: 1 });
  });

  test("draws groups as one: their members' sum", async () => {
    const units = [{ id: "a", group: "g" }, { id: "b", group: "g" }, { id: "c" }, { id: "d" }];
    const y = [1, 4, 2, 7, 3, 0, 1, 5], arms = [1, 1, 0, 0, 0, 0, 1, 0];
    const found = await run({ panel: { y, arms, units, block: "day" } });
    const blocks = [{ values: [5, 2, 7], treated: [true, false, false] }, { values: [3, 1, 5], treated: [false, true, false] }];
    const sums = everySum(blocks), mean = sums.reduce((a, b) => a + b, 0) / sums.length;
    expect(found.statistic).toBe("total over treatment location-days");
    expect(found.observed).toBe(6);
    expect(found.expected).toBeCloseTo(mean, 12);
    expect(found.p).toBeCloseTo(sums.filter((sum) => Math.abs(sum - mean) >= Math.abs(6 - mean) - 1e-9).length / sums.length, 12);
  });

  test("draws pairs of days as one: what is treated on the first is control on the second", async () => {
    const y = [3, 0, 1, 2, /* second day */ 1, 2, 1, 0], arms = [1, 1, 0, 0, 0, 0, 1, 1];
    const found = await run({ panel: { y, arms, units: ["a", "b", "c", "d"].map((id) => ({ id })), block: "pair" } });
    const sums = everySum([{ values: [2, -2, 0, 2], treated: [true, true, false, false] }]).map((sum) => sum + 4);
    expect(found.observed).toBeCloseTo((4 - 6) / 4, 12);
    expect(found.greater).toBeCloseTo(sums.filter((sum) => sum >= 4).length / sums.length, 12);
  });

  test("follows the rule of a scheme that draws again: only balanced schedules count", async () => {
    const units = [1, 2, 3, 10].map((baseline, i) => ({ id: `u${i}`, baseline }));
    // Of the six choices of two on the one day, only {1, 10} and {2, 3} are near balance.
    const panel = { y: [4, 1, 2, 3], arms: [1, 0, 0, 1], units, block: "day" as const, redraw: { attempts: 100, most: 0.9 } };
    const found = await run({ panel, draws: 999, statistic: "difference" });
    expect(found.draws).toBe(999);
    expect(found.greater).toBeGreaterThan(0.4);
    expect(found.greater).toBeLessThan(0.6);
    // Without the rule, of 7, 5, 6, 3, 4, 5 one is as great.
    expect((await run({ panel: { ...panel, redraw: null } })).greater).toBeCloseTo(1 / 6, 12);
  });

  test.each(["t", "ratio"] as const)("answers %s from seeded draws, the same each time", async (statistic) => {
    const { y, arms, units } = inventedTrial(createRandom("drawn"), { ...THAMES_VALLEY, days: 20, ratio: 0.7 });
    const params = { panel: { y, arms, units, block: "day" }, statistic, draws: 999, seed: "5" };
    const found = await run(params), exact = await run({ ...params, statistic: "difference" });
    expect(found).toEqual(await run(params));
    expect(found.draws).toBe(999);
    expect(Math.abs(found.p - exact.p)).toBeLessThan(0.05);
    expect(Math.sign(found.observed)).toBe(Math.sign(exact.observed));
  });

  test("wants either blocks or a panel, and as many flags as values", async () => {
    await expect(run({})).rejects.toThrow("either blocks or a panel");
    await expect(run({ blocks: [{ values: [1, 2], treated: [true] }] })).rejects.toThrow("Block 1 has 2 values and 1");
  });
});
