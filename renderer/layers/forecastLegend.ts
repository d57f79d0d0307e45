// What a forecast's colours mean, in the words of how it is looked at.

import { windowInWords } from "../../core/forecast/windowInWords.ts";
import { comparedWith, scalePeak, type ForecastView } from "../forecastView.ts";
import type { Scheme } from "../map/scheme.ts";
import type { ShownForecast } from "../shownResults.ts";
import { decimal } from "../ui/format.ts";
import { densityAlpha } from "./densityLayer.ts";
import { FORECAST_COLOURS } from "./forecastColours.ts";
import type { LegendEntry } from "./legend.ts";
import { rampColour, VIRIDIS } from "./ramps.ts";

export function forecastLegend(forecast: ShownForecast, view: ForecastView, scheme: Scheme): { readonly unit: string; readonly entries: readonly LegendEntry[] } {
  const { top, next, added, dropped, event } = FORECAST_COLOURS[scheme];
  const other = comparedWith(forecast, view);
  // Beside each other, each names its own hours on the map.
  const hours = other && view.compare === "swipe" ? "" : `, ${windowInWords(forecast.windows[view.window].window)}`;
  const events: LegendEntry[] = view.explained ? [{ label: "past event, by its share", colour: event, mark: "dot" }] : [];
  if (other?.sameCells && view.compare === "change") {
    return {
      unit: `first 40 % of cells${hours}`,
      entries: [
        { label: "new", colour: added, mark: "fill" },
        { label: "dropped", colour: dropped, mark: "fill" },
        { label: "stays, first 20 %", colour: top, alpha: 0.35, mark: "fill" },
        { label: "stays, next 20 %", colour: next, alpha: 0.35, mark: "fill" },
        ...events,
      ],
    };
  }
  if (view.colours === "classes") {
    return {
      unit: `share of cells${hours}`,
      entries: [{ label: "first 20 %", colour: top, mark: "fill" }, { label: "next 20 %", colour: next, mark: "fill" }, ...events],
    };
  }
  return {
    unit: `density per km²${hours}`,
    entries: [
      ...[1, 0.75, 0.5, 0.25, 0.05].map((share): LegendEntry => ({ label: density(scalePeak(forecast, view) * share), colour: rampColour(VIRIDIS, scheme, share), alpha: densityAlpha(share), mark: "fill" })),
      ...events,
    ],
  };
}

/** Per km²: three digits at most that mean something. */
export const density = (perKm2: number): string => (perKm2 >= 10 || perKm2 === 0 ? decimal(perKm2, 0) : decimal(perKm2, perKm2 >= 1 ? 1 : perKm2 >= 0.1 ? 2 : perKm2 >= 0.01 ? 3 : 5));
