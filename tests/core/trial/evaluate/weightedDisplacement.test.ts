import { describe, expect, test } from "vitest";
import { displacement } from "../../../../core/trial/evaluate/displacement.ts";
import { displacementDifference, displacementQuotient, NO_WEIGHTS } from "../../../../core/trial/evaluate/weightedDisplacement.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

const periods = (before: number, after: number) => ({ before, after });
/** Wheeler and Ratcliffe (2018), their example. */
const PAPER = { weight: 1, control: periods(308, 318), target: periods(207, 110), controlRing: periods(150, 140), ring: periods(178, 157) };

describe("the weighted displacement difference", () => {
  test("of the paper is −118 with an interval of −196 to −40", () => {
    const { total, standardError, test: z } = displacementDifference([PAPER]);
    expect(total.value).toBe(-118);
    expect(standardError).toBeCloseTo(Math.sqrt(1568), 12);
    expect(z.statistic).toBeCloseTo(-2.98, 2);
    expect([total.interval!.low, total.interval!.high].map(Math.round)).toEqual([-196, -40]);
  });
  test("divides counts by lengths of time", () => {
    const { total, standardError } = displacementDifference([{ weight: 1, control: periods(100, 50), target: periods(80, 20) }], 0.05, { ...NO_WEIGHTS, time: periods(2, 1) });
    expect(total.value).toBe(-20);
    expect(standardError).toBeCloseTo(Math.sqrt(115), 12);
  });
  test("divides counts by areas", () => {
    const { total, standardError, test: z } = displacementDifference([PAPER], 0.05, { ...NO_WEIGHTS, area: { control: 0.9, target: 1.2, controlRing: 1.6, ring: 1.5 } });
    expect(total.value).toBeCloseTo(-99.69444444, 8);
    expect(standardError).toBeCloseTo(35.4280755, 7);
    expect(z.statistic).toBeCloseTo(-2.813995483, 9);
    expect(total.interval!.low).toBeCloseTo(-169.1321965, 7);
    expect(total.interval!.high).toBeCloseTo(-30.25669241, 7);
  });
  test("adds kinds of crime by their harm", () => {
    const kinds = ([[3, 133, 91, 130, 74], [2, 388, 305, 327, 202], [5, 148, 97, 398, 190], [7, 86, 64, 144, 92], [10, 94, 67, 183, 96]] as const)
      .map(([weight, c0, c1, t0, t1]) => ({ weight, control: periods(c0, c1), target: periods(t0, t1) }));
    const { total, standardError, test: z } = displacementDifference(kinds);
    expect(total.value).toBe(-1721);
    expect(standardError).toBeCloseTo(304.10360077, 8);
    expect(z.statistic).toBeCloseTo(-5.65925558, 8);
    expect(total.interval!.low).toBeCloseTo(-2317.03210507, 6);
    expect(total.interval!.high).toBeCloseTo(-1124.96789493, 6);
  });
  test("has a 90 % interval where 10 % is the level", () => {
    const { total, standardError, displaced } = displacementDifference([{ weight: 1, control: periods(20, 20), target: periods(20, 10) }], 0.1);
    expect([total.value, standardError]).toEqual([-10, expect.closeTo(8.3666, 4)]);
    expect(total.interval!.low).toBeCloseTo(-23.761833, 6);
    expect(total.interval!.high).toBeCloseTo(3.761833, 6);
    expect(displaced).toBeNull();
  });
  test("of nothing is nothing, with p = 1", () => {
    expect(displacementDifference([{ weight: 1, target: periods(0, 0) }])).toMatchObject({ total: { value: 0 }, test: { statistic: 0, p: 1 } });
  });
});

describe("the weighted displacement quotient", () => {
  interface Case {
    readonly target_before: number;
    readonly target_after: number;
    readonly buffer_before: number;
    readonly buffer_after: number;
    readonly control_before: number;
    readonly control_after: number;
    readonly success_measure: number;
    readonly buffer_displacement_measure: number;
    readonly wdq: number;
    readonly reading: string;
  }
  test.skipIf(!haveShared("oracle", "public", "wdq.json"))("is the reference's where the target fell, and no number where it did not", () => {
    const { cases } = oracle<{ cases: Case[] }>("wdq");
    for (const c of cases) {
      const found = displacementQuotient({ target: periods(c.target_before, c.target_after), ring: periods(c.buffer_before, c.buffer_after), control: periods(c.control_before, c.control_after) });
      expect(found.success).toBeCloseTo(c.success_measure, 14);
      expect(found.displacement).toBeCloseTo(c.buffer_displacement_measure, 14);
      if (c.success_measure < 0) {
        expect(Math.abs(found.quotient! - c.wdq), c.reading).toBeLessThanOrEqual(1e-12 * Math.abs(c.wdq));
        expect(found.reading.toLowerCase()).toContain(c.wdq === 0 ? "neither" : /diffusion|displacement/.exec(c.reading)![0]);
      } else {
        expect(found.quotient).toBeNull();
        expect(found.reading).toMatch(/^No success in the target: it did not fall against its control/);
      }
    }
    expect(cases.some(({ success_measure }) => success_measure >= 0)).toBe(true);
  });
  test("is −1 where all that the target lost came up in the ring, and 0.258 in the paper's example", () => {
    expect(displacementQuotient({ target: periods(100, 50), ring: periods(100, 150), control: periods(100, 100) }).quotient).toBe(-1);
    const { quotient, reading } = displacementQuotient(PAPER);
    expect(quotient).toBeCloseTo(0.258186, 6);
    expect(reading).toBe("Diffusion of benefit, less than the direct effect.");
  });
  test("needs a ring and a control with crime", () => {
    expect(displacementQuotient({ target: periods(9, 1), control: periods(5, 5) })).toMatchObject({ quotient: null, reading: "No ring was counted." });
    expect(displacementQuotient({ target: periods(9, 1), ring: periods(1, 1), control: periods(0, 5) })).toMatchObject({ quotient: null, success: null });
  });
});

test("the job weighs days: treatment days after, control days before", async () => {
  const run = (params: unknown) => displacement.run(displacement.params.parse(params), nodeContext);
  const found = await run({ target: periods(603, 548), ring: periods(300, 320), timeWeights: periods(2886, 2874) });
  expect(found.local.value).toBeCloseTo(548 / 2874 - 603 / 2886, 12);
  expect(found.quotient.quotient).toBeCloseTo((320 / 2874 - 300 / 2886) / (548 / 2874 - 603 / 2886), 9);
  expect(found.quotient.reading).toBe("Displacement, less than the direct effect.");
  const kinds = await run({ kinds: [{ ...PAPER, weight: 2 }, { ...PAPER, weight: 1 }] });
  expect(kinds.total.value).toBe(-354);
});
