// The ratio of the rates of treatment and control averaged over hotspots, without effects of their own.

import { decimal } from "../../inWords.ts";
import { geePoisson } from "../../stats/counts/geePoisson.ts";
import type { RateEstimate } from "../evaluate/trialEvaluation.ts";
import { rateRows, type RatesData, smallNumbers } from "./rateRows.ts";
import { ratioInference } from "./ratioInference.ts";

/**
 * ln E y = ln(hours / 24) + β₀ + β treatment by generalised estimating equations, the days of a hotspot equally correlated with each other.
 * Hotspots without any event and of one arm throughout take part too. It has no likelihood.
 * @throws InputError where an arm has no events
 */
export function rateByGee(input: RatesData): RateEstimate {
  const rows = rateRows(input);
  const { coefficients, covariance, correlation, clusters } = geePoisson({ y: rows.y, columns: [rows.treatment], offset: rows.offset, cluster: rows.hotspots });
  return {
    outcome: input.outcome,
    model: `Poisson by GEE, days of a hotspot correlated (${decimal(correlation, 3)}), errors clustered by hotspot (CR1)`,
    ...ratioInference({ estimate: coefficients[1], cr0: covariance.robust[1][1], clusters, rows: rows.y.length, rank: 2 }, input.level),
    logLikelihood: null,
    theta: null,
    cautions: smallNumbers(rows, clusters),
  };
}
