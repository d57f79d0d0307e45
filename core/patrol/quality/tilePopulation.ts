// Inhabitants of each tile, from areas with a number of inhabitants each (or of several groups).

import { InputError } from "../../errors.ts";
import { area, signedArea } from "../../geo/area.ts";
import { pointBounds } from "../../geo/bounds.ts";
import { clipToBox } from "../../geo/clipToBox.ts";
import { orient } from "../../geo/orient.ts";
import type { Bounds, Grid, Polygon, Ring } from "../../geo/types.ts";
import { defineJob } from "../../job.ts";
import { gridSchema, polygonSchema, z } from "../../schema.ts";
import { exactSum } from "../exactSum.ts";
import { tileCentres } from "../tiles.ts";

export interface TilePopulation {
  /** Tile centres, m. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly groups: readonly {
    readonly name: string;
    /** One a tile. */
    readonly weight: Float64Array;
    readonly total: number;
    /** Of areas, or parts of them, outside the tiles. */
    readonly outside: number;
  }[];
}

/** m² of the polygon in each tile that it meets, as [tile, area]. */
export function areaInTiles(polygon: Polygon, { origin, cell, columns, rows }: Grid): [tile: number, area: number][] {
  const { rings } = orient(polygon);
  const { minX, minY, maxX, maxY } = pointBounds(rings[0]);
  const span = (low: number, high: number, start: number, count: number): [number, number] =>
    [Math.max(0, Math.floor((low - start) / cell)), Math.min(count - 1, Math.floor((high - start) / cell))];
  const [firstRow, lastRow] = span(minY, maxY, origin.y, rows);
  const [firstColumn, lastColumn] = span(minX, maxX, origin.x, columns);
  const found: [number, number][] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    // Once for the whole row, so that each tile has only the strip's corners to look at.
    const south = origin.y + row * cell;
    const strip = rings.map((ring) => clipToBox(ring, { minX, maxX, minY: south, maxY: south + cell }));
    for (let column = firstColumn; column <= lastColumn; column++) {
      const west = origin.x + column * cell;
      const inTile = strip.reduce((sum, ring) => sum + clippedArea(ring, { minX: west, maxX: west + cell, minY: south, maxY: south + cell }), 0);
      if (inTile > 0) found.push([row * columns + column, inTile]);
    }
  }
  return found;
}

/** Holes run clockwise, so their areas are below 0. */
function clippedArea(ring: Ring, box: Bounds): number {
  const clipped = ring.length === 0 ? ring : clipToBox(ring, box);
  return clipped.length === 0 ? 0 : signedArea(clipped);
}

/** Each area's number spread evenly over its polygons: a tile gets area(area ∩ tile) / area(area) of it, by exact clipping. */
export const tilePopulation = defineJob({
  title: "Inhabitants of each tile, from areas with numbers of inhabitants spread evenly over them",
  params: z.strictObject({
    tiles: gridSchema,
    names: z.array(z.string()).min(1).describe("groups of the population, e.g. one for each age or origin"),
    areas: z.array(z.strictObject({ polygons: z.array(polygonSchema).min(1).readonly(), values: z.array(z.number().nonnegative()).describe("inhabitants, one a group") })).min(1),
  }),
  run({ tiles, names, areas }, context): TilePopulation {
    const weights = names.map(() => new Float64Array(tiles.columns * tiles.rows));
    areas.forEach(({ polygons, values }, a) => {
      if (values.length !== names.length) throw new InputError(`Area ${a + 1} has ${values.length} values for ${names.length} groups; give one for each.`);
      const whole = polygons.reduce((sum, polygon) => sum + area(polygon), 0);
      if (!(whole > 0)) throw new InputError(`Area ${a + 1} has an area of 0 m², over which nobody can be spread; leave it out.`);
      for (const polygon of polygons)
        for (const [tile, part] of areaInTiles(polygon, tiles)) weights.forEach((weight, g) => (weight[tile] += (values[g] * part) / whole));
      context.progress((a + 1) / areas.length, "Spreading the population over the tiles");
    });
    return {
      ...tileCentres(tiles),
      groups: names.map((name, g) => {
        const kept = exactSum(weights[g]), total = exactSum(areas.map(({ values }) => values[g]));
        return { name, weight: weights[g], total, outside: Math.max(0, total - kept) };
      }),
    };
  },
});
