import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareProportions } from "../../../../core/trial/evaluate/compareProportions.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface ChiSquared {
  readonly chi2: number;
  readonly p: number;
  readonly phi: number;
  readonly d_2sqrt_chi2_over_N_minus_chi2: number | "Infinity";
}

interface Case {
  readonly table: readonly [readonly [number, number], readonly [number, number]];
  readonly chi2_plain: ChiSquared;
  readonly chi2_yates: ChiSquared;
  readonly likelihood_ratio_G: number;
  readonly fisher_two_sided: number;
  readonly fisher_less: number;
  readonly fisher_greater: number;
  readonly odds_ratio_woolf: { readonly haldane_half_added: boolean; readonly or_: number; readonly ci95: readonly [number, number]; readonly d_logistic: number };
  readonly risk_ratio?: { readonly rr: number; readonly ci95: readonly [number, number] };
  readonly risk_difference: { readonly p1: number; readonly p2: number; readonly rd: number; readonly ci95_wald: readonly [number, number] };
  readonly cohens_h: number;
  readonly odds_ratio_conditional_mle?: { readonly or_: number; readonly ci95_exact: readonly [number, number] };
}

const near = (value: number, expected: number, what: string, relative = 1e-9): void =>
  expect(Math.abs(value - expected), `${what}: ${value} for ${expected}`).toBeLessThanOrEqual(relative * Math.abs(expected) + 1e-14);

describe.skipIf(!haveShared("oracle", "public", "contingency.json"))("every table of the reference", () => {
  for (const c of oracle<{ cases: Case[] }>("contingency").cases) {
    const [[a, b], [d, e]] = c.table;
    test(`${a} of ${a + b} against ${d} of ${d + e}`, () => {
      const { tests, effects, treatment, control } = compareProportions({ treatmentYes: a, treatmentN: a + b, controlYes: d, controlN: d + e });
      for (const [found, known, size] of [[tests.plain, c.chi2_plain, effects.dPlain], [tests.yates, c.chi2_yates, effects.dYates]] as const) {
        near(found.statistic, known.chi2, found.name);
        near(found.p, known.p, `p of ${found.name}`);
        if (known.d_2sqrt_chi2_over_N_minus_chi2 === "Infinity") expect(size).toBeNull();
        else near(Math.abs(size!.value), known.d_2sqrt_chi2_over_N_minus_chi2, "d");
      }
      near(Math.abs(effects.phi.value), c.chi2_plain.phi, "phi");
      near(tests.likelihood.statistic, c.likelihood_ratio_G, "G");
      near(tests.fisher.p, c.fisher_two_sided, "Fisher, two-sided");
      near(tests.fisherLess.p, c.fisher_less, "Fisher, less");
      near(tests.fisherGreater.p, c.fisher_greater, "Fisher, greater");
      near(effects.oddsRatio.value, c.odds_ratio_woolf.or_, "odds ratio");
      expect(effects.oddsRatio.formula.includes("½")).toBe(c.odds_ratio_woolf.haldane_half_added);
      near(effects.dLogistic.value, c.odds_ratio_woolf.d_logistic, "logistic d");
      near(effects.h.value, c.cohens_h, "h");
      near(treatment.mean, c.risk_difference.p1, "prevalence of treatment");
      near(control.mean, c.risk_difference.p2, "prevalence of control");
      near(effects.riskDifference.value, c.risk_difference.rd, "risk difference");
      const limits = (interval: { low: number; high: number } | null | undefined, known: readonly [number, number], relative?: number): void => {
        near(interval!.low, known[0], "low", relative);
        near(interval!.high, known[1], "high", relative);
      };
      limits(effects.oddsRatio.interval, c.odds_ratio_woolf.ci95);
      limits(effects.riskDifferenceWald.interval, c.risk_difference.ci95_wald);
      if (c.risk_ratio) {
        near(effects.riskRatio!.value, c.risk_ratio.rr, "risk ratio");
        limits(effects.riskRatio!.interval, c.risk_ratio.ci95);
      } else expect(effects.riskRatio).toBeNull();
      if (c.odds_ratio_conditional_mle) {
        near(effects.oddsRatioConditional!.value, c.odds_ratio_conditional_mle.or_, "conditional odds ratio", 1e-6);
        limits(effects.oddsRatioConditional!.interval, c.odds_ratio_conditional_mle.ci95_exact, 1e-6);
      }
    });
  }
});

test("intervals of proportions are those of Newcombe's paper, 56 of 70 against 48 of 80", () => {
  // Newcombe (1998), Statistics in Medicine 17, table II, case (a), methods 1 and 10.
  const { effects, treatment } = compareProportions({ treatmentYes: 56, treatmentN: 70, controlYes: 48, controlN: 80 });
  expect(effects.riskDifference.interval!.low).toBeCloseTo(0.0524, 4);
  expect(effects.riskDifference.interval!.high).toBeCloseTo(0.3339, 4);
  expect(effects.riskDifferenceWald.interval!.low).toBeCloseTo(0.0575, 4);
  expect(treatment.interval!.low).toBeLessThan(0.8);
});

test("turning the arms round turns the signs and leaves the p-values", () => {
  fc.assert(fc.property(fc.nat(30), fc.nat(30), fc.integer({ min: 30, max: 90 }), fc.integer({ min: 30, max: 90 }), (a, c, n1, n2) => {
    const one = compareProportions({ treatmentYes: a, treatmentN: n1, controlYes: c, controlN: n2 });
    const other = compareProportions({ treatmentYes: c, treatmentN: n2, controlYes: a, controlN: n1 });
    return Math.abs(one.effects.riskDifference.value + other.effects.riskDifference.value) < 1e-12 && Math.abs(one.effects.dYates.value + other.effects.dYates.value) < 1e-12
      && Math.abs(one.tests.fisher.p - other.tests.fisher.p) < 1e-9 && Math.abs(one.tests.fisherLess.p - other.tests.fisherGreater.p) < 1e-9;
  }));
});

test("few and no counts are told, not hidden", () => {
  const few = compareProportions({ treatmentYes: 0, treatmentN: 12, controlYes: 5, controlN: 14 });
  expect(few.cautions.join(" ")).toMatch(/An expected count is 2\.3, under 5: read Fisher's exact test/);
  expect(few.effects.oddsRatioConditional!.value).toBe(0);
  const apart = compareProportions({ treatmentYes: 5, treatmentN: 5, controlYes: 0, controlN: 5 });
  expect(apart.effects.oddsRatioConditional).toBeNull();
  expect(apart.cautions.join(" ")).toMatch(/no upper bound; its exact lower limit is 2\.\d+/);
  const nothing = compareProportions({ treatmentYes: 0, treatmentN: 9, controlYes: 0, controlN: 9 });
  expect(nothing.change).toBeNull();
  expect(nothing.tests.yates.p).toBe(1);
  expect(nothing.cautions.join(" ")).toMatch(/nothing to compare/);
  expect(JSON.stringify(nothing)).not.toMatch(/null,"high"/);
  expect(() => compareProportions({ treatmentYes: 10, treatmentN: 9, controlYes: 0, controlN: 9 })).toThrow(RangeError);
});

test("a level of 10 % gives narrower intervals than one of 5 %", () => {
  const width = (level: number): number => {
    const { low, high } = compareProportions({ treatmentYes: 359, treatmentN: 2874, controlYes: 407, controlN: 2886 }, level).effects.oddsRatioConditional!.interval!;
    return high - low;
  };
  expect(width(0.1)).toBeLessThan(width(0.05) * 0.9);
});
