// The density surface: a coloured bitmap; clear where there is next to nothing.

import type { Layer } from "@deck.gl/core";
import type { Projection } from "../../core/geo/transverseMercator.ts";
import type { Density } from "../shownResults.ts";
import type { Scheme } from "../map/scheme.ts";
import { memoLast } from "./memoLast.ts";
import { rampColour, VIRIDIS } from "./ramps.ts";
import { createSurface } from "./surfaceLayer.ts";

/** Shares of the peak: below the first nothing is drawn, from the second on the colour is full. */
const CLEAR_BELOW = 0.02;
const FULL_FROM = 0.2;

export const densityLayer = memoLast((density: Density, projection: Projection, scheme: Scheme, opacity: number, beforeId?: string): Layer =>
  surface({ id: "density", grid: density.grid, image: densityImage(density, scheme), smooth: true, opacity, beforeId }, projection),
);

const surface = createSurface();

/** Colours without working the surface out again: another theme costs one pass over the cells. */
const densityImage = memoLast((density: Density, scheme: Scheme): ImageData => {
  const { columns, rows } = density.grid;
  const table = densityColours(scheme);
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

/** 256 RGBA values from nothing to the peak; the bytes of a pixel stand in memory as r, g, b, a. */
export function densityColours(scheme: Scheme): Uint32Array {
  const bytes = new Uint8Array(256 * 4);
  for (let i = 0; i < 256; i++) {
    const share = i / 255;
    bytes.set([...rampColour(VIRIDIS, scheme, share), Math.round(255 * densityAlpha(share))], 4 * i);
  }
  return new Uint32Array(bytes.buffer);
}

export const densityAlpha = (share: number): number => Math.min(1, Math.max(0, (share - CLEAR_BELOW) / (FULL_FROM - CLEAR_BELOW)));
