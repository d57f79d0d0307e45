// The quartic kernel density, exact: each incident's bowl added over the cells within its radius.

import type { Grid } from "../geo/types.ts";
import type { JobContext } from "../job.ts";

/**
 * f(x, y) = Σⱼ wⱼ 3/(π hx hy) (1 − u²)², u² = ((x−xⱼ)/hx)² + ((y−yⱼ)/hy)² < 1, at the cell centres, per m²
 * (Silverman 1986, eq. 4.5). Costs about π hx hy / cell² operations an incident.
 */
export function quarticDirect(
  x: Float64Array,
  y: Float64Array,
  weight: Float64Array | undefined,
  grid: Grid,
  bandwidthX: number,
  bandwidthY: number,
  context: Pick<JobContext, "progress">,
): Float64Array {
  const { origin, cell, columns, rows } = grid;
  const values = new Float64Array(columns * rows);
  const scale = 3 / (Math.PI * bandwidthX * bandwidthY);
  const step = cell / bandwidthX;
  for (let j = 0; j < x.length; j++) {
    if ((j & 0xff) === 0) context.progress(j / x.length, "Adding incidents");
    const px = (x[j] - origin.x) / cell - 0.5; // in cells, 0 at the first centre
    const py = (y[j] - origin.y) / cell - 0.5;
    const r0 = Math.max(0, Math.ceil(py - bandwidthY / cell));
    const r1 = Math.min(rows - 1, Math.floor(py + bandwidthY / cell));
    const w = (weight ? weight[j] : 1) * scale;
    for (let r = r0; r <= r1; r++) {
      const v = ((r - py) * cell) / bandwidthY;
      const left = 1 - v * v; // what u² may still take along the row
      if (left <= 0) continue;
      const reach = (Math.sqrt(left) * bandwidthX) / cell;
      const c0 = Math.max(0, Math.ceil(px - reach));
      const c1 = Math.min(columns - 1, Math.floor(px + reach));
      const row = r * columns;
      for (let c = c0; c <= c1; c++) {
        const u = (c - px) * step;
        const rest = left - u * u;
        values[row + c] += w * rest * rest;
      }
    }
  }
  return values;
}
