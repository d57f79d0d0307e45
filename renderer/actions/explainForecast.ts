// A cell of the forecast explains itself: which past events and which blocks give it its value.

import { hourInWords, dayInWords } from "../../core/forecast/windowInWords.ts";
import type { Window } from "../../core/forecast/events.ts";
import { MODELS } from "../../core/forecast/models.ts";
import { InputError } from "../../core/errors.ts";
import type { Point } from "../../core/geo/types.ts";
import { projectionOf } from "../map/projection.ts";
import type { CellExplanation, ShownForecast } from "../shownResults.ts";
import { useStore } from "../store.ts";
import { changeView } from "./forecastView.ts";
import { thePool } from "./runJob.ts";

const TOP = 40;
const WHOLE_DAY: Window = [0, 24];

/** The cell that holds a point; null where none does that counts. */
export function cellAt({ grid, cells }: Pick<ShownForecast, "grid" | "cells">, { x, y }: Point): number | null {
  const column = Math.floor((x - grid.origin.x) / grid.cell), row = Math.floor((y - grid.origin.y) / grid.cell);
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return null;
  const cell = row * grid.columns + column;
  return cells.includes(cell) ? cell : null;
}

/** The cell of the highest density in a window, among those that count. */
function highestCell({ cells, windows }: Pick<ShownForecast, "cells" | "windows">, window: number): number {
  const { perKm2 } = windows[window];
  return cells.reduce((best, cell) => (perKm2[cell] > perKm2[best] ? cell : best), cells[0]);
}

export async function explainCell(cell: number): Promise<void> {
  const { forecast, forecastView } = useStore.getState();
  if (!forecast) throw new InputError("There is no forecast on the map to explain. Make one first.");
  const shown = forecast.windows[forecastView.window];
  const { blocks, draws, adaptation, hasExpert, covariates, at } = forecast.sources[shown.source];
  const { grid } = forecast;
  const centre = {
    x: grid.origin.x + ((cell % grid.columns) + 0.5) * grid.cell,
    y: grid.origin.y + (Math.floor(cell / grid.columns) + 0.5) * grid.cell,
  };
  const source = { blocks: [...blocks], draws: [...draws], adaptation: [...adaptation], covariates, at };
  // A spatial model knows its window's own events only, and not their hours.
  const window = MODELS[forecast.plan.model].spatial ? WHOLE_DAY : shown.window;
  const found = await thePool().run("explainCellMean", { source, window, centre, side: grid.cell, top: TOP });
  const nameOf = (block: number): string => blockName(forecast, hasExpert, block);
  const explained: CellExplanation = {
    cell,
    perKm2: shown.perKm2[cell],
    blocks: found.blocks.map(({ block, share }) => ({ name: nameOf(block), share })),
    events: found.events.map(({ block, index, share }) => ({
      place: { x: blocks[block].x[index], y: blocks[block].y[index] },
      name: nameOf(block),
      hours: blocks[block].hours[index],
      share,
    })),
  };
  // Another forecast or window may have been chosen meanwhile.
  const now = useStore.getState();
  if (now.forecast === forecast && now.forecastView.window === forecastView.window) changeView({ explained });
}

export async function explainHighestCell(): Promise<void> {
  const { forecast, forecastView } = useStore.getState();
  if (forecast) await explainCell(highestCell(forecast, forecastView.window));
}

/** For who works by keys alone: the arrow keys bring a cell to the middle of the map. */
export async function explainMiddleCell(): Promise<void> {
  const { forecast, plane, view } = useStore.getState();
  const cell = forecast && plane && cellAt(forecast, projectionOf(plane).forward(view.centre));
  if (cell === null) throw new InputError("The middle of the map is in no cell of the forecast that counts. Move the map with the arrow keys first.");
  await explainCell(cell);
}

/** "5 March 2024" for the first day of a block; the expert block comes first where there is one. */
export function blockName({ starts }: Pick<ShownForecast, "starts">, hasExpert: boolean, block: number): string {
  if (hasExpert && block === 0) return "expert points";
  return dayInWords(starts[block - (hasExpert ? 1 : 0)]);
}

export const eventName = ({ name, hours }: CellExplanation["events"][number]): string => `${name}, ${hourInWords(hours)}`;

/** The largest shares first. */
export const largest = <Part extends { readonly share: number }>(parts: readonly Part[], n: number): Part[] =>
  parts.toSorted((a, b) => b.share - a.share).slice(0, n);
