// The job that proposes the best set of hotspots: k hexagons anywhere, and how near to the best possible they are.

import { InputError } from "../../errors.ts";
import { countInAny, countInside } from "../../geo/countInside.ts";
import { buildPointIndex } from "../../geo/pointIndex.ts";
import type { Hexagon } from "../../geo/types.ts";
import { defineJob } from "../../job.ts";
import { gapOf } from "../../patrol/posting/allocation.ts";
import { floats, hexagonSchema, pointSchema, polygonSchema, shapeSchema, z } from "../../schema.ts";
import { gapTooSmall } from "../gapTooSmall.ts";
import { createClearance } from "./clearance.ts";
import { createRandom } from "../../stats/random.ts";
import { boundPlacements, type PlacementBound } from "./boundPlacements.ts";
import { greedyCells } from "./greedyCells.ts";
import { placementPool } from "./placementPool.ts";
import { placementProblem, type Placement } from "./placementProblem.ts";
import { searchPlacements } from "./searchPlacements.ts";

export interface PlacedHexagons extends Placement {
  /** Weight inside each of them. */
  readonly inside: Float64Array;
  /** No set of k hexagons holds more. */
  readonly bound: number;
  /** (bound − objective) ÷ bound: no set holds more by a larger share of the bound. */
  readonly gap: number;
  /** The best cells of the fixed tessellation under the same rules, to compare with. */
  readonly greedy: Placement;
  /** What was placed by hand and given as the start, valid or not; null where nothing was. */
  readonly start: { readonly objective: number; readonly valid: boolean } | null;
  /** Weight of all incidents, and of those in the locked hotspots. */
  readonly total: number;
  readonly lockedInside: number;
  readonly seed: number | string;
  /** "proved": within the gap asked for; "settled": all rounds are done, so the seed gives the same again; "time": time ended it. */
  readonly finished: "proved" | "settled" | "time";
}

/** The search may take this share of the time; the rest is the proof's. */
const SEARCH = 0.4;
/** Places that hold less than this share of what the greedy choice's least hexagon holds are not tried. */
const LEAST = 0.5;

export const placeHexagons = defineJob({
  title: "Place k hexagons anywhere, buffers disjoint, with most incidents inside, and a proved bound",
  params: z.strictObject({
    x: floats("incidents, east, m"),
    y: floats("incidents, north, m"),
    weight: floats("weight of each incident, such as days of harm; 1 each where not given").optional(),
    side: z.number().positive().describe("edge of a hexagon, m"),
    buffer: z.number().nonnegative().describe("radius of the buffer about each hotspot, m"),
    k: z.int().positive().describe("hexagons to place; the locked ones not counted"),
    rotate: z.boolean().default(true).describe("false: every hexagon keeps the rotation"),
    rotation: z.number().default(0).describe("of the fixed tessellation, radians anticlockwise"),
    origin: pointSchema.optional().describe("centre of one cell of the fixed tessellation, m; default 0, 0"),
    locked: z.array(shapeSchema).default([]).describe("hotspots that stay, m"),
    patrolAreas: z.array(polygonSchema).default([]).describe("patrol areas that belong to locked hotspots or to none, m"),
    exclusions: z.array(polygonSchema).default([]).describe("those that are not overruled, m"),
    area: z.array(polygonSchema).optional().describe("study area, m: centres lie in it"),
    start: z.array(hexagonSchema).optional().describe("placed by hand; the result is never worse where these are valid"),
    seed: z.union([z.int(), z.string()]).default(1),
    gap: z.number().min(0).max(1).default(0).describe("stop when proved to be within this share of the bound"),
    seconds: z.number().positive().default(30).describe("for search and proof together"),
  }),
  async run({ start: byHand, seed, gap: wanted, seconds, locked, ...params }, context): Promise<PlacedHexagons> {
    const problem = placementProblem({ ...params, locked });
    const { side, buffer, k, rotate, rotation } = problem;
    const index = buildPointIndex(problem.x, problem.y, problem.weight);
    const clearance = createClearance(problem);
    const placed = (hexagons: readonly Hexagon[]): Placement => ({
      hexagons: hexagons.toSorted((a, b) => countInside(index, b) - countInside(index, a)),
      objective: countInAny(index, hexagons),
    });
    if (byHand?.some((hexagon) => hexagon.side !== side)) throw new InputError(`A hexagon of the start has another edge than ${side} m. Give hexagons of one size, or no start.`);
    const valid = !!byHand && byHand.length <= k && byHand.every((hexagon, i) =>
      (rotate || hexagon.rotation === rotation) && clearance.allows(hexagon.centre.x, hexagon.centre.y, hexagon.rotation) && byHand.slice(i + 1).every((other) => gapTooSmall(hexagon, other, 2 * buffer) === null));

    const greedy = placed(greedyCells(problem, clearance));
    const start = byHand ? { objective: countInAny(index, byHand), valid } : null;
    const answer = (best: Placement, bound: number, finished: PlacedHexagons["finished"]): PlacedHexagons => ({
      ...best,
      inside: Float64Array.from(best.hexagons, (hexagon) => countInside(index, hexagon)),
      bound,
      gap: gapOf({ ...best, bound, proven: false }),
      greedy,
      start,
      total: index.total,
      lockedInside: countInAny(index, locked),
      seed,
      finished,
    });

    const began = context.elapsed();
    const late = (): boolean => context.elapsed() - began > SEARCH * seconds;
    let best = byHand && start && valid && start.objective > greedy.objective ? placed(byHand) : greedy;
    let note = "Looking for places";
    context.progress(0, note);
    const leastInside = greedy.hexagons.length < k ? 0 : countInside(index, greedy.hexagons[k - 1]);
    const pool = placementPool(problem, clearance, Math.max(LEAST * leastInside, Number.MIN_VALUE));
    const found = searchPlacements(problem, clearance, pool, best.hexagons, createRandom(seed), {
      stop: late,
      onStep: (done) => context.progress(Math.max(SEARCH * done, (context.elapsed() - began) / seconds), note),
      onBetter: (hexagons) => {
        const now = placed(hexagons);
        context.found(answer(now, index.total, "time"));
        note = `${now.objective.toLocaleString("en-GB")} inside; ${greedy.objective.toLocaleString("en-GB")} in the best fixed cells`;
      },
    });
    const searched = placed(found);
    if (searched.objective > best.objective) best = searched;
    const finished = late() ? "time" : "settled";
    const { bound } = await boundPlacements(problem, best, { seconds: Math.max(0, seconds - (context.elapsed() - began)), gap: wanted }, {
      ...context,
      found: (proof) => context.found(answer(best, Math.min((proof as PlacementBound).bound, index.total), "time")),
      progress: (fraction, note) => context.progress(SEARCH + (1 - SEARCH) * fraction, note),
    });
    const result = answer(best, Math.min(bound, index.total), finished);
    context.progress(1);
    return result.gap <= wanted ? { ...result, finished: "proved" } : result;
  },
});
