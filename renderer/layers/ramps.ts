// Colour scales as data: perceptually even, safe for the colour-blind, the strong end away from the ground.

import type { Scheme } from "../map/scheme.ts";

export type Rgb = readonly [number, number, number];

export interface Ramp {
  readonly name: string;
  /** From low to high on a light ground; on a dark one the same colours the other way round. */
  readonly colours: readonly string[];
}

/** van der Walt and Smith 2015 (matplotlib), at tenths, yellow to violet. */
export const VIRIDIS: Ramp = {
  name: "viridis",
  colours: ["#fde725", "#bddf26", "#7ad151", "#44bf70", "#22a884", "#21918c", "#2a788e", "#355f8d", "#414487", "#482475", "#440154"],
};

/** ColorBrewer 2.0, 9 classes without the palest. */
export const YELLOW_TO_RED: Ramp = {
  name: "YlOrRd",
  colours: ["#ffeda0", "#fed976", "#feb24c", "#fd8d3c", "#fc4e2a", "#e31a1c", "#bd0026", "#800026"],
};

/** Slate, even in lightness: incidents are ink, colour is left to what is worked out from them. */
export const GREYS: Ramp = {
  name: "Greys",
  colours: ["#dde1e6", "#c2c8d0", "#a3abb6", "#838d99", "#65707d", "#485461", "#2c3743"],
};

export const rgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** One number whose bytes stand in memory as r, g, b, a: a pixel, or a corner of a polygon. */
export const packRgba = ([red, green, blue]: Rgb, alpha = 1): number => ((Math.round(255 * alpha) << 24) | (blue << 16) | (green << 8) | red) >>> 0;

export const onScheme = ({ colours }: Ramp, scheme: Scheme): readonly string[] =>
  scheme === "light" ? colours : colours.toReversed();

/** The colour at a share of the way from low (0) to high (1). */
export function rampColour(ramp: Ramp, scheme: Scheme, share: number): Rgb {
  const colours = onScheme(ramp, scheme);
  const at = Math.min(Math.max(share, 0), 1) * (colours.length - 1);
  const below = Math.min(Math.floor(at), colours.length - 2);
  const [a, b] = [rgb(colours[below]), rgb(colours[below + 1])];
  const t = at - below;
  return [0, 1, 2].map((i) => Math.round(a[i] + t * (b[i] - a[i]))) as unknown as Rgb;
}

/** `classes` colours from low to high. */
export const classColours = (ramp: Ramp, scheme: Scheme, classes: number): readonly Rgb[] =>
  Array.from({ length: classes }, (_, i) => rampColour(ramp, scheme, classes === 1 ? 1 : i / (classes - 1)));
