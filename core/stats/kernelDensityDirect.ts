// The Gaussian kernel density as it is defined: each incident's bell added cell by cell.

import type { Grid } from "../geo/types.ts";
import type { JobContext } from "../job.ts";

/**
 * f(x, y) = Σⱼ wⱼ exp(−(x−xⱼ)²/2hx² − (y−yⱼ)²/2hy²) / (2π hx hy) at the cell centres, per m².
 * Each bell is a product of one factor a column and one a row, so an incident costs columns + rows exponentials.
 * `cut`: standard deviations after which a bell is left out; Infinity for the exact sum.
 */
export function gaussianDirect(
  x: Float64Array,
  y: Float64Array,
  weight: Float64Array | undefined,
  grid: Grid,
  bandwidthX: number,
  bandwidthY: number,
  cut: number,
  context: Pick<JobContext, "progress">,
): Float64Array {
  const { origin, cell, columns, rows } = grid;
  const values = new Float64Array(columns * rows);
  const across = new Float64Array(columns);
  const scale = 1 / (2 * Math.PI * bandwidthX * bandwidthY);
  // Dividing the reach by the cell before comparing keeps Infinity out of the loop's bounds.
  const first = (position: number, reach: number): number => Math.max(0, Math.ceil(Math.max(-1, (position - reach) / cell - 0.5)));
  const last = (position: number, reach: number, count: number): number =>
    Math.min(count - 1, Math.floor(Math.min(count, (position + reach) / cell - 0.5)));
  for (let j = 0; j < x.length; j++) {
    if ((j & 0x3ff) === 0) context.progress(j / x.length, "Adding incidents");
    const px = x[j] - origin.x;
    const py = y[j] - origin.y;
    const c0 = first(px, cut * bandwidthX);
    const c1 = last(px, cut * bandwidthX, columns);
    const r0 = first(py, cut * bandwidthY);
    const r1 = last(py, cut * bandwidthY, rows);
    if (c0 > c1 || r0 > r1) continue;
    const w = (weight ? weight[j] : 1) * scale;
    for (let c = c0; c <= c1; c++) {
      const u = ((c + 0.5) * cell - px) / bandwidthX;
      across[c] = w * Math.exp(-0.5 * u * u);
    }
    for (let r = r0; r <= r1; r++) {
      const v = ((r + 0.5) * cell - py) / bandwidthY;
      const up = Math.exp(-0.5 * v * v);
      const row = r * columns;
      for (let c = c0; c <= c1; c++) values[row + c] += up * across[c];
    }
  }
  return values;
}

/** Cuts to try; after 39 standard deviations an exponential is 0 in double precision, so the last one is exact. */
const CUTS = [8.5, 20, 39];

/**
 * The same sum without its negligible terms. Each dropped term is at most wⱼ exp(−cut²/2) / (2π hx hy), so the total
 * dropped is at most Σw times that; the cut is raised until this is under `limit` of the peak.
 */
export function gaussianTruncated(
  x: Float64Array,
  y: Float64Array,
  weight: Float64Array | undefined,
  grid: Grid,
  bandwidthX: number,
  bandwidthY: number,
  limit: number,
  context: Pick<JobContext, "progress">,
): { values: Float64Array; error: number } {
  const total = weight ? weight.reduce((sum, w) => sum + w, 0) : x.length;
  for (const cut of CUTS) {
    const values = gaussianDirect(x, y, weight, grid, bandwidthX, bandwidthY, cut, context);
    const error = (total * Math.exp(-0.5 * cut * cut)) / (2 * Math.PI * bandwidthX * bandwidthY);
    if (error <= limit * highest(values) || error === 0) return { values, error };
  }
  return { values: gaussianDirect(x, y, weight, grid, bandwidthX, bandwidthY, Infinity, context), error: 0 };
}

/** The highest of values that are all ≥ 0. */
export function highest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i] > most) most = values[i];
  return most;
}
