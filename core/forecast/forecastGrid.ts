// The raster that a forecast is made on: over the study area, or around the events.

import { InputError } from "../errors.ts";
import { around, bounds } from "../geo/bounds.ts";
import { robustBounds } from "../geo/robustBounds.ts";
import type { Grid, Polygon } from "../geo/types.ts";
import type { Events } from "./events.ts";
import { NEAR } from "./studyCells.ts";

/** Of the Delhi paper, m. */
export const USUAL_CELL = 200;

/** Six windows of so many values are 48 MB. */
const MOST_CELLS = 1_000_000;

/**
 * Cells lie on multiples of their side, so that the same place is the same cell from week to week.
 * @param area - covered whole; where empty, the middle 99.8 % of the events and 1 km around them
 * @param cell - m
 * @throws InputError for a side that is not above 0, too many cells, or neither area nor events.
 */
export function forecastGrid(area: readonly Polygon[], blocks: readonly Events[], cell: number = USUAL_CELL): Grid {
  if (!(cell > 0 && Number.isFinite(cell))) throw new InputError(`A cell is ${cell} m wide; it must be above 0 m. Enter ${USUAL_CELL}, for instance.`);
  const { minX, minY, maxX, maxY } = area.length > 0 ? area.map(bounds).reduce(around) : aroundEvents(blocks);
  const column = Math.floor(minX / cell);
  const row = Math.floor(minY / cell);
  const columns = Math.max(1, Math.ceil(maxX / cell) - column);
  const rows = Math.max(1, Math.ceil(maxY / cell) - row);
  if (columns * rows > MOST_CELLS) {
    const least = Math.ceil(cell * Math.sqrt((columns * rows) / MOST_CELLS));
    throw new InputError(`Cells of ${cell} m make ${columns} × ${rows}; at most ${MOST_CELLS} cells fit. Choose cells of ${least} m or more, or a smaller study area.`);
  }
  return { origin: { x: column * cell, y: row * cell }, cell, columns, rows };
}

function aroundEvents(blocks: readonly Events[]) {
  const x = Float64Array.from(blocks.flatMap((block) => [...block.x]));
  const y = Float64Array.from(blocks.flatMap((block) => [...block.y]));
  if (x.length === 0) throw new InputError("There is neither a study area nor an event to lay a raster over. Choose an area, or widen the filter.");
  const { minX, minY, maxX, maxY } = robustBounds(x, y);
  return { minX: minX - NEAR, minY: minY - NEAR, maxX: maxX + NEAR, maxY: maxY + NEAR };
}
