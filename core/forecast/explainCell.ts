// Why a cell has its value: the past events and blocks whose kernels make it.

import { defineJob } from "../job.ts";
import { floats, pointSchema, z } from "../schema.ts";
import { eventColumns } from "./eventColumns.ts";
import { eventsSchema, windowSchema } from "./events.ts";
import { flatAdaptation } from "./spaceTimeDensity.ts";
import { parametersSchema } from "./spaceTimeFit.ts";
import { usableWeights } from "./surfaceSums.ts";
import { vonMisesWindow } from "./vonMises.ts";

export interface CellExplanation {
  /** The density at the point, per m²: the sum over all events. */
  readonly value: number;
  /** In the order of `blocks`: the share of the value that each gives, adding up to 1 (all 0 where the value is 0). */
  readonly blocks: readonly { readonly block: number; readonly share: number }[];
  /** The events that give most, most first. */
  readonly events: readonly { readonly block: number; readonly index: number; readonly share: number }[];
}

/** The terms of (25) at one place, averaged over the draws, by event and by block. */
export const explainCell = defineJob({
  title: "The past events and blocks that give a place its forecast value",
  params: z.strictObject({
    source: z
      .strictObject({
        blocks: z.array(eventsSchema).min(1).describe("the expert block first where there is one"),
        adaptation: z.array(floats("A of each event of a block")),
        draws: z.array(parametersSchema).min(1),
      })
      .describe("what the forecast was made from"),
    window: windowSchema,
    point: pointSchema.describe("m"),
    top: z.int().min(1).describe("how many events to name"),
  }),
  run({ source: { blocks, adaptation, draws }, window, point, top }, { progress }): CellExplanation {
    const columns = eventColumns(blocks);
    const a = flatAdaptation(adaptation, blocks);
    const given = new Float64Array(columns.count);
    let denominator = 0;
    draws.forEach(({ alpha, beta, weights }, d) => {
      progress(d / draws.length, "Adding the events' shares");
      const each = usableWeights(weights, columns.sizes);
      for (let j = 0; j < columns.count; j++) {
        const inverse1 = alpha[0] * a[j] ** beta[0];
        const inverse2 = alpha[1] * a[j] ** beta[1];
        const inverse3 = alpha[2] * a[j] ** beta[2];
        const share = (each[columns.block[j]] / draws.length) * vonMisesWindow(inverse3 * inverse3, columns.hours[j], window);
        denominator += share;
        const u = (point.x - columns.x[j]) * inverse1;
        const v = (point.y - columns.y[j]) * inverse2;
        given[j] += ((share * inverse1 * inverse2) / (2 * Math.PI)) * Math.exp(-0.5 * (u * u + v * v));
      }
    });
    const sum = given.reduce((total, value) => total + value, 0);
    const ofBlock = new Float64Array(blocks.length);
    for (let j = 0; j < columns.count; j++) if (sum > 0) ofBlock[columns.block[j]] += given[j] / sum;
    const order = Int32Array.from({ length: columns.count }, (_, j) => j).sort((i, j) => given[j] - given[i] || i - j);
    return {
      value: denominator > 0 ? sum / denominator : 0,
      blocks: Array.from(ofBlock, (share, block) => ({ block, share })),
      events: Array.from(order.subarray(0, top)).filter((j) => given[j] > 0).map((j) => ({ block: columns.block[j], index: columns.index[j], share: given[j] / sum })),
    };
  },
});
