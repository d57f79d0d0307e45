import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../core/stats/random.ts";
import { type DrawnSchedules, drawnSchedules, type DrawnScheme, scheduledSums } from "../../../../core/trial/randomisation/drawnSchedules.ts";
import { randomisedBlocks } from "../../../../core/trial/randomisation/randomisedBlocks.ts";
import { blocksOf } from "../../../../core/trial/schedule/blocks.ts";
import { imbalanceOf } from "../../../../core/trial/schedule/imbalanceOf.ts";
import { inventedTrial, THAMES_VALLEY } from "./inventedTrial.ts";

const { units: plain, days, arms, y } = inventedTrial(createRandom("schedules"), { ...THAMES_VALLEY, strata: [5, 6], days: 12 });
const units = plain.map((unit, i) => ({ ...unit, baseline: 1 + i }));
const scheme = (most: number): DrawnScheme => ({ blocks: randomisedBlocks(blocksOf(units, days, "day", arms), units.length), units, days, share: 0.5, redraw: { attempts: 100, most } });
const armsOf = ({ rows, bits }: DrawnSchedules, draw: number): Uint8Array =>
  Uint8Array.from({ length: rows }, (_, row) => (bits[Math.floor((draw * rows + row) / 8)] >> ((draw * rows + row) % 8)) & 1);
const treatedOfBlocks = (of: Uint8Array): number[] => blocksOf(units, days, "day", of).map(({ treated }) => treated.filter(Boolean).length);

describe("drawnSchedules", () => {
  test("has as many on treatment in each block as the schedule that was made, and the imbalance that is allowed", () => {
    const drawn = drawnSchedules(scheme(0.25), 200, "1")!;
    expect(drawn.draws).toBe(200);
    for (let draw = 0; draw < 200; draw++) {
      const one = armsOf(drawn, draw);
      expect(treatedOfBlocks(one)).toEqual(treatedOfBlocks(arms));
      expect(imbalanceOf(units, days, 0.5, one).worst).toBeLessThanOrEqual(0.25);
    }
    expect(new Set(Array.from({ length: 200 }, (_, draw) => armsOf(drawn, draw).join(""))).size).toBe(200);
  });

  test("sums columns over what is treated", () => {
    const drawn = drawnSchedules(scheme(1), 100, "2")!, ones = new Float64Array(y.length).fill(1);
    const sums = scheduledSums(drawn, [y, ones]);
    for (const draw of [0, 1, 57, 99]) {
      const one = armsOf(drawn, draw);
      expect([sums[2 * draw], sums[2 * draw + 1]]).toEqual([y, ones].map((column) => column.reduce((sum, value, row) => sum + value * one[row], 0)));
    }
  });

  test("draws each unit as often as any other of its stratum", () => {
    const drawn = drawnSchedules(scheme(9), 4000, "3")!;
    const first = Float64Array.from({ length: 5 }, (_, unit) => scheduledSums(drawn, [Float64Array.from(y, (__, row) => (row === unit ? 1 : 0))]).reduce((a, b) => a + b, 0) / 4000);
    const share = treatedOfBlocks(arms)[0] / 5;
    for (const each of first) expect(Math.abs(each - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 4000));
  });

  test("is null where hardly any schedule is as balanced as the rule asks", () => {
    const tight = { ...scheme(0.001), days: 2, blocks: scheme(1).blocks.slice(0, 2) };
    expect(drawnSchedules(tight, 100, "4")).toBeNull();
  });
});
