// The job that builds the index of the incidents that the filter keeps.

import { defineJob } from "../job.ts";
import { floats, z } from "../schema.ts";
import { buildPointIndex as build } from "./pointIndex.ts";

export const buildPointIndex = defineJob({
  title: "Index incidents by place, for counts while dragging",
  params: z.strictObject({
    x: floats("east, m"),
    y: floats("north, m"),
    weight: floats("weight of each incident; 1 each where not given").optional(),
  }),
  run: ({ x, y, weight }, context) => {
    const index = build(x, y, weight);
    context.progress(1, `${index.x.length.toLocaleString("en-GB")} locations`);
    return index;
  },
});
