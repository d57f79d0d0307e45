// Distances along a road network from every site to every demand point, for allocations by road instead of straight line.

import { InputError } from "../../errors.ts";
import { defineJob } from "../../job.ts";
import { floats, z } from "../../schema.ts";
import type { Points } from "../points.ts";
import { roadLinesSchema } from "./roadLines.ts";
import { roadEntries, type RoadEntries } from "./roadEntries.ts";
import { type RoadGraph, roadGraph } from "./roadGraph.ts";
import { largestNetwork, roadSegments } from "./roadSegments.ts";
import { shortestPaths } from "./shortestPaths.ts";

export interface RoadDistances {
  /** m from site j to demand point i at i × sites + j: what allocation jobs take as `distances`. */
  readonly distances: Float64Array;
  /** From each demand point and each site straight to the nearest road, m; part of the distances. */
  readonly access: Float64Array;
  readonly siteAccess: Float64Array;
  /** Demand points, then sites, farther than `reach` from any road: to be looked at, or left out. */
  readonly far: Uint32Array;
  readonly farSites: Uint32Array;
  /** What was used, and what was left out because no road leads there from the rest. */
  readonly network: { readonly crossings: number; readonly length: number; readonly leftOut: number };
}

/** 320 MB. */
const MOST = 40_000_000;
/** m; TIGER's coordinates have 10 cm. */
const TOLERANCE = 0.1;

/**
 * The rules, so that nothing is guessed in silence: only the network of the greatest length counts, within which every road leads to
 * every other (what is left out is told); a place goes straight to the nearest point of it, however far that is (places beyond
 * `reach` are named), then along roads in either direction; a site and a demand point at one place are 0 m apart.
 */
export const roadDistances = defineJob({
  title: "Distances along roads from every site to every demand point",
  params: z.strictObject({
    lines: roadLinesSchema,
    x: floats("demand points, m east"),
    y: floats("the same, m north"),
    sites: z.strictObject({ x: floats("m east"), y: floats("m north") }).optional().describe("where vehicles may stand; the demand points where absent"),
    reach: z.number().positive().default(500).describe("places farther than this from any road are named in the result, m"),
    tolerance: z.number().positive().default(TOLERANCE).describe("vertices no farther apart are one, m"),
  }),
  run({ lines, x, y, sites, reach, tolerance }, context): RoadDistances {
    check({ x, y }, "the demand");
    if (sites) check(sites, "sites");
    const siteCount = (sites ?? { x }).x.length;
    if (x.length * siteCount > MOST) throw new InputError(`${x.length} demand points and ${siteCount} sites make ${x.length * siteCount} distances; at most ${MOST} fit. Choose larger tiles or fewer sites.`);
    context.progress(0, "Joining roads");
    const segments = roadSegments(lines, tolerance);
    const network = largestNetwork(segments);
    const graph = roadGraph(network);
    const entries = roadEntries(network, { x, y });
    const siteEntries = sites ? roadEntries(network, sites) : entries;
    const distances = new Float64Array(x.length * siteCount);
    const demandAt = along(graph, entries), siteAt = along(graph, siteEntries);
    const paths = shortestPaths(graph);
    const { from, to } = graph.stretches;
    const { x: siteX, y: siteY } = sites ?? { x, y };
    for (let j = 0; j < siteCount; j++) {
      if (j % 16 === 0) context.progress(j / siteCount, "Following roads");
      const stretch = siteAt.stretch[j];
      const reached = paths([[from[stretch], siteAt.before[j]], [to[stretch], siteAt.after[j]]]);
      for (let i = 0; i < x.length; i++) {
        const s = demandAt.stretch[i];
        let d = Math.min(reached[from[s]] + demandAt.before[i], reached[to[s]] + demandAt.after[i]);
        if (s === stretch) d = Math.min(d, Math.abs(demandAt.before[i] - siteAt.before[j]));
        distances[i * siteCount + j] = x[i] === siteX[j] && y[i] === siteY[j] ? 0 : entries.access[i] + d + siteEntries.access[j];
      }
    }
    const farOf = ({ access }: RoadEntries): Uint32Array => Uint32Array.from(access.keys()).filter((i) => access[i] > reach);
    const total = (lengths: Float64Array): number => lengths.reduce((sum, length) => sum + length, 0);
    const length = total(network.length);
    return {
      distances,
      access: entries.access,
      siteAccess: siteEntries.access.slice(),
      far: farOf(entries),
      farSites: farOf(siteEntries),
      network: { crossings: graph.nodes, length, leftOut: total(segments.length) - length },
    };
  },
});

/** Each entry's stretch, and how far it is along the road to the stretch's two ends, m. */
function along({ stretches, stretchOf, alongFrom, alongTo }: RoadGraph, { piece, share }: RoadEntries) {
  const stretch = piece.map((p) => stretchOf[p]);
  const before = Float64Array.from(piece, (p, i) => alongFrom[p] + share[i] * (alongTo[p] - alongFrom[p]));
  return { stretch, before, after: before.map((m, i) => stretches.length[stretch[i]] - m) };
}

function check({ x, y }: Points, name: string): void {
  if (x.length !== y.length) throw new InputError(`The x of ${name} has ${x.length} values and the y ${y.length}; give both the same number.`);
  if (x.length === 0) throw new InputError(`There are no places in ${name}; give at least one.`);
}
