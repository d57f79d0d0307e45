// A smaller p-median for the peer that cannot take all tiles: the south-west corner of the smooth surface.

import { allocationSurfaces, tiles } from "./allocationSurfaces.ts";

const COLUMNS = 43;

export function firstTiles(columns: number, rows: number): { readonly x: Float64Array; readonly y: Float64Array; readonly weight: Float64Array } {
  const [smooth] = allocationSurfaces();
  const cells = Array.from({ length: columns * rows }, (_, k) => Math.floor(k / columns) * COLUMNS + (k % columns));
  const [x, y, weight] = [tiles.x, tiles.y, smooth.weight].map((column) => Float64Array.from(cells, (cell) => column[cell]));
  return { x, y, weight };
}
