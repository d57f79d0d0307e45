// How the difference between treatment and control grew over the days of a trial.

import { normalQuantile } from "../../stats/normalQuantile.ts";
import { blocksOf, type DrawnBlock } from "../schedule/blocks.ts";
import type { AnalysedDays } from "./analysedDays.ts";
import type { CumulativeDays } from "./trialEvaluation.ts";

/**
 * A block (a day of a stratum) with k of its n items on treatment adds D = S n/(n − k) − k/(n − k) Σy, S the treated items' sum:
 * what the treated had less what as many untreated items would have had. Under no effect E D = 0 and, drawn without putting back,
 * Var D = n k/(n − k) s² with s² the items' variance (Cochran 1977, section 2.5); the band is the normal quantile times the root
 * of the sum of these. A block with one arm alone adds nothing.
 * @param level - of the test, 0.05 for a band of 95 %
 */
export function cumulativeDays({ outcomes, units, days, arms }: AnalysedDays, level: number): CumulativeDays[] {
  const blocks = blocksOf(units, days, "day", arms);
  const z = normalQuantile(1 - level / 2);
  return outcomes.map(({ name, count }) => {
    const added = { treatment: new Float64Array(days), control: new Float64Array(days), difference: new Float64Array(days), variance: new Float64Array(days) };
    for (const block of blocks) {
      const found = ofBlock(block, count, units.length);
      for (const column of ["treatment", "control", "difference", "variance"] as const) added[column][block.days[0]] += found[column];
    }
    return {
      outcome: name,
      treatment: running(added.treatment),
      control: running(added.control),
      difference: running(added.difference),
      band: running(added.variance).map((variance) => z * Math.sqrt(variance)),
    };
  });
}

function ofBlock({ days: [day], items, treated }: DrawnBlock, count: Float64Array, units: number) {
  const values = items.map((item) => item.units.reduce((sum, unit) => sum + count[day * units + unit], 0));
  const n = items.length, k = treated.filter(Boolean).length;
  const total = values.reduce((sum, value) => sum + value, 0);
  const treatment = values.reduce((sum, value, i) => (treated[i] ? sum + value : sum), 0);
  if (k === 0 || k === n) return { treatment, control: total - treatment, difference: 0, variance: 0 };
  const s2 = values.reduce((sum, value) => sum + (value - total / n) ** 2, 0) / (n - 1);
  return { treatment, control: total - treatment, difference: (treatment * n - k * total) / (n - k), variance: ((n * k) / (n - k)) * s2 };
}

function running(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => (sum += value));
}
