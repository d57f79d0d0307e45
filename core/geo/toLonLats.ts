// Metres in the plane → degrees for the map, in bulk.

import { defineJob } from "../job.ts";
import { floats, planeSchema, z } from "../schema.ts";
import { toLonLats as convert } from "./plane.ts";

/** Interleaved lon, lat in degrees (WGS 84), 2n values, of n points in metres. */
export const toLonLats = defineJob({
  title: "Longitude and latitude of points in the plane",
  params: z.strictObject({ plane: planeSchema, x: floats("easting, m"), y: floats("northing, m") }),
  run: ({ plane, x, y }) => ({ lonLats: convert(plane, x, y) }),
});
