// The job that asks whether incidents cluster at all: Clark and Evans, and Ripley's K.

import { InputError } from "../../errors.ts";
import { buildPointIndex } from "../../geo/pointIndex.ts";
import { unionArea } from "../../geo/unionArea.ts";
import { defineJob } from "../../job.ts";
import { floats, polygonSchema, z } from "../../schema.ts";
import { checkIncidents } from "../../stats/checkIncidents.ts";
import { clarkEvans, type ClarkEvans } from "../../stats/clarkEvans.ts";
import { ripleyK, type RipleyK } from "../../stats/ripleyK.ts";

export interface PointPattern {
  readonly incidents: number;
  /** m². */
  readonly area: number;
  readonly clarkEvans: ClarkEvans;
  /** In the order of the radii. */
  readonly ripley: readonly RipleyK[];
}

export const pointPattern = defineJob({
  title: "Do incidents cluster: nearest neighbours (Clark and Evans) and Ripley's K",
  params: z.strictObject({
    x: floats("incidents, east, m"),
    y: floats("incidents, north, m"),
    area: z.union([z.number().positive(), z.array(polygonSchema).min(1)]).describe("of the study area: m², or its polygons, m"),
    radii: z.array(z.number().positive()).min(1).default([50, 100, 150, 200, 300, 400, 500]).describe("m"),
  }),
  run({ x, y, area: given, radii }, context): PointPattern {
    checkIncidents(x, y);
    const area = typeof given === "number" ? given : unionArea(given);
    const index = buildPointIndex(x, y);
    if (!(area > 0)) throw new InputError("The study area covers 0 m². Draw it again.");
    return { incidents: x.length, area, clarkEvans: clarkEvans(index, area), ripley: ripleyK(index, area, radii, context) };
  },
});
