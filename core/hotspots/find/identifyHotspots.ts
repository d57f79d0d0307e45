// The job that looks for hotspots by several methods side by side, cell by cell, and says which method names which cell.

import { InputError } from "../../errors.ts";
import { buildPointIndex } from "../../geo/pointIndex.ts";
import { defineJob } from "../../job.ts";
import { jobPart } from "../../jobPart.ts";
import { planeSchema, z } from "../../schema.ts";
import { checkIncidents } from "../../stats/checkIncidents.ts";
import { cellOutlines, type CellOutlines } from "../cellOutlines.ts";
import { agreement, type NamedCell } from "./agreement.ts";
import { candidateCells, latticeParams, sumByCell, type LatticeKind } from "./candidateCells.ts";
import { METHOD_TITLES, METHODS, type MethodName } from "./methodNames.ts";
import { FLOOR, METHOD, type MethodDetails } from "./methods.ts";
import { rankNamed } from "./rankNamed.ts";

export interface MethodResult {
  readonly name: MethodName;
  /** "Getis-Ord Gi*". */
  readonly title: string;
  /** Those that were used, whether asked for or chosen from the data; lengths in m. */
  readonly parameters: Readonly<Record<string, string | number>>;
  /** One value a cell: incidents, days, incidents per m², z; the rank follows it. */
  readonly score: Float64Array;
  /** 1 = the first; 0 = the method does not name the cell. */
  readonly rank: Uint32Array;
  /** How many cells it names. */
  readonly named: number;
  /** What to beware of with these data, in words; null: nothing. */
  readonly caution: string | null;
}

export interface IdentifiedHotspots extends MethodDetails {
  readonly kind: LatticeKind;
  readonly side: number;
  readonly rotation: number;
  /** Centres of the cells, m. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Incidents in each cell, and their harm, days; null without weights. */
  readonly count: Float64Array;
  readonly harm: Float64Array | null;
  /** In words: how many cells there are, and how those without incidents were chosen. */
  readonly cover: string;
  readonly methods: readonly MethodResult[];
  /** Cells that any method names among its first `top`; see agreement. */
  readonly agreement: readonly NamedCell[];
  /** What the map draws; null unless asked for. */
  readonly outlines: CellOutlines | null;
  /** Incidents given, and those of them outside every cell. */
  readonly total: number;
  readonly outside: number;
}

const rings = z.int().min(1).max(20).default(1).describe("cells within so many rings are neighbours");
const distribution = z
  .enum(["normal", "permutation"])
  .default("normal")
  .describe("of the p-values; permutation: counts dealt out to the cells at random, for sparse counts (3 rings at most)");
const adjust = z.enum(["benjamini-hochberg", "none"]).default("benjamini-hochberg").describe("for having asked about every cell");
const level = z.number().gt(0).lt(1).default(0.05).describe("a cell is named where its (adjusted) p is at or under it");

export const identifyHotspots = defineJob({
  title: "Look for hotspots by counts, harm, density, Gi*, local Moran's I, DBSCAN and HDBSCAN side by side",
  params: z.strictObject({
    ...latticeParams,
    plane: planeSchema.optional().describe("the plane of x and y; for outlines"),
    top: z.int().positive().default(50).describe("methods agree on a cell that several name among their first so many"),
    methods: z.array(z.enum(METHODS)).min(1).optional().describe("default: all (harm: where weights are given)"),
    density: z.strictObject({ bandwidth: z.number().positive().describe("standard deviation of the bell, m") }).optional().describe("default: Silverman's rule"),
    giStar: z.strictObject({ rings, distribution, adjust, level }).prefault({}),
    localMoran: z.strictObject({ rings, distribution, adjust, level }).prefault({}),
    dbscan: z
      .strictObject({ radius: z.number().positive().describe("m"), least: z.int().positive().describe("incidents within the radius that make a core") })
      .optional()
      .describe("default: the edge of a cell, and three times the mean number of incidents in such a circle, 5 at least"),
    hdbscan: z
      .strictObject({ least: z.int().min(2).describe("incidents that make a cluster"), floor: z.number().positive().default(FLOOR).describe("m: places nearer than that are not told apart") })
      .optional()
      .describe("default: as many as the last of the first `top` cells holds, 5 at least"),
    outlines: z.boolean().default(false).describe("true: also every cell's corners in degrees; needs the plane"),
  }),
  async run({ x, y, weight, plane, top, methods: asked, outlines, ...params }, context): Promise<IdentifiedHotspots> {
    checkIncidents(x, y, weight);
    const { kind, side, rotation } = params;
    const names = METHODS.filter((name) => (asked ? asked.includes(name) : name !== "harm" || weight));
    if (names.includes("harm") && !weight) throw new InputError("Harm needs a weight for each incident, and none are given. Load a harm table, or leave harm out.");
    if (outlines && !plane) throw new InputError("Outlines in degrees need the plane of x and y. Give plane, or leave outlines out.");
    const places = buildPointIndex(x, y);
    const cells = candidateCells(places, params);
    // The same places in the same order, whatever the incidents weigh.
    const harm = weight ? sumByCell(cells.x.length, cells.cellOf, buildPointIndex(x, y, weight).weight) : null;
    const input = { x, y, places, cells, harm, top, ...params };
    const methods: MethodResult[] = [];
    let details: MethodDetails = { giStar: null, localMoran: null, dbscan: null, hdbscan: null };
    for (const [k, name] of names.entries()) {
      const title = METHOD_TITLES[name];
      const part = jobPart(context, k / names.length, (k + 1) / names.length);
      part.progress(0, title);
      const { parameters, score, isNamed = (cell) => score[cell] > 0, caution = null, details: more } = await METHOD[name](input, part);
      const rank = rankNamed(score, isNamed, cells);
      methods.push({ name, title, parameters, score, rank, named: rank.reduce((n, each) => n + (each > 0 ? 1 : 0), 0), caution });
      details = { ...details, ...more };
    }
    return {
      kind, side, rotation, x: cells.x, y: cells.y, count: cells.count, harm, cover: cells.cover, methods, ...details,
      agreement: agreement(methods.map(({ rank }) => rank), top),
      outlines: outlines && plane ? cellOutlines({ kind, side, rotation, x: cells.x, y: cells.y, corners: null }, plane) : null,
      total: x.length,
      outside: cells.outside,
    };
  },
});
