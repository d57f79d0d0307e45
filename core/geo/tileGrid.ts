// The square tiles that patrols and slots are reckoned on.

import { InputError } from "../errors.ts";
import type { Bounds, Grid } from "./types.ts";

/** More tiles than this make models that take minutes to build. */
const MOST_TILES = 60_000;

/**
 * Tiles over the box, on multiples of their side, so that the same place is the same tile from one analysis to the next.
 * @param tile - side, m
 * @throws InputError for a side that is not above 0, or for too many tiles
 */
export function tileGrid({ minX, minY, maxX, maxY }: Bounds, tile: number): Grid {
  if (!(tile > 0 && Number.isFinite(tile))) throw new InputError(`A tile is ${tile} m wide; it must be above 0 m. Enter 300, for instance.`);
  const origin = { x: Math.floor(minX / tile) * tile, y: Math.floor(minY / tile) * tile };
  const columns = Math.floor((maxX - origin.x) / tile) + 1;
  const rows = Math.floor((maxY - origin.y) / tile) + 1;
  if (columns * rows > MOST_TILES) {
    const least = Math.ceil((tile * Math.sqrt((columns * rows) / MOST_TILES)) / 10) * 10;
    throw new InputError(
      `Tiles of ${tile} m make ${columns} × ${rows}; at most ${MOST_TILES} fit. Choose tiles of ${least} m or more, or a smaller study area.`,
    );
  }
  return { origin, cell: tile, columns, rows };
}

/** Tiles over a raster; the last ones end where it does. */
export function tilesOver({ origin, cell, columns, rows }: Grid, tile: number): Grid {
  // A tile that begins where the raster ends is none of it.
  const within = cell / 1000;
  return tileGrid({ minX: origin.x, minY: origin.y, maxX: origin.x + columns * cell - within, maxY: origin.y + rows * cell - within }, tile);
}
