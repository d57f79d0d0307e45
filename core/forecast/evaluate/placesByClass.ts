// How many key locations of each kind lie in hot, warm and other cells of a class map.

import type { Grid, Point } from "../../geo/types.ts";

export interface Place extends Point {
  /** "metro station", "market", … */
  readonly kind: string;
}

export interface KindByClass {
  readonly kind: string;
  readonly hot: number;
  readonly warm: number;
  readonly other: number;
  /** hot + warm + other; places beyond the study area are beside it. */
  readonly total: number;
  readonly outside: number;
}

/**
 * Key locations by the class of the cell they lie in (Sriram et al., arXiv 2602.23750, Table 8), kinds in the order in which
 * they first come. A cell owns its south and west edge.
 * @param cells - indices of the grid's cells that were classified, ascending
 * @param classes - of these cells, from classifySurface
 * @throws RangeError where there is not one class for each cell
 */
export function placesByClass(places: readonly Place[], grid: Grid, cells: Uint32Array, classes: Uint8Array): KindByClass[] {
  if (classes.length !== cells.length) throw new RangeError(`${classes.length} classes for ${cells.length} cells; there must be one for each`);
  const { origin, cell, columns, rows } = grid;
  const OUTSIDE = 3;
  const classOf = new Uint8Array(columns * rows).fill(OUTSIDE);
  for (let i = 0; i < cells.length; i++) classOf[cells[i]] = classes[i];
  const found = new Map<string, number[]>();
  for (const { x, y, kind } of places) {
    const column = Math.floor((x - origin.x) / cell), row = Math.floor((y - origin.y) / cell);
    const beyond = column < 0 || row < 0 || column >= columns || row >= rows;
    let tally = found.get(kind);
    if (!tally) found.set(kind, (tally = [0, 0, 0, 0]));
    tally[beyond ? OUTSIDE : classOf[row * columns + column]]++;
  }
  return [...found].map(([kind, [hot, warm, other, outside]]) => ({ kind, hot, warm, other, total: hot + warm + other, outside }));
}
