// The job that scores one forecast surface on the cells that count, so that ranking them keeps no window waiting.

import { defineJob } from "../job.ts";
import { counts, floats, z } from "../schema.ts";
import { classifySurface } from "./classifySurface.ts";
import { eventAreaCurve } from "./eventArea.ts";
import { scoreSurface, type SurfaceScore } from "./scoreSurface.ts";
import { atCells } from "./studyCells.ts";

export interface ForecastScore {
  readonly score: SurfaceScore;
  /** SURFACE_CLASSES of the cells that count. */
  readonly classes: Uint8Array;
  /** AUC on each of the later counts; null without events. */
  readonly laterAucs: readonly (number | null)[];
}

export const scoreForecast = defineJob({
  title: "Score a forecast surface on the events that then happened",
  params: z.strictObject({
    values: floats("the forecast, one a cell of the grid"),
    cells: counts("indices of the cells that count"),
    events: floats("events that happened, one a cell of the grid"),
    later: z.array(floats("events, one a cell of the grid")).default([]).describe("events of later blocks, for the cost of skipping updates"),
    coverable: z.number().gt(0).max(1).describe("share of the study area that a fleet can cover"),
  }),
  run({ values, cells, events, later, coverable }): ForecastScore {
    const surface = atCells(values, cells);
    return {
      score: scoreSurface(surface, atCells(events, cells), coverable),
      classes: classifySurface(surface),
      laterAucs: later.map((happened) => eventAreaCurve(surface, atCells(happened, cells)).auc),
    };
  },
});
