// What events give to a place, as shares by block and the events that give most; and what such an explanation is asked with.

import { floats, z } from "../../schema.ts";
import { covariateSchema } from "../covariates.ts";
import type { EventColumns } from "../kernel/eventColumns.ts";
import { eventsSchema } from "../events.ts";
import { parametersSchema } from "../fit/spaceTimeFit.ts";

/** The part of a `ForecastSource` that its surfaces are made from. */
export const sourceSchema = z
  .strictObject({
    blocks: z.array(eventsSchema).min(1).describe("the expert block first where there is one"),
    adaptation: z.array(floats("A of each event of a block")),
    draws: z.array(parametersSchema).min(1),
    covariates: z.array(covariateSchema).readonly().optional(),
    at: z.array(z.number()).readonly().optional(),
  })
  .describe("what the forecast was made from");

export interface Explanation {
  /** In the order of the blocks: the share that each gives, adding up to 1 (all 0 where nothing is given). */
  readonly blocks: readonly { readonly block: number; readonly share: number }[];
  /** The events that give most, most first. */
  readonly events: readonly { readonly block: number; readonly index: number; readonly share: number }[];
}

/** @param given - of each event, ≥ 0 */
export function explanationOf(given: Float64Array, columns: EventColumns, top: number): Explanation {
  const sum = given.reduce((total, value) => total + value, 0);
  const ofBlock = new Float64Array(columns.sizes.length);
  for (let j = 0; j < columns.count; j++) if (sum > 0) ofBlock[columns.block[j]] += given[j] / sum;
  const order = Int32Array.from({ length: columns.count }, (_, j) => j).sort((i, j) => given[j] - given[i] || i - j);
  return {
    blocks: Array.from(ofBlock, (share, block) => ({ block, share })),
    events: Array.from(order.subarray(0, top))
      .filter((j) => given[j] > 0)
      .map((j) => ({ block: columns.block[j], index: columns.index[j], share: given[j] / sum })),
  };
}
