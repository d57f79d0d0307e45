// What a published table of means still tells when only its t is printed.

import { twoSidedTP } from "../../stats/studentT.ts";
import { effectsOfT, type MeansComparison } from "./compareMeans.ts";
import type { TestResult } from "./trialEvaluation.ts";

/** As printed: the sign of t is not used, as papers do not agree on it. */
export interface PublishedMeans {
  readonly treatment: { readonly n: number; readonly mean: number };
  readonly control: { readonly n: number; readonly mean: number };
  readonly t: number;
}

export interface MeansFromT {
  readonly level: number;
  /** Treatment − control. */
  readonly difference: number;
  readonly change: number | null;
  readonly tests: { readonly student: TestResult };
  readonly effects: Pick<MeansComparison["effects"], "d" | "dNormal" | "d2t" | "g" | "gApproximate">;
  /** s = |difference| / (|t| √(1/n₁ + 1/n₂)): the common standard deviation that the print implies; null where t is 0. */
  readonly impliedSd: number | null;
  readonly cautions: readonly string[];
}

/** t is given the sign of treatment − control; with N − 2 degrees of freedom, as Welch's cannot be known without the variances. */
export function meansFromT({ treatment, control, t: printed }: PublishedMeans, level = 0.05): MeansFromT {
  const difference = treatment.mean - control.mean;
  const t = difference === 0 ? printed : Math.sign(difference) * Math.abs(printed);
  const df = treatment.n + control.n - 2;
  return {
    level,
    difference,
    change: control.mean > 0 ? treatment.mean / control.mean - 1 : null,
    tests: { student: { name: "t-test as printed, N − 2 degrees of freedom", statistic: t, df, p: twoSidedTP(t, df) } },
    effects: effectsOfT(t, treatment.n, control.n, level),
    impliedSd: t === 0 ? null : Math.abs(difference) / (Math.abs(t) * Math.sqrt(1 / treatment.n + 1 / control.n)),
    cautions: ["t itself cannot be checked without the raw data or the standard deviations."],
  };
}
