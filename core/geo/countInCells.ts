// How many points lie in each cell of a raster.

import type { Grid } from "./types.ts";

export interface CellCounts {
  /** (rows × columns), row 0 south: points in each cell, or the sum of their weights. */
  readonly counts: Float64Array;
  /** In the cells together, and beyond them. */
  readonly total: number;
  readonly outside: number;
}

/** A cell owns its south and west edge. @param x, y - m; @param weight - one a point, 1 each where absent */
export function countInCells({ origin, cell, columns, rows }: Grid, { x, y, weight }: { readonly x: Float64Array; readonly y: Float64Array; readonly weight?: Float64Array }): CellCounts {
  const counts = new Float64Array(columns * rows);
  let total = 0, outside = 0;
  for (let i = 0; i < x.length; i++) {
    const column = Math.floor((x[i] - origin.x) / cell);
    const row = Math.floor((y[i] - origin.y) / cell);
    const w = weight ? weight[i] : 1;
    if (column < 0 || row < 0 || column >= columns || row >= rows) {
      outside += w;
      continue;
    }
    counts[row * columns + column] += w;
    total += w;
  }
  return { counts, total, outside };
}
