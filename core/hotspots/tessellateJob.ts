// The job that covers the study area with cells, counts and ranks them.

import { InputError } from "../errors.ts";
import { defineJob } from "../job.ts";
import { floats, planeSchema, pointSchema, polygonSchema, z } from "../schema.ts";
import type { Point } from "../geo/types.ts";
import { cellOutlines, type CellOutlines } from "./cellOutlines.ts";
import { tessellate as run, type Tessellation } from "./tessellate.ts";

export interface TessellatedCells extends Tessellation {
  /** The same cells as a list in the order of the columns; null where columns alone were asked for. */
  readonly cells: readonly { readonly centre: Point; readonly count: number; readonly rank: number }[] | null;
  /** What the map draws; null unless asked for. */
  readonly outlines: CellOutlines | null;
}

export const tessellate = defineJob({
  title: "Cover the study area with cells; count and rank them",
  params: z.strictObject({
    x: floats("incidents, east, m"),
    y: floats("incidents, north, m"),
    weight: floats("weight of each incident; 1 each where not given").optional(),
    side: z.number().positive().describe("edge of a cell, m; for h3 the resolution with the nearest mean edge is taken"),
    kind: z.enum(["hexagon", "square", "h3"]),
    origin: pointSchema.optional().describe("centre of one hexagon or corner of one square, m; default 0, 0"),
    rotation: z.number().optional().describe("turn of the tessellation, radians anticlockwise; default 0: hexagon corners to the east"),
    plane: planeSchema.optional().describe("the plane of x and y; needed for h3"),
    resolution: z.int().min(0).max(15).optional().describe("h3 only, instead of side"),
    area: z
      .array(polygonSchema)
      .optional()
      .describe("study area, m: all cells with their centre in it are given; without it, all cells with incidents"),
    list: z.boolean().default(true).describe("false: columns x, y, count, rank alone, without the list of cells; for very many"),
    outlines: z.boolean().default(false).describe("true: also every cell's corners in degrees; needs the plane"),
  }),
  run: ({ list, outlines, ...params }, context): TessellatedCells => {
    context.progress(0, `Counting ${params.x.length.toLocaleString("en-GB")} incidents`);
    const found = run(params);
    const { x, y, count, rank } = found;
    if (outlines && !params.plane) throw new InputError("Outlines in degrees need the plane of x and y. Give plane, or leave outlines out.");
    return {
      ...found,
      outlines: outlines && params.plane ? cellOutlines(found, params.plane) : null,
      cells: list ? Array.from(x, (_, k) => ({ centre: { x: x[k], y: y[k] }, count: count[k], rank: rank[k] })) : null,
    };
  },
});
