import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../core/stats/random.ts";
import { LEFT_OUT } from "../../../../core/trial/evaluate/splitByArm.ts";
import { rateByGee } from "../../../../core/trial/rates/rateByGee.ts";
import { rateEstimate, rateInteraction, type RatesInput } from "../../../../core/trial/rates/rateEstimate.ts";
import { haveShared, oracle } from "../../../support/shared.ts";
import { inventedTrial, THAMES_VALLEY } from "../randomisation/inventedTrial.ts";

const DAY = 86_400_000;
const design = { ...THAMES_VALLEY, days: 42, mean: 1, ratio: 0.7 };
const invented = inventedTrial(createRandom("rates"), design);
const input: RatesInput = {
  outcome: "All crime", y: invented.y, arms: invented.arms, units: invented.units.length, first: 19_000 * DAY,
  hours: new Float64Array(design.days).fill(24), family: "negative-binomial", period: "weekday", level: 0.05,
};

describe("rateEstimate", () => {
  test.skipIf(!haveShared("oracle", "public", "rate_models.json"))("has the reference's interval and p-value of the model with hotspot effects", () => {
    const { rows, model_with_hotspot_dummies: models } = oracle<{
      rows: readonly (readonly number[])[];
      model_with_hotspot_dummies: { negative_binomial: { rate_ratio: number; inference_CR1_stata: { p_t_Gm1: number; ci95_rr_t_Gm1: readonly number[] } } };
    }>("rate_models");
    const { rate_ratio: ratio, inference_CR1_stata: expected } = models.negative_binomial;
    const y = new Float64Array(rows.length), arms = new Uint8Array(rows.length);
    for (const [hotspot, day, treat, count] of rows) {
      y[day * 20 + hotspot] = count;
      arms[day * 20 + hotspot] = treat;
    }
    const found = rateEstimate({ ...input, y, arms, units: 20, hours: new Float64Array(rows.length / 20).fill(24), period: "none" });
    expect(found.model).toBe("Negative binomial, hotspot effects, errors clustered by hotspot (CR1)");
    expect(Math.abs(found.ratio / ratio - 1)).toBeLessThan(1e-6);
    expect(Math.abs(found.p / expected.p_t_Gm1 - 1)).toBeLessThan(1e-4);
    [found.interval.low, found.interval.high].forEach((limit, i) => expect(Math.abs(limit / expected.ci95_rr_t_Gm1[i] - 1)).toBeLessThan(1e-5));
  });

  test.each(["none", "weekday", "day"] as const)("finds a ratio of 0.7 with the effects of hotspots and period %s", (period) => {
    const found = rateEstimate({ ...input, period });
    expect(found.interval.low).toBeLessThan(0.7);
    expect(found.interval.high).toBeGreaterThan(0.7);
    expect(found.p).toBeLessThan(0.01);
    expect(found.theta).toBeGreaterThan(1);
    expect(found.cautions).toEqual([]);
  });

  test("gives twice the rate to location-days of half the hours", () => {
    const hours = Float64Array.from({ length: design.days }, (_, day) => (day < 21 ? 24 : 12));
    const late = input.arms.map((arm, row) => (row < 21 * 45 ? LEFT_OUT : arm));
    // Where all location-days that take part have the same hours, the ratio does not depend on how many.
    expect(rateEstimate({ ...input, hours, arms: late }).ratio).toBeCloseTo(rateEstimate({ ...input, arms: late }).ratio, 8);
    // Treatment on long days only: with as many incidents in twice the hours, the rate is half.
    const y = Float64Array.from({ length: 90 * 4 }, (_, row) => (row < 90 * 2 && row % 2 === Math.floor(row / 90) ? 2 : 1)), arms = Uint8Array.from({ length: 90 * 4 }, (_, row) => (Math.floor(row / 90) % 2));
    const found = rateEstimate({ ...input, y, arms, units: 90, hours: Float64Array.of(12, 24, 12, 24), family: "poisson", period: "none" });
    expect(found.ratio).toBeCloseTo(0.5, 9);
  });

  test("says what it falls back to and what takes no part", () => {
    const y = Float64Array.from(input.y, (_, row) => (row % 45 === 7 ? 0 : 1 + (row % 2)));
    const { model, theta, cautions } = rateEstimate({ ...input, y });
    expect(theta).toBeNull();
    expect(model).toContain("Poisson");
    expect(cautions).toEqual(["The counts vary no more than a Poisson's, so that the model is Poisson.", "1 hotspot without any event says nothing of a ratio and takes no part."]);
  });

  test("counts hotspots that are left out altogether nowhere", () => {
    const { cautions, interval } = rateEstimate({ ...input, arms: input.arms.map((arm, row) => (row % 45 < 25 ? arm : LEFT_OUT)) });
    expect(cautions).toEqual([]);
    expect(interval.method).toContain("24 degrees of freedom");
  });

  test("warns of few events and of few hotspots", () => {
    const few = input.y.map((value, row) => (row % 45 < 8 && row < 45 * 3 ? value : 0));
    const { cautions } = rateEstimate({ ...input, y: few, period: "none" });
    expect(cautions.join(" ")).toMatch(/on control location-days are few for a model.*Errors clustered by \d+ hotspots are unsure/);
  });

  test("refuses where the model cannot tell treatment from the hotspots, or an arm has no events", () => {
    const fixed = input.arms.map((_, row) => (row % 45 < 22 ? 1 : 0));
    expect(() => rateEstimate({ ...input, arms: fixed })).toThrow("Each hotspot is of one arm throughout");
    expect(() => rateEstimate({ ...input, y: input.y.map((value, row) => (input.arms[row] === 1 ? 0 : value)) })).toThrow("there are no events");
    expect(() => rateEstimate({ ...input, y: input.y.map(() => 0) })).toThrow("There is no event");
    expect(() => rateEstimate({ ...input, y: new Float64Array(4).fill(1), arms: Uint8Array.of(1, 0, 0, 1), units: 2, hours: Float64Array.of(24, 24), period: "none" })).toThrow("do not vary about the model");
  });
});

describe("rateByGee", () => {
  test("finds about the ratio that the models find, and takes hotspots in that have no event or one arm throughout", () => {
    const found = rateByGee(input);
    expect(found.model).toMatch(/^Poisson by GEE, days of a hotspot correlated \(0\.\d+\), errors clustered by hotspot \(CR1\)$/);
    expect(Math.abs(found.ratio / rateEstimate(input).ratio - 1)).toBeLessThan(0.1);
    expect(found.interval.low).toBeLessThan(found.ratio);
    expect(found.interval.high).toBeLessThan(1);
    expect([found.logLikelihood, found.theta, found.cautions]).toEqual([null, null, []]);
    const fixed = rateByGee({ ...input, y: input.y.map((value, row) => (row % 45 === 3 ? 0 : value)), arms: input.arms.map((_, row) => (row % 45 < 22 ? 1 : 0)) });
    expect(fixed.interval.method).toContain("44 degrees of freedom");
    expect(fixed.cautions).toEqual(["Each hotspot is of one arm throughout: with 45 hotspots this test rejects somewhat too often. Go by the randomisation test."]);
  });
});

describe("rateInteraction", () => {
  test("is the ratio of the ratios of two separate fits where all else is separate too", () => {
    const inside = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const of = (keep: (unit: number) => boolean): number => rateEstimate({ ...input, family: "poisson", period: "none", arms: input.arms.map((arm, row) => (keep(row % 45) ? arm : LEFT_OUT)) }).ratio;
    const found = rateInteraction({ ...input, family: "poisson", period: "none" }, inside);
    expect(found.ratio).toBeCloseTo(of((unit) => inside.has(unit)) / of((unit) => !inside.has(unit)), 6);
    expect(found.interval.low).toBeLessThan(found.ratio);
    expect(found.p).toBeGreaterThan(0);
  });
});
