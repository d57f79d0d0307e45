// A forecast's cells as pixels: classes, density, or the change between two.

import type { Grid } from "../../core/geo/types.ts";
import { isListed, OUTSIDE } from "../forecastClasses.ts";
import type { Scheme } from "../map/scheme.ts";
import type { ShownWindow } from "../shownResults.ts";
import { densityColours } from "./densityLayer.ts";
import { FORECAST_COLOURS } from "./forecastColours.ts";
import { packRgba } from "./ramps.ts";

export function classImage({ columns, rows }: Grid, { classes }: ShownWindow, scheme: Scheme): ImageData {
  const { top, next } = FORECAST_COLOURS[scheme];
  const pixels = [packRgba(top), packRgba(next)];
  return paint(columns, rows, (k) => (isListed(classes[k]) ? pixels[classes[k]] : 0));
}

/** @param peak - per km², in the strongest colour: two surfaces side by side share one scale */
export function densityImage({ columns, rows }: Grid, { perKm2, classes }: ShownWindow, scheme: Scheme, peak: number): ImageData {
  const table = densityColours(scheme);
  const toIndex = peak > 0 ? 255 / peak : 0;
  return paint(columns, rows, (k) => (classes[k] === OUTSIDE ? 0 : table[Math.min(255, Math.round(perKm2[k] * toIndex))]));
}

/** What stays listed is pale, so that what changes stands out. */
export function changeImage({ columns, rows }: Grid, now: ShownWindow, before: ShownWindow, scheme: Scheme): ImageData {
  const { top, next, added, dropped } = FORECAST_COLOURS[scheme];
  const kept = [packRgba(top, 0.35), packRgba(next, 0.35)];
  const [blue, green] = [packRgba(added), packRgba(dropped)];
  return paint(columns, rows, (k) => {
    const is = isListed(now.classes[k]), was = isListed(before.classes[k]);
    if (is) return was ? kept[now.classes[k]] : blue;
    return was ? green : 0;
  });
}

function paint(columns: number, rows: number, colour: (cell: number) => number): ImageData {
  const image = new ImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  // The image's first row is the north.
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) pixels[(rows - 1 - row) * columns + column] = colour(row * columns + column);
  return image;
}
