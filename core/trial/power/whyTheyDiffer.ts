// Why formulas and simulated trials differ, with this past's own numbers.

import { count, decimal, percent } from "../../inWords.ts";
import type { Measure } from "../protocol.ts";
import type { HistoryVariance } from "./trialPower.ts";

export function whyTheyDiffer(measure: Measure, history: HistoryVariance, days: number, draws: number, target: number): string[] {
  const { dispersion, betweenHotspots, designEffect, adjustedDesignEffect, fixedArmsDesignEffect } = history;
  const standardError = Math.sqrt((target * (1 - target)) / draws);
  return [
    ...(measure === "count"
      ? [`Counts vary ${decimal(dispersion, 2)} times as much as Poisson counts would (variance ÷ mean): hotspots and days differ, and incidents come together. The Poisson formula knows nothing of it.`]
      : []),
    `Each day is compared within itself, and each hotspot has both arms: that ${percent(betweenHotspots, 0)} of the variance lies between hotspots does not multiply it (design effect ${decimal(designEffect, 2)}). If each hotspot kept its arm for all ${days} days, it would (design effect ${decimal(fixedArmsDesignEffect, 1)}).`,
    `Taking away each hotspot's mean leaves ${percent(adjustedDesignEffect / designEffect, 0)} of the variance: worth ${percent(Math.max(0, designEffect / adjustedDesignEffect - 1), 0)} more days.`,
    measure === "harm"
      ? "A few grave offences make most of the harm: its distribution is far from the normal one of the formula, and the simulation has the real one."
      : "Formulas are normal approximations of the test; the simulation has the real counts of each hotspot and day.",
    `Simulated power at ${percent(target, 0)} is a share of ${count(draws)} trials: 95 in 100 such shares are within ${decimal(196 * standardError, 1)} points of it.`,
  ];
}
