// The tiles of a grid that count, as pixels.

import type { Grid } from "../../core/geo/types.ts";

/**
 * @param cells - indices of the tiles that count
 * @param colour - of each of them, by its place in `cells`; its bytes stand in memory as r, g, b, a
 */
export function cellsImage({ columns, rows }: Grid, cells: ArrayLike<number>, colour: (i: number) => number): ImageData {
  const image = new ImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < cells.length; i++) {
    const row = Math.floor(cells[i] / columns), column = cells[i] % columns;
    // The image's first row is the north.
    pixels[(rows - 1 - row) * columns + column] = colour(i);
  }
  return image;
}
