// Roads as they come from a layer: lines of vertices, in columns.

import { counts, floats, z } from "../../schema.ts";

export interface RoadLines {
  /** Vertices, m. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Line i has the vertices starts[i] … starts[i + 1] − 1. */
  readonly starts: Uint32Array;
}

export const roadLinesSchema = z
  .strictObject({ x: floats("m east"), y: floats("m north"), starts: counts("line i has the vertices starts[i] … starts[i + 1] − 1; one more than there are lines") })
  .refine(
    ({ x, y, starts }) =>
      y.length === x.length && starts.length > 1 && starts[0] === 0 && starts[starts.length - 1] === x.length && starts.every((start, i) => i === 0 || start >= starts[i - 1]),
    { path: ["starts"], error: "must rise from 0 to the number of vertices, x and y alike, one more value than there are lines" },
  )
  .describe("roads, vertex by vertex");
