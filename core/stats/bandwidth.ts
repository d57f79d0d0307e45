// A first suggestion for a bandwidth from the incidents' spread: Silverman's rule, one axis at a time.

import { InputError } from "../errors.ts";
import { defineJob } from "../job.ts";
import { floats, z } from "../schema.ts";
import { quantile } from "./quantile.ts";

/**
 * Silverman's rule of thumb, h = 0.9 min(sd, IQR / 1.34) n^(−1/5) (Silverman 1986, eq. 3.31; Sriram et al., arXiv
 * 2602.23750, (26), axis by axis). sd with divisor n − 1, IQR between quantiles of type 7. In the unit of the values.
 * Where half of the values coincide the IQR is 0 and the rule with it: then sd alone is used.
 * @throws InputError with fewer than two values, or where all are equal.
 */
export function silvermanBandwidth(values: Float64Array): number {
  const n = values.length;
  if (n < 2) throw new InputError(`${n} incidents are too few to suggest a bandwidth; it takes 2. Type a bandwidth, or widen the filter.`);
  const sorted = values.slice().sort();
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  if (sd === 0) throw new InputError("All incidents lie on one line, so no bandwidth can be suggested for this axis. Type one.");
  const iqr = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  return 0.9 * (iqr > 0 ? Math.min(sd, iqr / 1.34) : sd) * n ** -0.2;
}

export const suggestBandwidth = defineJob({
  title: "Suggest bandwidths from the incidents' spread (Silverman's rule)",
  params: z.strictObject({ x: floats("incidents, m east"), y: floats("incidents, m north") }),
  run({ x, y }): { bandwidthX: number; bandwidthY: number } {
    return { bandwidthX: silvermanBandwidth(x), bandwidthY: silvermanBandwidth(y) };
  },
});
