// Variances of the past against R, and against what the draw really does.

import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../core/stats/random.ts";
import { historyVariance } from "../../../../core/trial/power/historyVariance.ts";
import { drawArms, drawDesign } from "../../../../core/trial/power/trialDraw.ts";
import { hotspotMeans, inventedCounts } from "./inventedPast.ts";

const one = (n: number) => Array.from({ length: n }, () => ({ stratum: "" }));

/** Six days of four hotspots. */
const SMALL = Float64Array.of(3, 0, 1, 2, 5, 0, 0, 1, 2, 1, 0, 0, 4, 2, 1, 3, 6, 0, 1, 1, 3, 1, 0, 2);

describe("the variance of the past", () => {
  // R 4.2.2: mean squares of lm(y ~ hotspot), lm(y ~ day) and lm(y ~ hotspot + day)
  test("has R's intraclass correlation of hotspots, and mean squares within days over the whole variance", () => {
    const found = historyVariance(SMALL, drawDesign(one(4), { share: 0.5, block: "day" }), 128);
    expect(found.variance).toBeCloseTo(2.766304347826087, 12);
    expect(found.betweenHotspots).toBeCloseTo(0.673428571428571, 12);
    // R's estimate for days is below 0.
    expect(found.betweenDays).toBe(0);
    expect(found.fixedArmsDesignEffect).toBeCloseTo(1 + 127 * 0.673428571428571, 10);
    expect(found.designEffect).toBeCloseTo(1.139707487448155, 12);
    expect(found.adjustedDesignEffect).toBeCloseTo(0.344422615149531, 12);
  });

  test("says what the difference of means varies by over the draws of a trial, in strata, groups and pairs", () => {
    const means = hotspotMeans(createRandom(3), 14), days = 300, random = createRandom("draws");
    const values = inventedCounts(createRandom("past"), means, days);
    const unitsOf = (grouped: boolean) => means.map((_, u) => ({ stratum: u % 2 === 0 ? "even" : "odd", ...(grouped && u < 6 && { group: `pair ${u % 3}` }) }));
    for (const [block, grouped] of [["day", false], ["day", true], ["pair", false]] as const) {
      const design = drawDesign(grouped ? unitsOf(true).map((unit) => ({ ...unit, stratum: "" })) : unitsOf(false), { share: 0.5, block });
      const { variance, designEffect } = historyVariance(values, design, days);
      const draws = 1500;
      let squares = 0;
      for (let draw = 0; draw < draws; draw++) {
        const { arms } = drawArms(random.stream(`${block} ${grouped} ${draw}`), design, days);
        let treated = 0, sum = 0, all = 0;
        for (let cell = 0; cell < values.length; cell++) {
          all += values[cell];
          if (arms[cell] === 0) continue;
          treated++;
          sum += values[cell];
        }
        squares += (sum / treated - (all - sum) / (values.length - treated)) ** 2;
      }
      const independent = (variance * 4) / values.length;
      // A variance of so many draws is known to 1 standard error √(2 / draws) = 3.7 %.
      expect(squares / draws / independent / designEffect, `${block} ${grouped}`).toBeGreaterThan(0.88);
      expect(squares / draws / independent / designEffect, `${block} ${grouped}`).toBeLessThan(1.12);
    }
  });

  test("where all days are alike nothing differs between them, and a constant has no design effect", () => {
    const alike = Float64Array.from({ length: 40 }, (_, cell) => cell % 4);
    const found = historyVariance(alike, drawDesign(one(4), { share: 0.5, block: "day" }), 10);
    expect(found.betweenHotspots).toBe(1);
    expect(found.adjustedDesignEffect).toBeCloseTo(0, 12);
    const constant = historyVariance(new Float64Array(40).fill(1), drawDesign(one(4), { share: 0.5, block: "day" }), 10);
    expect([constant.variance, constant.betweenHotspots, constant.designEffect]).toEqual([0, 0, 1]);
  });
});
