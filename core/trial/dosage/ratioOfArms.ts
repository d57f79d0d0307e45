// How many times the activity of control days treatment days had, with an interval that knows that days of one hotspot are alike.

import { percent } from "../../inWords.ts";
import { tQuantile } from "../../stats/studentT.ts";
import type { DosageRatio, DosageSeries } from "./dosage.ts";

export interface RatioLimits {
  /** Of the interval: 0.05 gives 95 %. */
  readonly level: number;
  /** From which ratio the arms count as different. */
  readonly least: number;
}

/**
 * r = m₁ / m₀ of the means per location-day of the trial days `from` to `until`; null where an arm has none.
 *
 * The interval is that of log r by linearisation: hotspot h adds s_h = Σ₁ (y − m₁) / (n₁ m₁) − Σ₀ (y − m₀) / (n₀ m₀), and
 * var(log r) = H / (H − 1) Σ s_h², with t of H − 1 degrees of freedom. What a hotspot has more on all of its days cancels in s_h.
 */
export function ratioOfArms({ values }: Pick<DosageSeries, "values">, arms: Uint8Array, units: number, from: number, until: number, { level, least }: RatioLimits): DosageRatio | null {
  const sum = [0, 0], n = [0, 0], days = [0, 0];
  for (let cell = from * units; cell < until * units; cell++) {
    const arm = arms[cell];
    n[arm]++;
    sum[arm] += values[cell];
    if (values[cell] > 0) days[arm]++;
  }
  if (n[0] === 0 || n[1] === 0) return null;
  const [control, treatment] = [sum[0] / n[0], sum[1] / n[1]];
  const shared = { treatment, control, locationDays: { treatment: n[1], control: n[0] } };
  if (control === 0) {
    // All days with activity fell on treatment days: by chance with a probability of share^days on one side.
    const chance = (n[1] / (n[0] + n[1])) ** days[1];
    return { ...shared, ratio: null, interval: null, differs: days[1] > 0 && 2 * chance < level };
  }
  const ratio = treatment / control;
  if (treatment === 0 || units < 2) return { ...shared, ratio, interval: null, differs: false };
  const scores = new Float64Array(units);
  for (let cell = from * units; cell < until * units; cell++) {
    scores[cell % units] += arms[cell] === 1 ? (values[cell] - treatment) / sum[1] : (control - values[cell]) / sum[0];
  }
  const variance = (units / (units - 1)) * scores.reduce((total, score) => total + score * score, 0);
  const factor = Math.exp(tQuantile(1 - level / 2, units - 1) * Math.sqrt(variance));
  const interval = { low: ratio / factor, high: ratio * factor, method: `${percent(1 - level, 0)}, log ratio linearised, errors clustered by hotspot, t with ${units - 1} degrees of freedom` };
  return { ...shared, ratio, interval, differs: interval.low > 1 && ratio >= least };
}
