// Why a cell has its value: the past events and blocks whose kernels make it.

import { defineJob } from "../../job.ts";
import { pointSchema, z } from "../../schema.ts";
import { covariateWeight } from "../covariates.ts";
import { eventColumns } from "../kernel/eventColumns.ts";
import { windowSchema } from "../events.ts";
import { explanationOf, sourceSchema, type Explanation } from "./explanationOf.ts";
import { flatAdaptation } from "../kernel/spaceTimeDensity.ts";
import { usableWeights } from "./surfaceSums.ts";
import { vonMisesWindow } from "../kernel/vonMises.ts";

export interface CellExplanation extends Explanation {
  /** The density at the point, per m²: the sum over all events. */
  readonly value: number;
}

/** The terms of (25) at one place, averaged over the draws, by event and by block. */
export const explainCell = defineJob({
  title: "The past events and blocks that give a place its forecast value",
  params: z.strictObject({
    source: sourceSchema,
    window: windowSchema,
    point: pointSchema.describe("m"),
    top: z.int().min(1).describe("how many events to name"),
  }),
  run({ source, window, point, top }, { progress }): CellExplanation {
    const { blocks, adaptation, draws } = source;
    const columns = eventColumns(blocks);
    const a = flatAdaptation(adaptation, blocks);
    const given = new Float64Array(columns.count);
    let denominator = 0;
    draws.forEach((draw, d) => {
      const { alpha, beta, weights } = draw;
      progress(d / draws.length, "Adding the events' shares");
      const each = usableWeights(weights, columns.sizes);
      for (let j = 0; j < columns.count; j++) {
        const inverse1 = alpha[0] * a[j] ** beta[0];
        const inverse2 = alpha[1] * a[j] ** beta[1];
        const inverse3 = alpha[2] * a[j] ** beta[2];
        const weight = each[columns.block[j]] * covariateWeight(source, columns, draw, j, a[j]);
        const share = (weight / draws.length) * vonMisesWindow(inverse3 * inverse3, columns.hours[j], window);
        denominator += share;
        const u = (point.x - columns.x[j]) * inverse1;
        const v = (point.y - columns.y[j]) * inverse2;
        given[j] += ((share * inverse1 * inverse2) / (2 * Math.PI)) * Math.exp(-0.5 * (u * u + v * v));
      }
    });
    const sum = given.reduce((total, value) => total + value, 0);
    return { value: denominator > 0 ? sum / denominator : 0, ...explanationOf(given, columns, top) };
  },
});
