// How the past's location-days vary: overdispersion, clustering by hotspot and day, and what the trial's draw does with it.

import type { HistoryVariance } from "./trialPower.ts";
import type { DrawDesign } from "./trialDraw.ts";

/**
 * With f the share treated and N location-days, independent location-days give the difference of means the variance s² / (N f (1 − f)).
 * Drawing k = f n of the n items of each block gives it Σ_b n/(n − 1) Σ(v − v̄)² / (N² f (1 − f)), v an item's value in the block
 * (of a pair of days the first less the second). The ratio is the design effect
 *
 *   Σ_b n/(n − 1) Σ(v − v̄)² / (N s²):
 *
 * differences between days are gone, as each block is compared within itself; differences between hotspots stay unless the hotspots'
 * means are taken away (`adjusted`, with occasions/(occasions − 1) for the means that were estimated). Intraclass correlations by one-way
 * analysis of variance (Donner and Koval 1980).
 * @param values - day × units + unit, at least two days and two units
 * @param days - of the trial, for the design effect of fixed arms
 */
export function historyVariance(values: Float64Array, design: DrawDesign, days: number): HistoryVariance {
  const { units } = design, n = values.length, pastDays = n / units;
  const mean = average(values);
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const variance = squares / (n - 1);
  const byUnit = Array.from({ length: units }, (_, unit) => values.filter((_value, cell) => cell % units === unit));
  const byDay = Array.from({ length: pastDays }, (_, day) => values.subarray(day * units, (day + 1) * units));
  const betweenHotspots = intraclass(byUnit, mean, squares);
  return {
    mean,
    variance,
    dispersion: mean > 0 ? variance / mean : 1,
    betweenHotspots,
    betweenDays: intraclass(byDay, mean, squares),
    ...(variance > 0 ? designEffects(values, design, variance) : { designEffect: 1, adjustedDesignEffect: 1 }),
    fixedArmsDesignEffect: 1 + (days - 1) * betweenHotspots,
  };
}

const average = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** (MS between − MS within) / (MS between + (m − 1) MS within), at least 0, for classes of equal size m. */
function intraclass(classes: readonly Float64Array[], mean: number, squares: number): number {
  const m = classes[0].length;
  const between = m * classes.reduce((sum, each) => sum + (average(each) - mean) ** 2, 0);
  const msBetween = between / (classes.length - 1), msWithin = (squares - between) / (classes.length * (m - 1));
  const all = msBetween + (m - 1) * msWithin;
  return all > 0 ? Math.max(0, (msBetween - msWithin) / all) : 0;
}

function designEffects(values: Float64Array, { units, period, itemOf, strata }: DrawDesign, variance: number): Pick<HistoryVariance, "designEffect" | "adjustedDesignEffect"> {
  const occasions = Math.floor(values.length / units / period), items = Math.max(...itemOf) + 1;
  const value = new Float64Array(occasions * items), means = new Float64Array(items);
  for (let cell = 0; cell < occasions * period * units; cell++) {
    const day = Math.floor(cell / units), item = itemOf[cell % units], y = day % period === 1 ? -values[cell] : values[cell];
    value[Math.floor(day / period) * items + item] += y;
    means[item] += y / occasions;
  }
  let blocked = 0, adjusted = 0;
  for (let o = 0; o < occasions; o++) {
    for (const members of strata) {
      if (members.length < 2) continue;
      const scale = members.length / (members.length - 1);
      blocked += scale * spread(members, (item) => value[o * items + item]);
      adjusted += scale * spread(members, (item) => value[o * items + item] - means[item]);
    }
  }
  const all = occasions * period * units * variance;
  return { designEffect: blocked / all, adjustedDesignEffect: ((occasions / Math.max(1, occasions - 1)) * adjusted) / all };
}

/** Σ(v − v̄)². */
function spread(members: readonly number[], valueOf: (item: number) => number): number {
  let sum = 0, squares = 0;
  for (const item of members) {
    const v = valueOf(item);
    sum += v;
    squares += v * v;
  }
  return squares - (sum * sum) / members.length;
}
