// The box around nearly all points, so that a few stray ones do not decide a view or a raster.

import type { Bounds } from "./types.ts";

/** Quantiles 0.1 % and 99.9 % of a regular sample of at most this many points along each axis. */
const SAMPLE = 20_000;
const TRIM = 0.001;

/** @param x, y - m, at least one point */
export function robustBounds(x: Float64Array, y: Float64Array): Bounds {
  const [minX, maxX] = middle(x);
  const [minY, maxY] = middle(y);
  return { minX, minY, maxX, maxY };
}

function middle(values: Float64Array): readonly [number, number] {
  const step = Math.ceil(values.length / SAMPLE);
  const sample = new Float64Array(Math.ceil(values.length / step)).map((_, i) => values[i * step]).sort();
  const at = (share: number): number => sample[Math.round(share * (sample.length - 1))];
  return [at(TRIM), at(1 - TRIM)];
}
