// The job that covers the study area with cells, counts and ranks them.

import { defineJob } from "../job.ts";
import { floats, planeSchema, pointSchema, polygonSchema, z } from "../schema.ts";
import { tessellate as run } from "./tessellate.ts";

export const tessellate = defineJob({
  title: "Cover the study area with cells; count and rank them (result: columns x, y of the centre, count, rank; one value a cell)",
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
  }),
  run: (params, context) => {
    context.progress(0, `Counting ${params.x.length.toLocaleString("en-GB")} incidents`);
    return run(params);
  },
});
