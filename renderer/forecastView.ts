// How a forecast is looked at: which window, in which colours, beside what; and the cell that is explained.

import type { Grid } from "../core/geo/types.ts";
import type { CellExplanation, ShownForecast, ShownWindow } from "./shownResults.ts";

/** What a surface is compared with: another window of the same forecast, or another forecast of the project. */
export type Other =
  | { readonly kind: "window"; readonly window: number }
  | { readonly kind: "result"; readonly id: string; readonly title: string; readonly forecast: ShownForecast };

export interface ForecastView {
  /** The id under which the project keeps the forecast; null where it does not. */
  readonly stored: string | null;
  /** Index into the forecast's windows. */
  readonly window: number;
  readonly colours: "classes" | "density";
  readonly other: Other | null;
  readonly compare: "change" | "swipe";
  /** Share of the map's width at which the swipe is divided. */
  readonly divider: number;
  readonly explained: CellExplanation | null;
}

export const START_FORECAST_VIEW: ForecastView = {
  stored: null,
  window: 0,
  colours: "classes",
  other: null,
  compare: "change",
  divider: 0.5,
  explained: null,
};

/** The surface that the forecast is compared with; null where none is chosen. */
export function comparedWith(forecast: ShownForecast, { window, other }: ForecastView): { readonly window: ShownWindow; readonly grid: Grid; readonly sameCells: boolean } | null {
  if (!other) return null;
  if (other.kind === "window") {
    const found = forecast.windows[other.window];
    return found ? { window: found, grid: forecast.grid, sameCells: true } : null;
  }
  // The same hours of the day where it has them, otherwise its first.
  const [from, to] = forecast.windows[window].window;
  const same = other.forecast.windows.find((one) => one.window[0] === from && one.window[1] === to);
  const { grid } = other.forecast;
  return { window: same ?? other.forecast.windows[0], grid, sameCells: sameGrid(grid, forecast.grid) };
}

/** Per km², in the strongest colour: the higher of the two where two stand side by side. */
export function scalePeak(forecast: ShownForecast, view: ForecastView): number {
  const beside = view.compare === "swipe" ? (comparedWith(forecast, view)?.window.peak ?? 0) : 0;
  return Math.max(forecast.windows[view.window].peak, beside);
}

const sameGrid = (a: Grid, b: Grid): boolean =>
  a.cell === b.cell && a.columns === b.columns && a.rows === b.rows && a.origin.x === b.origin.x && a.origin.y === b.origin.y;
