// A forecast on the map: its cells, what they are compared with, and the events that explain one of them.

import type { Layer } from "@deck.gl/core";
import { PathLayer, ScatterplotLayer } from "@deck.gl/layers";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Grid } from "../../core/geo/types.ts";
import { comparedWith, scalePeak, type ForecastView } from "../forecastView.ts";
import type { Scheme } from "../map/scheme.ts";
import type { CellExplanation, ShownForecast, ShownWindow } from "../shownResults.ts";
import { FLAT } from "./flat.ts";
import { FORECAST_COLOURS } from "./forecastColours.ts";
import { changeImage, classImage, densityImage } from "./forecastImage.ts";
import { MAP_COLOURS, withAlpha } from "./mapColours.ts";
import { memoLast } from "./memoLast.ts";
import { createSurface } from "./surfaceLayer.ts";

export const forecastLayers = memoLast(
  (forecast: ShownForecast, view: ForecastView, projection: Projection, scheme: Scheme, opacity: number, beforeId?: string): Layer[] => {
    const { grid } = forecast;
    const now = forecast.windows[view.window];
    const other = comparedWith(forecast, view);
    const common = { grid, smooth: view.colours === "density", opacity, beforeId };
    const image = (side: typeof left, of: Grid, window: ShownWindow): ImageData =>
      view.colours === "classes" ? side.classes(of, window, scheme) : side.density(of, window, scheme, scalePeak(forecast, view));
    const out: Layer[] = [];
    if (other && view.compare === "change" && other.sameCells) {
      out.push(leftSurface({ ...common, id: "forecast-change", smooth: false, image: change(grid, now, other.window, scheme) }, projection));
    } else if (other && view.compare === "swipe") {
      out.push(leftSurface({ ...common, id: "forecast", image: image(left, grid, now), between: [-BEYOND, view.divider] }, projection));
      out.push(rightSurface({ ...common, id: "forecast-right", grid: other.grid, image: image(right, other.grid, other.window), between: [view.divider, BEYOND] }, projection));
    } else {
      out.push(leftSurface({ ...common, id: "forecast", image: image(left, grid, now) }, projection));
    }
    if (view.explained) out.push(...explanationLayers(view.explained, grid, projection, scheme));
    return out;
  },
);

/** Wider than any map, in widths of it. */
const BEYOND = 1e9;

const leftSurface = createSurface();
const rightSurface = createSurface();
const left = { classes: memoLast(classImage), density: memoLast(densityImage) };
const right = { classes: memoLast(classImage), density: memoLast(densityImage) };
const change = memoLast(changeImage);

/** Pixels: the area of a dot follows its event's share. */
const LARGEST = 9;
const SMALLEST = 2.5;

const explanationLayers = memoLast(({ cell, events }: CellExplanation, grid: Grid, projection: Projection, scheme: Scheme): Layer[] => {
  const { event } = FORECAST_COLOURS[scheme];
  const { casing, selected } = MAP_COLOURS[scheme];
  const largest = events.reduce((most, { share }) => Math.max(most, share), 0);
  const outline = cellOutline(grid, cell).map((corner) => projection.inverse(corner) as [number, number]);
  return [
    new ScatterplotLayer<CellExplanation["events"][number]>({
      id: "forecast-events",
      data: events,
      getPosition: ({ place }) => projection.inverse(place) as [number, number],
      getRadius: ({ share }) => Math.max(SMALLEST, LARGEST * Math.sqrt(share / largest)),
      radiusUnits: "pixels",
      getFillColor: withAlpha(event, 0.35),
      stroked: true,
      getLineColor: withAlpha(casing, 0.9),
      getLineWidth: 1,
      lineWidthUnits: "pixels",
      parameters: FLAT,
    }),
    new PathLayer<[number, number][]>({
      id: "forecast-cell",
      data: [outline],
      getPath: (path) => path,
      getColor: withAlpha(selected, 1),
      getWidth: 3,
      widthUnits: "pixels",
      parameters: FLAT,
    }),
  ];
});

function cellOutline({ origin, cell: side, columns }: Grid, cell: number): { readonly x: number; readonly y: number }[] {
  const x = origin.x + (cell % columns) * side, y = origin.y + Math.floor(cell / columns) * side;
  return [{ x, y }, { x: x + side, y }, { x: x + side, y: y + side }, { x, y: y + side }, { x, y }];
}
