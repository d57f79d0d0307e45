// The tile grid that patrols are posted on: centres, and the demand in each tile.

import { countInCells } from "../geo/countInCells.ts";
import type { Grid } from "../geo/types.ts";
import { defineJob } from "../job.ts";
import { floats, gridSchema, z } from "../schema.ts";
import { InputError } from "../errors.ts";
import { checkIncidents } from "../stats/checkIncidents.ts";

export interface TileDemand {
  /** Tile centres, m; tile k = row * columns + column. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Demand in each tile: incidents (or their weight), or density × area. */
  readonly weight: Float64Array;
  readonly total: number;
  /** Demand that lies outside the tiles. */
  readonly outside: number;
}

/** Centres of a grid's tiles, m. */
export function tileCentres({ origin, cell, columns, rows }: Grid): { x: Float64Array; y: Float64Array } {
  const count = columns * rows;
  return {
    x: Float64Array.from({ length: count }, (_, k) => origin.x + ((k % columns) + 0.5) * cell),
    y: Float64Array.from({ length: count }, (_, k) => origin.y + (Math.floor(k / columns) + 0.5) * cell),
  };
}

/** Incidents (or their weight) in each tile; a tile owns its south and west edge. */
export function countInTiles(tiles: Grid, x: Float64Array, y: Float64Array, weight?: Float64Array): TileDemand {
  const { counts, total, outside } = countInCells(tiles, { x, y, weight });
  return { ...tileCentres(tiles), weight: counts, total, outside };
}

/**
 * Integral of a density raster (per m²) over each tile: every cell's value times the area it shares with the tile, so
 * cells and tiles need not line up.
 */
export function densityInTiles(tiles: Grid, grid: Grid, values: Float64Array): TileDemand {
  const across = overlaps(tiles.origin.x, tiles.cell, tiles.columns, grid.origin.x, grid.cell, grid.columns);
  const up = overlaps(tiles.origin.y, tiles.cell, tiles.rows, grid.origin.y, grid.cell, grid.rows);
  const inTile = new Float64Array(tiles.columns * tiles.rows);
  for (const { tile: row, cell: r, length: height } of up) {
    for (const { tile: column, cell: c, length: width } of across) {
      inTile[row * tiles.columns + column] += values[r * grid.columns + c] * width * height;
    }
  }
  const sum = (array: Float64Array): number => array.reduce((s, value) => s + value, 0);
  const total = sum(inTile);
  return { ...tileCentres(tiles), weight: inTile, total, outside: Math.max(0, sum(values) * grid.cell ** 2 - total) };
}

/** Pairs of tile and raster cell that share a stretch of an axis, and how long it is, m. */
function overlaps(tileStart: number, tileSide: number, tileCount: number, start: number, side: number, count: number) {
  const shared: { tile: number; cell: number; length: number }[] = [];
  for (let cell = 0; cell < count; cell++) {
    const from = start + cell * side;
    const first = Math.max(0, Math.floor((from - tileStart) / tileSide));
    const last = Math.min(tileCount - 1, Math.floor((from + side - tileStart) / tileSide));
    for (let tile = first; tile <= last; tile++) {
      const low = Math.max(from, tileStart + tile * tileSide);
      const high = Math.min(from + side, tileStart + (tile + 1) * tileSide);
      if (high > low) shared.push({ tile, cell, length: high - low });
    }
  }
  return shared;
}

export const tileDemand = defineJob({
  title: "Demand in each tile, from incidents or from a density surface",
  params: z.strictObject({
    tiles: gridSchema,
    incidents: z
      .strictObject({ x: floats("m east"), y: floats("m north"), weight: floats("what each counts, ≥ 0; 1 where absent").optional() })
      .optional(),
    density: z.strictObject({ grid: gridSchema, values: floats("per m², from kernelDensity") }).optional(),
  }),
  run({ tiles, incidents, density }): TileDemand {
    if (!incidents === !density) throw new InputError("tileDemand takes either incidents or density; give one of them.");
    if (incidents) {
      checkIncidents(incidents.x, incidents.y, incidents.weight);
      return countInTiles(tiles, incidents.x, incidents.y, incidents.weight);
    }
    const { grid, values } = density!;
    if (values.length !== grid.columns * grid.rows)
      throw new InputError(`density.values has ${values.length} values; a grid of ${grid.columns} × ${grid.rows} needs ${grid.columns * grid.rows}.`);
    return densityInTiles(tiles, grid, values);
  },
});
