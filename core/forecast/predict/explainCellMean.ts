// Why a cell has its mean density: the past events and blocks whose kernels reach into it.

import { defineJob } from "../../job.ts";
import { pointSchema, z } from "../../schema.ts";
import { normalCdf } from "../../stats/normalCdf.ts";
import { covariateWeight } from "../covariates.ts";
import { eventColumns } from "../kernel/eventColumns.ts";
import { windowSchema } from "../events.ts";
import { explanationOf, sourceSchema, type Explanation } from "./explanationOf.ts";
import { flatAdaptation } from "../kernel/spaceTimeDensity.ts";
import { usableWeights } from "./surfaceSums.ts";
import { vonMisesWindow } from "../kernel/vonMises.ts";

/** The terms of the numerator of (25) integrated over a cell and averaged over the draws, as shares of their sum, by event and by block. */
export const explainCellMean = defineJob({
  title: "The past events and blocks that give a cell its mean forecast density",
  params: z.strictObject({
    source: sourceSchema,
    window: windowSchema,
    centre: pointSchema.describe("of the cell, m"),
    side: z.number().positive().describe("of the cell, m"),
    top: z.int().min(1).describe("how many events to name"),
  }),
  run({ source, window, centre, side, top }, { progress }): Explanation {
    const { blocks, adaptation, draws } = source;
    const columns = eventColumns(blocks);
    const a = flatAdaptation(adaptation, blocks);
    const given = new Float64Array(columns.count);
    draws.forEach((draw, d) => {
      const { alpha, beta, weights } = draw;
      progress(d / draws.length, "Adding the events' shares");
      const each = usableWeights(weights, columns.sizes);
      for (let j = 0; j < columns.count; j++) {
        const east = inside(columns.x[j] - centre.x, alpha[0] * a[j] ** beta[0], side);
        if (east === 0) continue;
        const north = inside(columns.y[j] - centre.y, alpha[1] * a[j] ** beta[1], side);
        if (north === 0) continue;
        given[j] += each[columns.block[j]] * covariateWeight(source, columns, draw, j, a[j]) * east * north * vonMisesWindow((alpha[2] * a[j] ** beta[2]) ** 2, columns.hours[j], window);
      }
    });
    return explanationOf(given, columns, top);
  },
});

/** Standard deviations beyond which nothing of a kernel is left. */
const FAR = 9;

/** Share of a Gaussian of bandwidth 1/`inverse` that lies within half a side of 0, its centre being at `from`. */
function inside(from: number, inverse: number, side: number): number {
  if ((Math.abs(from) - side / 2) * inverse > FAR) return 0;
  return normalCdf((side / 2 - from) * inverse) - normalCdf((-side / 2 - from) * inverse);
}
