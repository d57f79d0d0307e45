// A trial as large as Thames Valley's first, with clustered, overdispersed counts: 45 hotspots in two strata, 128 days.

import { drawGamma } from "../../../../core/stats/drawGamma.ts";
import { drawPoisson } from "../../../../core/stats/drawPoisson.ts";
import type { Random } from "../../../../core/stats/random.ts";
import { shuffle } from "../../../../core/stats/shuffle.ts";
import type { DrawUnit } from "../../../../core/trial/schedule/blocks.ts";

export interface InventedTrial {
  readonly units: readonly DrawUnit[];
  readonly days: number;
  readonly arms: Uint8Array;
  readonly y: Float64Array;
}

export interface InventedDesign {
  /** Hotspots of each stratum. */
  readonly strata: readonly number[];
  readonly days: number;
  /** "day": half of each stratum each day, odd ones in turn; "period": half of all hotspots once for all days. */
  readonly draw: "day" | "period";
  /** Mean count of a location-day; coefficients of variation of hotspots and of days; θ of what is left. */
  readonly mean: number;
  readonly hotspots: number;
  readonly dayEffects: number;
  readonly theta: number;
  /** Rate of treatment / control. */
  readonly ratio: number;
}

export const THAMES_VALLEY: InventedDesign = { strata: [19, 26], days: 128, draw: "day", mean: 0.47, hotspots: 0.6, dayEffects: 0.2, theta: 2, ratio: 1 };

export function inventedTrial(random: Random, { strata, days, draw, mean, hotspots, dayEffects, theta, ratio }: InventedDesign): InventedTrial {
  const units = strata.flatMap((size, s) => Array.from({ length: size }, (_, i): DrawUnit => ({ id: `H${s + 1}-${i + 1}`, stratum: `${s + 1}` })));
  const arms = new Uint8Array(units.length * days), y = new Float64Array(units.length * days);
  const varied = (cv: number): number => (cv === 0 ? 1 : drawGamma(random, 1 / cv ** 2, cv ** 2));
  const effect = units.map(() => varied(hotspots));
  const once = shuffle(random, units.map((_, unit) => unit)).slice(0, Math.floor(units.length / 2));
  for (let day = 0; day < days; day++) {
    const ofDay = varied(dayEffects);
    const treated = draw === "period" ? once : strata.flatMap((size, s) => {
      const start = strata.slice(0, s).reduce((sum, n) => sum + n, 0);
      return shuffle(random, Array.from({ length: size }, (_, i) => start + i)).slice(0, Math.floor(size / 2) + (size % 2 === 1 && day % 2 === 1 ? 1 : 0));
    });
    for (const unit of treated) arms[day * units.length + unit] = 1;
    units.forEach((_, unit) => {
      const row = day * units.length + unit;
      y[row] = drawPoisson(random, mean * effect[unit] * ofDay * (arms[row] === 1 ? ratio : 1) * drawGamma(random, theta, 1 / theta));
    });
  }
  return { units, days, arms, y };
}
