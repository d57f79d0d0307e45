import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { total } from "../../../../core/stats/total.ts";
import { adjustOutcomes } from "../../../../core/trial/evaluate/adjustOutcomes.ts";
import { analysedDays } from "../../../../core/trial/evaluate/analysedDays.ts";
import { compareOutcome } from "../../../../core/trial/evaluate/compareOutcome.ts";
import { comparisonsCsv } from "../../../../core/trial/evaluate/comparisonsCsv.ts";
import { complierEffect } from "../../../../core/trial/evaluate/complierEffect.ts";
import { cumulativeDays } from "../../../../core/trial/evaluate/cumulativeDays.ts";
import { hourComparisons } from "../../../../core/trial/evaluate/hourComparisons.ts";
import { ringEvaluation } from "../../../../core/trial/evaluate/ringEvaluation.ts";
import { LEFT_OUT, splitByArm } from "../../../../core/trial/evaluate/splitByArm.ts";
import { exactRandomisation } from "../../../../core/trial/randomisation/exactRandomisation.ts";
import { randomisedBlocks } from "../../../../core/trial/randomisation/randomisedBlocks.ts";
import { valueBlocks } from "../../../../core/trial/randomisation/valueBlocks.ts";
import { blocksOf } from "../../../../core/trial/schedule/blocks.ts";
import { csvRows } from "../../../../core/formats/csvRows.ts";
import { inventedPanel } from "./inventedPanel.ts";

/** So many ones, then zeros. */
const yes = (ones: number, n: number): number[] => Array.from({ length: n }, (_, i) => (i < ones ? 1 : 0));
const arms = (treatment: number, control: number): Uint8Array => Uint8Array.from([...yes(treatment, treatment), ...Array.from({ length: control }, () => 0)]);

describe("compareOutcome", () => {
  test("of the Thames Valley's violent crime gives what its figure 9 prints: Yates' chi-squared, p, and d from it", () => {
    const found = compareOutcome("Violent crime", "prevalence", [...yes(359, 2874), ...yes(407, 2886)], arms(2874, 2886), 0.05)!;
    expect(found.test.statistic).toBeCloseTo(3.1041, 4);
    expect(found.test.p).toBeCloseTo(0.0781, 4);
    expect(found.effects[0].value).toBeCloseTo(-0.0464, 4);
    expect(found.otherTests![0].statistic).toBeCloseTo(3.2424, 4);
    expect(found.change).toBeCloseTo(-0.114, 3);
    expect(found.cautions).toEqual([]);
  });

  test("of few events says so, and leaves out what takes no part", () => {
    const found = compareOutcome("Robbery", "count", [3, 0, 0, 1, 0, 9], Uint8Array.of(1, 1, 1, 0, 0, LEFT_OUT), 0.05)!;
    expect([found.treatment.total, found.control.total]).toEqual([3, 1]);
    expect(found.cautions).toContain("One arm has 1 location-day with any: read the interval, not the percentage.");
    expect(compareOutcome("Robbery", "count", [3, 0], Uint8Array.of(1, 0), 0.05)).toBeNull();
  });
});

describe("cumulativeDays", () => {
  const { panel, arms: drawn } = inventedPanel({ units: 10, days: 40, ratio: 0.7 });
  const analysed = analysedDays(panel, drawn, 40);

  test("ends at the randomisation test's own statistic and standard error", () => {
    // Strata of five with two and three treated in turn: each block's sum is scaled by n/(n − k).
    const [{ difference, band }] = cumulativeDays(analysed, 0.05);
    let expected = 0, variance = 0;
    for (const block of blocksOf(panel.units, 40, "day", drawn)) {
      const given = valueBlocks(randomisedBlocks([block], 10), panel.outcomes[0].count);
      const k = block.treated.filter(Boolean).length, scale = 5 / (5 - k);
      const exact = exactRandomisation(given)!;
      expected += scale * (exact.observed - exact.expected);
      variance += scale ** 2 * exact.variance;
    }
    expect(difference.at(-1)).toBeCloseTo(expected, 10);
    expect(band.at(-1)).toBeCloseTo(1.959963984540054 * Math.sqrt(variance), 9);
  });

  test("is centred on 0 over every schedule that could have been drawn, and its band holds 95 of 100 of them", () => {
    let inside = 0, sum = 0;
    const { count } = panel.outcomes[0];
    const runs = 100;
    for (let run = 0; run < runs; run++) {
      const other = inventedPanel({ units: 10, days: 40, seed: `run ${run}` }).arms;
      const [{ difference, band }] = cumulativeDays({ ...analysed, arms: other, outcomes: [{ ...panel.outcomes[0], count }] }, 0.05);
      sum += difference.at(-1)! / band.at(-1)!;
      if (Math.abs(difference.at(-1)!) <= band.at(-1)!) inside++;
    }
    expect(Math.abs(sum / runs)).toBeLessThan(4 / 1.96 / Math.sqrt(runs));
    expect(inside / runs).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / runs));
    expect(inside / runs).toBeLessThan(0.95 + 4 * Math.sqrt((0.95 * 0.05) / runs));
  });
});

describe("complierEffect", () => {
  const side = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom(0, 1)), { minLength: 3, maxLength: 20 });
  test("is two-stage least squares with the draw as the one instrument", () => {
    fc.assert(fc.property(side, side, (treatment, control) => {
      const values = { treatment: Float64Array.from(treatment, ([y]) => y), control: Float64Array.from(control, ([y]) => y) };
      const came = { treatment: Float64Array.from(treatment, ([, d]) => d), control: Float64Array.from(control, ([, d]) => d) };
      const { effect, interval } = complierEffect("All", "count", values, came, 0.05);
      // cov(z, y) / cov(z, d) over all location-days together.
      const rows = [...treatment.map(([y, d]) => ({ z: 1, y, d })), ...control.map(([y, d]) => ({ z: 0, y, d }))];
      const z = treatment.length / rows.length;
      const covariance = (of: "y" | "d"): number => total(rows.map((row) => (row.z - z) * row[of]));
      if (Math.abs(covariance("d")) < 1e-12) {
        expect([effect, interval]).toEqual([null, null]);
        return;
      }
      expect(effect!).toBeCloseTo(covariance("y") / covariance("d"), 9);
      expect(interval!.low).toBeLessThanOrEqual(effect!);
      expect(interval!.high).toBeGreaterThanOrEqual(effect!);
    }));
  });
});

test("hours add up to the whole, and one in which nothing happened has no interval", () => {
  const byHour = new Uint16Array(24 * 4);
  byHour[3] = 2;
  byHour[24 * 2 + 3] = 1;
  const hours = hourComparisons(byHour, Uint8Array.of(1, 1, 0, 0), 0.05);
  expect(hours[3]).toMatchObject({ hour: 3, incidents: { treatment: 2, control: 1 }, treatment: 1, control: 0.5, difference: 0.5 });
  expect(hours[3].interval!.high - 0.5).toBeCloseTo(1.959964 * Math.sqrt(2 / 2 + 0.5 / 2), 5);
  expect(hours[4]).toMatchObject({ difference: 0, interval: null });
});

test("rings say displacement, diffusion or neither, and nothing of displacement where the units had no less", () => {
  const of = (inUnits: readonly [number, number], inRings: readonly [number, number]) => {
    const column = ([treatment, control]: readonly [number, number]): Float64Array => Float64Array.from([...yes(treatment, 400), ...yes(control, 400)]);
    return ringEvaluation({ name: "All", count: column(inUnits), harm: null, byHour: null, ring: column(inRings) }, 75, arms(400, 400), 0.05)!;
  };
  expect(of([100, 200], [150, 50]).inWords).toMatch(/^The rings had more crime on treatment days: displacement\./);
  expect(of([100, 200], [50, 150]).inWords).toMatch(/^The rings had less crime on treatment days: a diffusion of benefit\. Units and rings together had less\.$/);
  expect(of([200, 100], [50, 50]).inWords).toMatch(/there is nothing to displace\.$/);
  expect(of([200, 100], [50, 50]).wdq.quotient).toBeNull();
  const { wdd, wdq } = of([100, 200], [150, 50]);
  expect(wdd.value).toBeCloseTo(0, 12);
  expect(wdd.standardError).toBeCloseTo(Math.sqrt(500) / 400, 12);
  expect(wdq.quotient).toBeCloseTo(-1, 12);
});

test("one p-value an outcome is adjusted: that of the measure that was declared", () => {
  const result = (outcome: string, measure: "count" | "prevalence", p: number) => ({ outcome, measure, statistic: "", observed: 0, expected: 0, p, draws: "exact" as const, interval: null });
  const adjusted = adjustOutcomes([result("A", "prevalence", 0.5), result("A", "count", 0.02), result("B", "prevalence", 0.001), result("B", "count", 0.04)], "count");
  expect(adjusted.map(({ outcome, p, holm, benjaminiHochberg }) => [outcome, p, holm, benjaminiHochberg])).toEqual([["A", 0.02, 0.04, 0.04], ["B", 0.04, 0.04, 0.04]]);
});

test("the table for a spreadsheet has a line for every test, with the numbers as they are", () => {
  const found = compareOutcome("Theft, all", "count", [2, 0, 1, 0, 3, 1], Uint8Array.of(1, 0, 1, 0, 0, 1), 0.05)!;
  const [header, ...rows] = csvRows(comparisonsCsv([found])).map(({ cells }) => cells);
  expect(rows.map((cells) => cells[header.indexOf("test")])).toEqual(["Welch's t-test", "Student's t-test, pooled variance"]);
  expect(Number.parseFloat(rows[0][header.indexOf("difference")])).toBe(found.difference);
  expect(rows[0][0]).toBe("Theft, all");
});

test("splitByArm keeps the order and leaves out what takes no part", () => {
  expect(splitByArm([5, 6, 7, 8], Uint8Array.of(1, 0, LEFT_OUT, 1))).toEqual({ treatment: Float64Array.of(5, 8), control: Float64Array.of(6) });
});
