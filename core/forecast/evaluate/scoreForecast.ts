// The job that scores one forecast surface on the cells that count, so that ranking them keeps no window waiting.

import { defineJob } from "../../job.ts";
import { counts, floats, z } from "../../schema.ts";
import { classifySurface } from "./classifySurface.ts";
import { eventAreaCurve } from "./eventArea.ts";
import { scoreSurface, type SurfaceScore } from "./scoreSurface.ts";
import { atCells } from "../studyCells.ts";

/** Of a surface of cell means, with the AUC that the densities at the cells' centres would have. */
export interface CellScore extends SurfaceScore {
  readonly centreAuc: number | null;
}

export interface ForecastScore {
  readonly score: CellScore;
  /** SURFACE_CLASSES of the cells that count. */
  readonly classes: Uint8Array;
  /** AUC on each of the later counts; null without events. */
  readonly laterAucs: readonly (number | null)[];
}

export const scoreForecast = defineJob({
  title: "Score a forecast surface on the events that then happened",
  params: z.strictObject({
    values: floats("the forecast: its mean in each cell of the grid"),
    centres: floats("the forecast at the centres of the cells").optional(),
    cells: counts("indices of the cells that count"),
    events: floats("events that happened, one a cell of the grid"),
    later: z.array(floats("events, one a cell of the grid")).default([]).describe("events of later blocks, for the cost of skipping updates"),
    coverable: z.number().gt(0).max(1).describe("share of the study area that a fleet can cover"),
  }),
  run({ values, centres, cells, events, later, coverable }): ForecastScore {
    const surface = atCells(values, cells);
    const happened = atCells(events, cells);
    return {
      score: { ...scoreSurface(surface, happened, coverable), centreAuc: centres ? eventAreaCurve(atCells(centres, cells), happened).auc : null },
      classes: classifySurface(surface),
      laterAucs: later.map((then) => eventAreaCurve(surface, atCells(then, cells)).auc),
    };
  },
});
