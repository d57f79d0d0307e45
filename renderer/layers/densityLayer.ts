// The density surface: a coloured bitmap; clear where there is next to nothing.

import type { Layer } from "@deck.gl/core";
import type { Grid } from "../../core/geo/types.ts";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Density } from "../shownResults.ts";
import type { Scheme } from "../map/scheme.ts";
import { FLAT } from "./flat.ts";
import { memoLast } from "./memoLast.ts";
import { rampColour, VIRIDIS } from "./ramps.ts";
import { WarpedBitmapLayer } from "./WarpedBitmapLayer.ts";

/** Shares of the peak: below the first nothing is drawn, from the second on the colour is full. */
const CLEAR_BELOW = 0.02;
const FULL_FROM = 0.2;

export const densityLayer = memoLast((density: Density, projection: Projection, scheme: Scheme, opacity: number, beforeId?: string): Layer => {
  const { grid } = density;
  const props = {
    id: "density",
    image: densityImage(density, scheme),
    bounds: gridBounds(grid, projection),
    locate: (east: number, north: number) =>
      projection.inverse({
        x: grid.origin.x + east * grid.cell * grid.columns,
        y: grid.origin.y + north * grid.cell * grid.rows,
      }),
    opacity,
    textureParameters: { minFilter: "linear", magFilter: "linear", addressModeU: "clamp-to-edge", addressModeV: "clamp-to-edge" } as const,
    parameters: FLAT,
    // MapLibreOverlay's own property: the map layer to be drawn beneath.
    beforeId,
  };
  return new WarpedBitmapLayer(props);
});

const gridBounds = memoLast((grid: Grid, projection: Projection): [number, number, number, number] => {
  const { origin, cell, columns, rows } = grid;
  const [west, south] = projection.inverse(origin);
  const [east, north] = projection.inverse({ x: origin.x + cell * columns, y: origin.y + cell * rows });
  return [west, south, east, north];
});

/** Colours without working the surface out again: another theme costs one pass over the cells. */
const densityImage = memoLast((density: Density, scheme: Scheme): ImageData => {
  const { columns, rows } = density.grid;
  const table = colourTable(scheme);
  const image = new ImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  const toIndex = density.peak > 0 ? 255 / density.peak : 0;
  for (let row = 0; row < rows; row++) {
    const from = row * columns, to = (rows - 1 - row) * columns;
    for (let column = 0; column < columns; column++) {
      pixels[to + column] = table[Math.min(255, Math.round(density.perKm2[from + column] * toIndex))];
    }
  }
  return image;
});

/** 256 RGBA values; the bytes of a pixel stand in memory as r, g, b, a. */
function colourTable(scheme: Scheme): Uint32Array {
  const bytes = new Uint8Array(256 * 4);
  for (let i = 0; i < 256; i++) {
    const share = i / 255;
    bytes.set([...rampColour(VIRIDIS, scheme, share), Math.round(255 * densityAlpha(share))], 4 * i);
  }
  return new Uint32Array(bytes.buffer);
}

export const densityAlpha = (share: number): number => Math.min(1, Math.max(0, (share - CLEAR_BELOW) / (FULL_FROM - CLEAR_BELOW)));
