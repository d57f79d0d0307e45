import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../core/stats/random.ts";
import { plainTestSize } from "../../../../core/trial/randomisation/plainTestSize.ts";
import { randomisedBlocks } from "../../../../core/trial/randomisation/randomisedBlocks.ts";
import { blocksOf } from "../../../../core/trial/schedule/blocks.ts";
import { inventedTrial, THAMES_VALLEY } from "./inventedTrial.ts";

const sizeOf = (trial: ReturnType<typeof inventedTrial>, units = trial.units) => plainTestSize(randomisedBlocks(blocksOf(units, trial.days, "day", trial.arms), units.length), trial.y, 0.05);

describe("plainTestSize", () => {
  test("says nothing of a trial drawn anew each day whose days are alike", () => {
    const { size, caution } = sizeOf(inventedTrial(createRandom("alike"), THAMES_VALLEY));
    expect(Math.abs(size - 0.05)).toBeLessThan(0.01);
    expect(caution).toBeNull();
  });

  test("calls the plain test too strict where days differ: blocks of days take that out of the comparison", () => {
    const { size, caution } = sizeOf(inventedTrial(createRandom("days"), { ...THAMES_VALLEY, dayEffects: 1 }));
    expect(size).toBeLessThan(0.04);
    expect(caution).toMatch(/too strict here.*rejects \d\.\d % of the time by chance instead of 5 %/);
  });

  test("calls it too lenient where groups of alike hotspots are drawn together", () => {
    const { units, days, y } = inventedTrial(createRandom("groups"), { ...THAMES_VALLEY, hotspots: 0 });
    // Hotspots of a group have the same day: a busy one is busy in all five.
    const grouped = units.map((unit, i) => ({ ...unit, stratum: "", group: `G${Math.floor(i / 5)}` }));
    const random = createRandom("group days");
    const busy = Array.from({ length: days * 9 }, () => (random.uniform() < 0.3 ? 4 : 1));
    const arms = Uint8Array.from(y, (_, row) => ((Math.floor((row % 45) / 5) + Math.floor(row / 45)) % 2));
    const { size, caution } = sizeOf({ units, days, arms, y: y.map((value, row) => value * busy[Math.floor(row / 45) * 9 + Math.floor((row % 45) / 5)]) }, grouped);
    expect(size).toBeGreaterThan(0.1);
    expect(caution).toContain("too lenient here");
  });

  test("counts what unequal shares of strata alone make of the difference", () => {
    // Treated: three of four on the busy stratum, one of four on the quiet one.
    const units = Array.from({ length: 8 }, (_, i) => ({ id: `u${i}`, stratum: i < 4 ? "busy" : "quiet" }));
    const days = 40, random = createRandom("shares");
    const arms = Uint8Array.from({ length: 8 * days }, (_, row) => ((row % 8 < 4 ? row % 4 !== Math.floor(row / 8) % 4 : row % 4 === Math.floor(row / 8) % 4) ? 1 : 0));
    const y = Float64Array.from(arms, (_, row) => (row % 8 < 4 ? 5 : 0) + random.integer(3));
    expect(plainTestSize(randomisedBlocks(blocksOf(units, days, "day", arms), 8), y, 0.05).size).toBeGreaterThan(0.99);
  });
});
