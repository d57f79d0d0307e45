// The effect of a delivered patrol on the days that had one because they were drawn.

import { mean } from "../../stats/mean.ts";
import { normalQuantile } from "../../stats/normalQuantile.ts";
import type { Measure } from "../protocol.ts";
import type { ByArm } from "./splitByArm.ts";
import type { ComplierEffect } from "./trialEvaluation.ts";

/**
 * β = (ȳ₁ − ȳ₀) / (d̄₁ − d̄₀), the draw as instrument (Wald 1940; Angrist, Imbens and Rubin 1996); its variance is that of
 * y − βd, Σ over the arms of s² / n, divided by (d̄₁ − d̄₀)² (delta method; location-days as independent). It holds where the
 * draw changes crime through full patrols alone and makes no day lose one.
 * @param values, delivered - one value a location-day; delivered: 1 with a full patrol, 0 without
 * @param level - of the test, 0.05 for an interval of 95 %
 */
export function complierEffect(outcome: string, measure: Measure, values: ByArm, delivered: ByArm, level: number): ComplierEffect {
  const more = mean(delivered.treatment) - mean(delivered.control);
  const effect = (mean(values.treatment) - mean(values.control)) / more;
  if (!Number.isFinite(effect)) return { outcome, measure, effect: null, interval: null };
  const variance = (["treatment", "control"] as const).reduce((sum, arm) => {
    const y = values[arm], d = delivered[arm];
    return sum + varianceOfMean(y.map((value, i) => value - effect * d[i]));
  }, 0);
  const reach = (normalQuantile(1 - level / 2) * Math.sqrt(variance)) / Math.abs(more);
  return { outcome, measure, effect, interval: { low: effect - reach, high: effect + reach, method: "normal, delta method" } };
}

function varianceOfMean(values: Float64Array): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1) / values.length;
}
