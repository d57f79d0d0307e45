// Two rates of events, treatment against control, as Poisson counts over their exposure.

import { binomialTest, clopperPearson } from "../../stats/binomialTest.ts";
import { eTest } from "../../stats/eTest.ts";
import { poissonAtLeast, poissonAtMost } from "../../stats/incompleteGamma.ts";
import { normalQuantile } from "../../stats/normalQuantile.ts";
import { twoSidedP } from "../../stats/normalTail.ts";
import { rootOf } from "../../stats/rootOf.ts";
import type { ArmSummary, EffectSize, TestResult } from "./trialEvaluation.ts";

/** Events, and the location-days (or any exposure) that they happened in. */
export interface TwoRates {
  readonly treatmentEvents: number;
  readonly treatmentExposure: number;
  readonly controlEvents: number;
  readonly controlExposure: number;
}

export interface RatesComparison {
  /** Of the tests; the intervals hold 1 − level. */
  readonly level: number;
  /** `mean` is the rate, with the exact Poisson interval. */
  readonly treatment: ArmSummary;
  readonly control: ArmSummary;
  /** Treatment / control − 1, of the count per exposure; null where the control has no event. */
  readonly change: number | null;
  readonly tests: { readonly eTest: TestResult; readonly conditional: TestResult; readonly score: TestResult };
  readonly effects: {
    /** Null where an arm has no event. */
    readonly ratio: EffectSize | null;
    /** Null where the control has no event: there is no upper bound, and the caution names the lower limit. */
    readonly ratioExact: EffectSize | null;
    readonly difference: EffectSize;
  };
  readonly cautions: readonly string[];
}

/**
 * Formulas stand in the results themselves.
 * @param level - of the tests: 0.05 gives 95 % intervals
 * @throws RangeError unless events are whole numbers from 0 and exposures above 0
 */
export function compareRates(rates: TwoRates, level = 0.05): RatesComparison {
  const { treatmentEvents: k1, treatmentExposure: e1, controlEvents: k2, controlExposure: e2 } = rates;
  if (!(Number.isInteger(k1) && Number.isInteger(k2) && k1 >= 0 && k2 >= 0 && e1 > 0 && e2 > 0)) throw new RangeError(`compareRates needs whole events from 0 and exposures above 0, got ${k1} in ${e1} and ${k2} in ${e2}`);
  const z = normalQuantile(1 - level / 2);
  const n = k1 + k2, share = e1 / (e1 + e2), ratio = k1 / e1 / (k2 / e2);
  const reach = Math.exp(z * Math.sqrt(1 / k1 + 1 / k2));
  const difference = k1 / e1 - k2 / e2, half = z * Math.sqrt(k1 / e1 ** 2 + k2 / e2 ** 2);
  const limits = exactLimits(k1, n, e2 / e1, level);
  const score = n === 0 ? 0 : (k1 - n * share) / Math.sqrt(n * share * (1 - share));
  return {
    level,
    treatment: arm(k1, e1, level),
    control: arm(k2, e2, level),
    change: k2 === 0 ? null : ratio - 1,
    tests: {
      eTest: { name: "E-test (Krishnamoorthy and Thomson)", statistic: n === 0 ? 0 : difference / Math.sqrt(k1 / e1 ** 2 + k2 / e2 ** 2), df: null, p: eTest(k1, e1, k2, e2) },
      conditional: { name: "Exact conditional binomial test", statistic: k1, df: null, p: n === 0 ? 1 : binomialTest(k1, n, share) },
      score: { name: "Score test", statistic: score, df: null, p: twoSidedP(score) },
    },
    effects: {
      ratio: k1 === 0 || k2 === 0 ? null : { name: "Rate ratio", value: ratio, formula: "treatment rate / control rate", interval: { low: ratio / reach, high: ratio * reach, method: "Wald, logarithm" } },
      ratioExact: k2 === 0 ? null : { name: "Rate ratio, exact", value: ratio, formula: "treatment rate / control rate", interval: { ...limits, method: "exact, conditional binomial" } },
      difference: { name: "Rate difference", value: difference, formula: "treatment rate − control rate", interval: { low: difference - half, high: difference + half, method: "Wald" } },
    },
    cautions: [
      "The tests take events as independent (Poisson); clusters of crime make the true p larger: see the model with errors clustered by hotspot.",
      ...(k2 === 0 && k1 > 0 ? [`The control has no event: the ratio has no upper bound; its exact lower limit is ${limits.low.toPrecision(4)}.`] : []),
      ...(Math.min(k1, k2) < 10 ? ["An arm has fewer than 10 events: read the E-test and the exact interval."] : []),
    ],
  };
}

/** Given the total, treatment's events are binomial of share e₁ρ / (e₁ρ + e₂), ρ the ratio. */
function exactLimits(k1: number, n: number, e2PerE1: number, level: number): { readonly low: number; readonly high: number } {
  const { low, high } = clopperPearson(k1, n, level);
  return { low: (low / (1 - low)) * e2PerE1, high: (high / (1 - high)) * e2PerE1 };
}

/** Garwood (1936): means under which so many, or so few, have probability level / 2. */
function arm(events: number, exposure: number, level: number): ArmSummary {
  const most = 2 * events + 10 * normalQuantile(1 - level / 4) ** 2 + 10;
  const low = events === 0 ? 0 : rootOf((mean) => poissonAtLeast(events, mean) - level / 2, 0, most);
  const high = rootOf((mean) => poissonAtMost(events, mean) - level / 2, 0, most);
  return { locationDays: exposure, total: events, mean: events / exposure, sd: null, interval: { low: low / exposure, high: high / exposure, method: "exact, Garwood" } };
}
