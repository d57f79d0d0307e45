// Two proportions, treatment against control: every test and effect size of a 2 × 2 table, each with its formula.

import { chiSquared2x2 } from "../../stats/chiSquared2x2.ts";
import { fisherExact } from "../../stats/fisherExact.ts";
import { chiSquaredTail } from "../../stats/incompleteGamma.ts";
import { normalQuantile } from "../../stats/normalQuantile.ts";
import { newcombeInterval, wilsonInterval } from "../../stats/wilsonInterval.ts";
import { INDEPENDENT_DAYS } from "./independentDays.ts";
import type { ArmSummary, EffectSize, Interval, TestResult } from "./trialEvaluation.ts";

/** Location-days with at least one crime, and all location-days, of each arm. */
export interface TwoProportions {
  readonly treatmentYes: number;
  readonly treatmentN: number;
  readonly controlYes: number;
  readonly controlN: number;
}

export interface ProportionsComparison {
  /** Of the tests; the intervals hold 1 − level. */
  readonly level: number;
  /** `mean` is the prevalence, with Wilson's interval. */
  readonly treatment: ArmSummary;
  readonly control: ArmSummary;
  /** Treatment / control − 1, of the prevalence; null where the control's is 0. */
  readonly change: number | null;
  /** Chi-squared each with one degree of freedom; the statistic of Fisher's tests is the treatment arm's count. */
  readonly tests: {
    readonly yates: TestResult;
    readonly plain: TestResult;
    readonly likelihood: TestResult;
    readonly fisher: TestResult;
    readonly fisherLess: TestResult;
    readonly fisherGreater: TestResult;
  };
  readonly effects: {
    readonly riskDifference: EffectSize;
    readonly riskDifferenceWald: EffectSize;
    /** Null where an arm has none. */
    readonly riskRatio: EffectSize | null;
    readonly oddsRatio: EffectSize;
    /** Null where it has no upper bound; the caution then names its lower limit. */
    readonly oddsRatioConditional: EffectSize | null;
    readonly h: EffectSize;
    readonly phi: EffectSize;
    /** With the sign of treatment − control. */
    readonly dYates: EffectSize;
    /** Null where the arms are wholly apart: χ² is N. */
    readonly dPlain: EffectSize | null;
    readonly dLogistic: EffectSize;
  };
  readonly cautions: readonly string[];
}

/**
 * Formulas stand in the results themselves. Yates' correction is what the Thames Valley report printed; its effect size is dYates.
 * @param level - of the tests: 0.05 gives 95 % intervals
 * @throws RangeError unless 0 ≤ yes ≤ n and n ≥ 1 in both arms
 */
export function compareProportions(counts: TwoProportions, level = 0.05): ProportionsComparison {
  const { treatmentYes: a, treatmentN: n1, controlYes: c, controlN: n2 } = counts;
  if (!(a >= 0 && a <= n1 && n1 >= 1 && c >= 0 && c <= n2 && n2 >= 1)) throw new RangeError(`compareProportions needs 0 ≤ yes ≤ n in both arms, got ${a} of ${n1} and ${c} of ${n2}`);
  const z = normalQuantile(1 - level / 2);
  const p1 = a / n1, p2 = c / n2, n = n1 + n2;
  const chi = chiSquared2x2(a, n1, c, n2);
  const exact = fisherExact(a, n1, c, n2, level);
  const sign = Math.sign(p1 - p2);
  const d = (chiSquared: number, which: string): EffectSize =>
    effect(`d from χ² ${which}`, sign * 2 * Math.sqrt(chiSquared / (n - chiSquared)), `d = 2 √(χ² / (N − χ²)), χ² ${which}`);
  const odds = logOdds(a, n1, c, n2, z);
  const chiTest = (name: string, statistic: number): TestResult => ({ name, statistic, df: 1, p: chiSquaredTail(statistic, 1) });
  const fisher = (side: string, p: number): TestResult => ({ name: `Fisher's exact test, ${side}`, statistic: a, df: null, p });
  const difference = p1 - p2;
  const se = Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2);
  return {
    level,
    treatment: arm(a, n1, z),
    control: arm(c, n2, z),
    change: c === 0 ? null : p1 / p2 - 1,
    tests: {
      yates: chiTest("Chi-squared with Yates' correction", chi.yates),
      plain: chiTest("Chi-squared without correction", chi.plain),
      likelihood: chiTest("Likelihood ratio G", chi.likelihood),
      fisher: fisher("two-sided", exact.twoSided),
      fisherLess: fisher("treatment is less", exact.less),
      fisherGreater: fisher("treatment is more", exact.greater),
    },
    effects: {
      riskDifference: effect("Risk difference", difference, "treatment prevalence − control prevalence", newcombeInterval(a, n1, c, n2, z), "Newcombe, hybrid score"),
      riskDifferenceWald: effect("Risk difference, Wald", difference, "treatment prevalence − control prevalence", about(difference, z * se), "Wald"),
      riskRatio: a === 0 || c === 0 ? null : riskRatio(p1 / p2, Math.sqrt((1 - p1) / a + (1 - p2) / c), z),
      oddsRatio: effect("Odds ratio", odds.ratio, odds.formula, odds, "Woolf, logarithm"),
      oddsRatioConditional: exact.high === Infinity ? null : effect("Odds ratio, conditional", exact.oddsRatio, "conditional maximum likelihood, margins given", exact, "exact, conditional"),
      h: effect("Cohen's h", 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2)), "h = 2 asin √p₁ − 2 asin √p₂"),
      phi: effect("phi", sign * Math.sqrt(chi.plain / n), "φ = √(χ² / N), χ² without correction"),
      dYates: d(chi.yates, "with Yates' correction"),
      dPlain: chi.plain >= n * (1 - 1e-12) ? null : d(chi.plain, "without correction"),
      dLogistic: effect("d from the odds ratio", (Math.log(odds.ratio) * Math.sqrt(3)) / Math.PI, "d = ln(odds ratio) √3 / π"),
    },
    cautions: [...cautionsOf(a, n1, c, n2), ...(exact.high === Infinity && exact.low > 0 ? [`The odds ratio has no upper bound; its exact lower limit is ${exact.low.toPrecision(4)}.`] : [])],
  };
}

type Limits = Pick<Interval, "low" | "high">;

const about = (value: number, half: number): Limits => ({ low: value - half, high: value + half });

const effect = (name: string, value: number, formula: string, limits?: Limits, method = ""): EffectSize =>
  ({ name, value, formula, interval: limits ? { low: limits.low, high: limits.high, method } : null });

const arm = (yes: number, n: number, z: number): ArmSummary =>
  ({ locationDays: n, total: yes, mean: yes / n, sd: null, interval: { ...wilsonInterval(yes, n, z), method: "Wilson" } });

const riskRatio = (ratio: number, logSe: number, z: number): EffectSize =>
  effect("Risk ratio", ratio, "treatment prevalence / control prevalence", { low: ratio * Math.exp(-z * logSe), high: ratio * Math.exp(z * logSe) }, "Katz, logarithm");

/** Woolf (1955); with Haldane and Anscombe's ½ on every cell where one is empty. */
function logOdds(a: number, n1: number, c: number, n2: number, z: number): Limits & { readonly ratio: number; readonly formula: string } {
  const empty = a === 0 || c === 0 || a === n1 || c === n2;
  const [w, x, y, v] = [a, n1 - a, c, n2 - c].map((cell) => cell + (empty ? 0.5 : 0));
  const ratio = (w * v) / (x * y);
  const reach = Math.exp(z * Math.sqrt(1 / w + 1 / x + 1 / y + 1 / v));
  return { ratio, low: ratio / reach, high: ratio * reach, formula: empty ? "ad / bc, ½ added to every cell as one is empty" : "ad / bc" };
}

function cautionsOf(a: number, n1: number, c: number, n2: number): string[] {
  const yes = a + c, no = n1 + n2 - yes;
  const least = (Math.min(n1, n2) * Math.min(yes, no)) / (n1 + n2);
  const cautions = [INDEPENDENT_DAYS];
  if (yes === 0 || no === 0) cautions.push("Both arms are all alike: there is nothing to compare.");
  else if (least < 5) cautions.push(`An expected count is ${least.toFixed(1)}, under 5: read Fisher's exact test, not chi-squared.`);
  return cautions;
}
