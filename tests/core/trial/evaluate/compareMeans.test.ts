import { describe, expect, test } from "vitest";
import { compareMeans, meanSummary } from "../../../../core/trial/evaluate/compareMeans.ts";
import { meansFromT } from "../../../../core/trial/evaluate/meansFromT.ts";
import { twoMeans } from "../../../../core/trial/evaluate/twoMeans.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

interface Expected {
  readonly n1: number;
  readonly mean1: number;
  readonly var1: number;
  readonly student: { readonly t: number; readonly df: number; readonly p_two_sided: number; readonly ci95_difference: readonly [number, number] };
  readonly welch: { readonly t: number; readonly df: number; readonly p_two_sided: number; readonly ci95_difference: readonly [number, number] };
  readonly cohens_d: {
    readonly d_pooled_sd: number;
    readonly hedges_g_approx: number;
    readonly hedges_g_exact: number;
    readonly ci95_normal_se_2N: readonly [number, number];
    readonly ci95_noncentral_t: readonly [number, number];
    readonly d_average_sd: number;
    readonly glass_delta_sd2: number;
  };
}

interface Case {
  readonly name: string;
  readonly group1: readonly number[];
  readonly group2: readonly number[];
  readonly expected: Expected;
}

const near = (value: number, expected: number, what: string, relative = 1e-9, absolute = 0): void =>
  expect(Math.abs(value - expected), `${what}: ${value} for ${expected}`).toBeLessThanOrEqual(relative * Math.abs(expected) + absolute);

describe.skipIf(!haveShared("oracle", "public", "ttest_effect.json"))("every pair of samples of the reference", () => {
  for (const { name, group1, group2, expected } of oracle<{ cases: Case[] }>("ttest_effect").cases) {
    test(name, () => {
      const one = meanSummary(group1);
      near(one.mean, expected.mean1, "mean");
      near(one.variance, expected.var1, "variance");
      const { tests, effects } = compareMeans(one, meanSummary(group2))!;
      for (const [found, difference, known] of [[tests.student, effects.differenceStudent, expected.student], [tests.welch, effects.difference, expected.welch]] as const) {
        near(found.statistic, known.t, found.name);
        near(found.df!, known.df, `df of ${found.name}`);
        near(found.p, known.p_two_sided, `p of ${found.name}`, 1e-8);
        // The reference's quantiles of t are off by up to 3e-9 (2.009575234489 for 2.009575237129 with 49 degrees of freedom, by mpmath to 30 digits).
        near(difference.interval!.low, known.ci95_difference[0], "low", 1e-8);
        near(difference.interval!.high, known.ci95_difference[1], "high", 1e-8);
      }
      const d = expected.cohens_d;
      near(effects.d.value, d.d_pooled_sd, "d");
      near(effects.g.value, d.hedges_g_exact, "g");
      near(effects.gApproximate.value, d.hedges_g_approx, "g, approximate");
      near(effects.dAverage.value, d.d_average_sd, "d, average");
      near(effects.glass!.value, d.glass_delta_sd2, "Glass");
      near(effects.dNormal.interval!.low, d.ci95_normal_se_2N[0], "normal low");
      near(effects.dNormal.interval!.high, d.ci95_normal_se_2N[1], "normal high");
      near(effects.d.interval!.low, d.ci95_noncentral_t[0], "noncentral low", 0, 1e-7);
      near(effects.d.interval!.high, d.ci95_noncentral_t[1], "noncentral high", 0, 1e-7);
    });
  }
});

test("a published t gives p, both effect sizes, and the standard deviation that it implies", () => {
  const { tests, effects, impliedSd, change } = meansFromT({ treatment: { n: 2874, mean: 0.462 }, control: { n: 2886, mean: 0.485 }, t: 0.924 });
  expect(tests.student.statistic, "treatment minus control, whatever the print").toBe(-0.924);
  expect(tests.student.p).toBeCloseTo(0.3555, 4);
  expect(effects.d.value).toBeCloseTo(-0.02435, 5);
  expect(effects.d2t.value).toBeCloseTo(-0.02435, 5);
  expect(impliedSd).toBeCloseTo(0.9446, 4);
  expect(change).toBeCloseTo(-0.0474, 4);
});

test("means of large values keep their digits", () => {
  const far = meanSummary([1e9 + 1, 1e9 + 2, 1e9 + 3]);
  expect(far).toEqual({ n: 3, mean: 1e9 + 2, variance: 1 });
});

test("the job takes values, summaries or a t, and says when no t is defined", async () => {
  const run = (params: unknown) => twoMeans.run(twoMeans.params.parse(params), nodeContext);
  const values = await run({ treatment: [0, 1, 0, 2], control: [1, 2, 3, 1] });
  const summaries = await run({ treatment: { n: 4, mean: 0.75, sd: Math.sqrt(11 / 12) }, control: { n: 4, mean: 1.75, sd: Math.sqrt(11 / 12) } });
  expect(summaries.tests.student.p).toBeCloseTo(values.tests.student.p, 12);
  expect(await run({ treatment: { n: 2874, mean: 1.255 }, control: { n: 2886, mean: 0.018 }, t: 46.714 })).toMatchObject({ impliedSd: expect.closeTo(1.00485, 4) });
  expect(() => run({ treatment: [1, 1], control: [0, 0] })).toThrow(/every value is the same/);
  expect(twoMeans.params.safeParse({ treatment: [1], control: [0, 0] }).success).toBe(false);
});
