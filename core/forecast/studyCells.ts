// Which cells of a forecast's grid count: those of the study area, so that shares of area are shares of it.

import { InputError } from "../errors.ts";
import type { Grid, Polygon } from "../geo/types.ts";
import { insideArea } from "../incidents/insideArea.ts";
import type { Events } from "./events.ts";

/** Without a study area a cell counts where a past event is so near, m. */
export const NEAR = 1000;

type Places = Pick<Events, "x" | "y">;

export interface StudyCells {
  /** Indices of the grid's cells (row × columns + column), ascending. */
  readonly cells: Uint32Array;
  /** In words, to stand beside every share of area. */
  readonly rule: string;
}

/**
 * Cells whose centre lies in the area; without one, cells whose centre is within 1 km of a past event, so that lakes and
 * fields where nothing is ever recorded do not make every model look good.
 * @param blocks - past events only: those that a forecast is judged by must not choose its cells
 * @throws InputError where no cell counts.
 */
export function studyCells(grid: Grid, area: readonly Polygon[], blocks: readonly Places[]): StudyCells {
  const counts = area.length > 0 ? insideCells(grid, area) : nearCells(grid, blocks);
  const cells = Uint32Array.from(counts.keys()).filter((k) => counts[k] === 1);
  if (cells.length === 0)
    throw new InputError(
      area.length > 0
        ? `No cell of ${grid.cell} m has its centre in the study area. Choose smaller cells or a larger area.`
        : "No past event lies on the grid, so no cell counts. Choose a study area, or widen the filter.",
    );
  const km2 = ((cells.length * grid.cell ** 2) / 1e6).toFixed(1);
  const which = area.length > 0 ? "whose centre lies in the study area" : `whose centre is within ${NEAR / 1000} km of a past event (no study area is set)`;
  return { cells, rule: `${cells.length} cells of ${grid.cell} m (${km2} km²) ${which}` };
}

function insideCells({ origin, cell, columns, rows }: Grid, area: readonly Polygon[]): Uint8Array {
  const inside = insideArea(area);
  const counts = new Uint8Array(columns * rows);
  for (let k = 0; k < counts.length; k++)
    if (inside(origin.x + ((k % columns) + 0.5) * cell, origin.y + (Math.floor(k / columns) + 0.5) * cell)) counts[k] = 1;
  return counts;
}

function nearCells({ origin, cell, columns, rows }: Grid, blocks: readonly Places[]): Uint8Array {
  const counts = new Uint8Array(columns * rows);
  for (const { x, y } of blocks) {
    for (let i = 0; i < x.length; i++) {
      const south = Math.max(0, Math.ceil((y[i] - NEAR - origin.y) / cell - 0.5));
      const north = Math.min(rows - 1, Math.floor((y[i] + NEAR - origin.y) / cell - 0.5));
      for (let row = south; row <= north; row++) {
        const dy = origin.y + (row + 0.5) * cell - y[i];
        const reach = Math.sqrt(Math.max(0, NEAR * NEAR - dy * dy));
        const west = Math.max(0, Math.ceil((x[i] - reach - origin.x) / cell - 0.5));
        const east = Math.min(columns - 1, Math.floor((x[i] + reach - origin.x) / cell - 0.5));
        for (let column = west; column <= east; column++) counts[row * columns + column] = 1;
      }
    }
  }
  return counts;
}

/** The values of the cells that count, in their order. */
export const atCells = (values: Float64Array, cells: Uint32Array): Float64Array => Float64Array.from(cells, (k) => values[k]);
