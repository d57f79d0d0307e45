// The formulas that go with a measure, from taking location-days as independent to what the trial's own draw does.

import type { Measure } from "../protocol.ts";
import { meansPower } from "./meansPower.ts";
import { proportionsPower } from "./proportionsPower.ts";
import { ratesPower } from "./ratesPower.ts";
import type { HistoryVariance } from "./trialPower.ts";

export interface PowerFormula {
  readonly name: string;
  readonly text: string;
  /** Of a fall from 0 to 1 on patrolled location-days. */
  powerOf(fall: number): number;
}

export interface FormulaCase {
  readonly measure: Measure;
  readonly history: Pick<HistoryVariance, "mean" | "variance" | "dispersion" | "designEffect" | "adjustedDesignEffect">;
  /** Location-days. */
  readonly treatment: number;
  readonly control: number;
  readonly delivery: number;
  readonly contamination: number;
  readonly level: number;
}

const BASE: Readonly<Record<Measure, string>> = {
  prevalence: "Two proportions: Φ((|d| − z s₀) / s₁) and the other tail, s₀ pooled, s₁ not (R: power.prop.test)",
  count: "Two rates: both tails of z = |ln(λ₁/λ₂)| / √(φ (1/(λ₁n₁) + 1/(λ₂n₂)))",
  harm: "Two means: noncentral t with δ / (s √(1/n₁ + 1/n₂)) (R: power.t.test), s² of each arm in proportion to its mean",
};

/**
 * Partial delivery and contamination dilute: treatment location-days have the mean (1 − fall × delivery), control ones (1 − fall ×
 * contamination) times the past's.
 * @returns in order; the one called "By the draw" goes with the planned test
 */
export function powerFormulas({ measure, history, treatment, control, delivery, contamination, level }: FormulaCase): { readonly formulas: readonly PowerFormula[]; readonly planned: PowerFormula } {
  const { mean } = history;
  const arms = (fall: number) => ({ treated: mean * (1 - fall * delivery), untreated: mean * (1 - fall * contamination) });
  const powerWith = (effect: number, dispersion: number) => (fall: number): number => {
    const { treated, untreated } = arms(fall);
    if (measure === "prevalence") return proportionsPower({ p1: untreated, n1: control, p2: treated, n2: treatment }, level, effect).pooled;
    if (measure === "count") return ratesPower({ rate1: untreated, exposure1: control, rate2: treated, exposure2: treatment }, level, dispersion * effect).logRatio;
    // A sum over incidents has a variance that falls with their number: half of each arm's goes into the test.
    return meansPower(untreated - treated, Math.sqrt((history.variance * (treated + untreated)) / (2 * mean)), treatment, control, level, effect);
  };
  const { dispersion, designEffect, adjustedDesignEffect } = history;
  const base = BASE[measure];
  const planned: PowerFormula = {
    name: "By the draw",
    text: `${base}${measure === "count" ? ", φ = s²/mean" : ""}; the variance times the design effect of blocks of a day: s² without what differs between days`,
    powerOf: powerWith(designEffect, dispersion),
  };
  return {
    planned,
    formulas: [
      ...(measure === "count" ? [{ name: "Poisson", text: `${base}, φ = 1: counts neither clustered nor overdispersed`, powerOf: powerWith(1, 1) }] : []),
      {
        name: "Independent",
        text: `${base}${measure === "count" ? ", φ = s²/mean of the past's location-days" : ""}; location-days taken as independent`,
        powerOf: powerWith(1, dispersion),
      },
      planned,
      {
        name: "Hotspots adjusted",
        text: `${base}${measure === "count" ? ", φ = s²/mean" : ""}; the variance times the design effect of blocks of a day after each hotspot's mean is taken away`,
        powerOf: powerWith(adjustedDesignEffect, dispersion),
      },
    ],
  };
}
