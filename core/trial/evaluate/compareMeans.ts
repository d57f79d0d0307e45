// Two means, treatment against control: Student's and Welch's t-tests and every effect size, each with its formula.

import { logGamma } from "../../stats/logGamma.ts";
import { noncentralities } from "../../stats/noncentralT.ts";
import { tQuantile, twoSidedTP } from "../../stats/studentT.ts";
import { normalQuantile } from "../../stats/normalQuantile.ts";
import { INDEPENDENT_DAYS } from "./independentDays.ts";
import type { ArmSummary, EffectSize, TestResult } from "./trialEvaluation.ts";

/** Of values of one arm. */
export interface MeanSummary {
  readonly n: number;
  readonly mean: number;
  /** Over n − 1. */
  readonly variance: number;
}

export interface MeansComparison {
  /** Of the tests; the intervals hold 1 − level. */
  readonly level: number;
  readonly treatment: ArmSummary;
  readonly control: ArmSummary;
  /** Treatment / control − 1; null where the control's mean is not above 0. */
  readonly change: number | null;
  readonly tests: { readonly student: TestResult; readonly welch: TestResult };
  readonly effects: {
    /** Treatment − control, with the interval of Welch's t. */
    readonly difference: EffectSize;
    readonly differenceStudent: EffectSize;
    /** With the noncentral t's interval. */
    readonly d: EffectSize;
    /** With the normal interval. */
    readonly dNormal: EffectSize;
    readonly d2t: EffectSize;
    readonly g: EffectSize;
    readonly gApproximate: EffectSize;
    readonly dAverage: EffectSize;
    /** Null where the control does not vary. */
    readonly glass: EffectSize | null;
  };
  readonly cautions: readonly string[];
}

/** Welford's sums, so that large values keep their digits. The variance of one value is 0. */
export function meanSummary(values: ArrayLike<number>): MeanSummary {
  let mean = 0, squares = 0;
  for (let i = 0; i < values.length; i++) {
    const step = values[i] - mean;
    mean += step / (i + 1);
    squares += step * (values[i] - mean);
  }
  return { n: values.length, mean, variance: values.length > 1 ? squares / (values.length - 1) : 0 };
}

/**
 * Student's t with the pooled variance, Welch's with Satterthwaite's degrees of freedom. Formulas stand in the results themselves.
 * @param level - of the tests: 0.05 gives 95 % intervals
 * @returns null where neither arm varies: no t is defined
 * @throws RangeError unless both arms have 2 values or more
 */
export function compareMeans(treatment: MeanSummary, control: MeanSummary, level = 0.05): MeansComparison | null {
  const { n: n1, mean: m1, variance: v1 } = treatment, { n: n2, mean: m2, variance: v2 } = control;
  if (!(n1 >= 2 && n2 >= 2)) throw new RangeError(`compareMeans needs 2 values or more in both arms, got ${n1} and ${n2}`);
  if (v1 === 0 && v2 === 0) return null;
  const difference = m1 - m2, df = n1 + n2 - 2;
  const pooled = ((n1 - 1) * v1 + (n2 - 1) * v2) / df;
  const seStudent = Math.sqrt(pooled * (1 / n1 + 1 / n2)), seWelch = Math.sqrt(v1 / n1 + v2 / n2);
  const dfWelch = (v1 / n1 + v2 / n2) ** 2 / ((v1 / n1) ** 2 / (n1 - 1) + (v2 / n2) ** 2 / (n2 - 1));
  const t = difference / seStudent;
  const effects = effectsOfT(t, n1, n2, level);
  const average = Math.sqrt((v1 + v2) / 2);
  return {
    level,
    treatment: arm(treatment, level),
    control: arm(control, level),
    change: m2 > 0 ? m1 / m2 - 1 : null,
    tests: {
      student: { name: "Student's t-test, pooled variance", statistic: t, df, p: twoSidedTP(t, df) },
      welch: { name: "Welch's t-test", statistic: difference / seWelch, df: dfWelch, p: twoSidedTP(difference / seWelch, dfWelch) },
    },
    effects: {
      difference: within("Difference of means", difference, seWelch, dfWelch, level, "Welch's t"),
      differenceStudent: within("Difference of means, Student", difference, seStudent, df, level, "Student's t"),
      ...effects,
      dAverage: { name: "d, average variance", value: difference / average, formula: "d = difference / √((s₁² + s₂²) / 2)", interval: null },
      glass: v2 > 0 ? { name: "Glass's delta", value: difference / Math.sqrt(v2), formula: "Δ = difference / s of the control", interval: null } : null,
    },
    cautions: cautionsOf(treatment, control),
  };
}

/** What a published t and the arms' sizes tell without the raw data. */
export function effectsOfT(t: number, n1: number, n2: number, level: number): Pick<MeansComparison["effects"], "d" | "dNormal" | "d2t" | "g" | "gApproximate"> {
  const df = n1 + n2 - 2, scale = Math.sqrt(1 / n1 + 1 / n2), d = t * scale;
  const limits = noncentralities(t, df, level);
  const half = normalQuantile(1 - level / 2) * Math.sqrt(scale ** 2 + d ** 2 / (2 * (n1 + n2)));
  const exact = Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2)) / Math.sqrt(df / 2);
  const formula = "d = difference / pooled s = t √(1/n₁ + 1/n₂)";
  return {
    d: { name: "Cohen's d", value: d, formula, interval: { low: limits.low * scale, high: limits.high * scale, method: "noncentral t" } },
    dNormal: { name: "Cohen's d, normal interval", value: d, formula, interval: { low: d - half, high: d + half, method: "normal, se² = 1/n₁ + 1/n₂ + d²/2N" } },
    d2t: { name: "d from t and df", value: (2 * t) / Math.sqrt(df), formula: "d = 2t / √(N − 2)", interval: null },
    g: { name: "Hedges' g", value: d * exact, formula: "g = d Γ(df/2) / (√(df/2) Γ((df − 1)/2))", interval: null },
    gApproximate: { name: "Hedges' g, approximate", value: d * (1 - 3 / (4 * df - 1)), formula: "g = d (1 − 3 / (4 df − 1))", interval: null },
  };
}

const arm = ({ n, mean, variance }: MeanSummary, level: number): ArmSummary => {
  const half = tQuantile(1 - level / 2, n - 1) * Math.sqrt(variance / n);
  return { locationDays: n, total: n * mean, mean, sd: Math.sqrt(variance), interval: { low: mean - half, high: mean + half, method: "Student's t" } };
};

function within(name: string, value: number, se: number, df: number, level: number, method: string): EffectSize {
  const half = tQuantile(1 - level / 2, df) * se;
  return { name, value, formula: "treatment mean − control mean", interval: { low: value - half, high: value + half, method } };
}

function cautionsOf(treatment: MeanSummary, control: MeanSummary): string[] {
  const cautions = [INDEPENDENT_DAYS];
  const [less, more] = [treatment, control].map(({ variance }) => variance).sort((a, b) => a - b);
  if (more > 2 * less) cautions.push("One arm varies more than twice as much as the other: read Welch's t-test, not Student's.");
  if (Math.min(treatment.n, control.n) < 30) cautions.push("An arm has fewer than 30 location-days: t-tests of skewed counts are unsafe.");
  return cautions;
}
