// The first half of the fast kernel density: incidents spread onto nodes, independent of the bandwidth that follows.

import { defineJob, type JobContext } from "../job.ts";
import { floats, pointSchema, z } from "../schema.ts";
import { checkIncidents } from "./checkIncidents.ts";
import type { SpreadNodes } from "./densityPlan.ts";
import { SPLINE_REACH, splineWeights, SPLINE_TAPS } from "./densitySpline.ts";

export const nodesSchema = z
  .strictObject({
    origin: pointSchema.describe("node (0, 0), m"),
    spacingX: z.number().positive().describe("m"),
    spacingY: z.number().positive().describe("m"),
    columns: z.int().min(SPLINE_TAPS),
    rows: z.int().min(SPLINE_TAPS),
  })
  .describe("the nodes as spreadNodes plans them");

/**
 * Mass at each node: g[m, n] = Σⱼ wⱼ B((xⱼ − x_m) / dx) B((yⱼ − y_n) / dy), B the centred quintic B-spline.
 * Several parts of the incidents add up node by node. Incidents beyond the nodes are too far away to count.
 */
export function spreadIncidents(
  x: Float64Array,
  y: Float64Array,
  weight: Float64Array | undefined,
  nodes: SpreadNodes,
  context: Pick<JobContext, "progress">,
): Float64Array {
  const masses = new Float64Array(nodes.columns * nodes.rows);
  for (let from = 0; from < x.length; from += AT_A_TIME) {
    context.progress(from / x.length, "Spreading incidents");
    spreadSome(x, y, weight, nodes, from, Math.min(from + AT_A_TIME, x.length), masses);
  }
  return masses;
}

/** Few enough that V8 sees a function called often, which it compiles sooner and better than one long loop (`band` says more). */
const AT_A_TIME = 4096;

const acrossWeights = new Float64Array(SPLINE_TAPS);
const upWeights = new Float64Array(SPLINE_TAPS);

function spreadSome(
  x: Float64Array,
  y: Float64Array,
  weight: Float64Array | undefined,
  { origin, spacingX, spacingY, columns, rows }: SpreadNodes,
  from: number,
  to: number,
  masses: Float64Array,
): void {
  const perMetreX = 1 / spacingX;
  const perMetreY = 1 / spacingY;
  for (let j = from; j < to; j++) {
    const across = (x[j] - origin.x) * perMetreX;
    const up = (y[j] - origin.y) * perMetreY;
    const west = Math.floor(across);
    const south = Math.floor(up);
    const column = west - SPLINE_REACH + 1;
    const row = south - SPLINE_REACH + 1;
    if (!(column >= 0 && row >= 0 && column + SPLINE_TAPS <= columns && row + SPLINE_TAPS <= rows)) continue;
    splineWeights(across - west, acrossWeights);
    splineWeights(up - south, upWeights);
    const w = weight ? weight[j] : 1;
    const a0 = acrossWeights[0] * w;
    const a1 = acrossWeights[1] * w;
    const a2 = acrossWeights[2] * w;
    const a3 = acrossWeights[3] * w;
    const a4 = acrossWeights[4] * w;
    const a5 = acrossWeights[5] * w;
    for (let k = 0, at = row * columns + column; k < SPLINE_TAPS; k++, at += columns) {
      const u = upWeights[k];
      masses[at] += u * a0;
      masses[at + 1] += u * a1;
      masses[at + 2] += u * a2;
      masses[at + 3] += u * a3;
      masses[at + 4] += u * a4;
      masses[at + 5] += u * a5;
    }
  }
}

export const spreadDensity = defineJob({
  title: "Spread incidents onto nodes: the part of a kernel density that a new bandwidth keeps",
  params: z.strictObject({
    x: floats("incidents, m east"),
    y: floats("incidents, m north"),
    weight: floats("what each incident counts, ≥ 0; 1 where absent").optional(),
    nodes: nodesSchema,
  }),
  run({ x, y, weight, nodes }, context): { masses: Float64Array } {
    checkIncidents(x, y, weight);
    return { masses: spreadIncidents(x, y, weight, nodes, context) };
  },
});
