// The interval and p-value of a ratio of rates whose errors are clustered by hotspot.

import { InputError } from "../../errors.ts";
import { clusterFactor } from "../../stats/counts/clusteredCovariance.ts";
import { tQuantile, twoSidedTP } from "../../stats/studentT.ts";
import type { RateEstimate } from "../evaluate/trialEvaluation.ts";

interface Fitted {
  /** ln of the ratio, and its variance by the sandwich CR0. */
  readonly estimate: number;
  readonly cr0: number;
  readonly clusters: number;
  readonly rows: number;
  /** Parameters of the model. */
  readonly rank: number;
}

/**
 * From t with G − 1 degrees of freedom, the variance times G/(G − 1) · (n − 1)/(n − k) ("CR1", as Stata has it; Cameron and Miller 2015).
 * @throws InputError where fewer than two hotspots take part, or nothing varies
 */
export function ratioInference({ estimate, cr0, clusters, rows, rank }: Fitted, level: number): Pick<RateEstimate, "ratio" | "interval" | "standardError" | "p"> {
  if (clusters < 2) throw new InputError(`${clusters} hotspot has events; errors clustered by hotspot need two or more. Go by the randomisation test.`);
  const standardError = Math.sqrt(cr0 * clusterFactor("CR1", clusters, rows, rank));
  if (!(standardError > 0)) throw new InputError("The counts do not vary about the model, so that there is no error to go by. Say the counts.");
  const half = tQuantile(1 - level / 2, clusters - 1) * standardError;
  const method = `t with ${clusters - 1} degrees of freedom, errors clustered by hotspot (CR1)`;
  return { ratio: Math.exp(estimate), standardError, p: twoSidedTP(estimate / standardError, clusters - 1), interval: { low: Math.exp(estimate - half), high: Math.exp(estimate + half), method } };
}
