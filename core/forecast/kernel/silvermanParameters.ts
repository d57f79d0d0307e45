// Model 3's parameters: Silverman's rule over all past blocks, Abramson's square root, equal block weights.

import { eventColumns } from "./eventColumns.ts";
import type { Events } from "../events.ts";
import type { Parameters } from "../forecast.ts";
import { silvermanRule } from "./silvermanRule.ts";

/** αₖ = 1/hₖ of (26), as (8) needs it (section 4 writes αₖ = hₖ), h₃ in radians; β = ½ (Abramson 1982), or 0 for fixed bandwidths. */
export function silvermanParameters(blocks: readonly Events[], adaptive: boolean): Parameters {
  const { h1, h2, h3 } = silvermanRule(eventColumns(blocks));
  const beta = adaptive ? 0.5 : 0;
  return { alpha: [1 / h1, 1 / h2, 1 / h3], beta: [beta, beta, beta], weights: blocks.map(() => 1 / blocks.length) };
}
