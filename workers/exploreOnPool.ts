// Predict, optimise, explore on all workers: every predictor with every objective and fleet, judged on held-out crimes.

import { InputError } from "../core/errors.ts";
import { tileCounts } from "../core/forecast/slots/tileDensities.ts";
import type { JobInput } from "../core/jobs.ts";
import type { Exploration, ExploredOffence, ExploredRow, ExploreRequest } from "../core/patrol/explore/exploration.ts";
import { paretoMembers } from "../core/patrol/explore/paretoMembers.ts";
import { vehiclesOfSlots } from "../core/patrol/explore/vehiclesOfSlots.ts";
import type { Points } from "../core/patrol/points.ts";
import { gapOf } from "../core/patrol/posting/allocation.ts";
import type { PredictionQuality } from "../core/patrol/quality/predictionQuality.ts";
import { tileCentres } from "../core/patrol/tiles.ts";
import type { JobPool, RunOptions } from "./pool.ts";
import { progressParts } from "./progressParts.ts";
import { runSideBySide } from "./runSideBySide.ts";

/**
 * The grid of Brandt et al. (2022), sections 4.2 to 4.4. One job a row solves all its slots one after the other, each from the
 * allocation of the slot before.
 * @throws InputError where there is nothing to explore or surfaces do not fit the tiles
 */
export async function exploreOnPool(pool: JobPool, request: ExploreRequest, options: RunOptions = {}): Promise<Exploration> {
  const { predictors, objectives, fleets, radius, targets, gap, timeLimit } = request;
  const centres = placesOf(request);
  const slots = slotsOf(request);
  const predictions = await rankings(pool, request, slots, progressParts(options, 0, 0.05));
  const combinations = predictors.flatMap((_, p) => objectives.flatMap((objective) => fleets.map((vehicles, f) => ({ p, objective, vehicles, f }))));
  const solved = await runSideBySide(
    pool,
    "allocateSlots",
    combinations.map(({ p, objective, vehicles }): JobInput<"allocateSlots"> => ({
      ...centres,
      surfaces: predictors[p].surfaces,
      objective,
      vehicles,
      radius,
      ...(objective === "targets" && targets && { targets: Float64Array.from(targets) }),
      gap,
      timeLimit,
    })),
    progressParts(options, 0.05, 0.95),
  );
  const allocations = solved.map(({ slots: each }) => each.map(({ chosen }) => chosen));
  const judged = await judge(pool, request, centres, allocations, progressParts(options, 0.95, 1));
  const rows = combinations.map(({ p, objective, vehicles, f }, row): ExploredRow => ({
    predictor: predictors[p].name,
    objective,
    vehicles,
    allocations: allocations[row],
    worstGap: Math.max(...solved[row].slots.map(gapOf)),
    provenSlots: solved[row].slots.filter(({ proven }) => proven).length,
    offences: judged[row].map((quality, o): ExploredOffence => {
      const { auc, truncated } = predictions[p][o];
      return { name: request.offences[o].name, quality, auc, truncatedAuc: truncated[f].auc, pareto: false };
    }),
  }));
  const perPredictor = objectives.length * fleets.length;
  return { rows: withPareto(rows), negativePredictions: predictors.map((_, p) => solved[p * perPredictor].negativeWeights) };
}

function placesOf({ tiles, cells }: ExploreRequest): Points {
  const { x, y } = tileCentres(tiles);
  return { x: Float64Array.from(cells, (k) => x[k]), y: Float64Array.from(cells, (k) => y[k]) };
}

function slotsOf({ predictors, objectives, fleets, offences, cells }: ExploreRequest): number {
  for (const [name, list] of Object.entries({ predictor: predictors, objective: objectives, fleet: fleets, offence: offences }))
    if (list.length === 0) throw new InputError(`There is no ${name} to explore. Choose at least one.`);
  const slots = predictors[0].surfaces.length / cells.length;
  const odd = predictors.find(({ surfaces }) => surfaces.length !== predictors[0].surfaces.length || !(Number.isInteger(slots) && slots >= 1));
  if (odd) throw new InputError(`${odd.name} has ${odd.surfaces.length} predictions; for ${cells.length} tiles all predictors need as many, a multiple of the tiles.`);
  return slots;
}

/** For each predictor and offence, with one truncated AUC a fleet. */
async function rankings(pool: JobPool, request: ExploreRequest, slots: number, options: RunOptions): Promise<PredictionQuality[][]> {
  const { tiles, cells, predictors, offences, fleets, radius, seed } = request;
  const counts = offences.map(({ x, y, slot }) => tileCounts({ x, y, slot: slot ? Int32Array.from(slot) : new Int32Array(x.length) }, tiles, cells, slots).values);
  const requests = predictors.flatMap(({ surfaces }) => counts.map((happened) => ({ ...placesOf(request), surfaces, counts: happened, fleets: [...fleets], radius, seed })));
  return inRows(await runSideBySide(pool, "predictionQuality", requests, options), offences.length);
}

/** For each allocation its quality for each offence. */
async function judge(pool: JobPool, { offences, radius, seed }: ExploreRequest, centres: Points, allocations: readonly (readonly Uint32Array[])[], options: RunOptions) {
  const requests = allocations.flatMap((each) =>
    offences.map(({ x, y, slot }) => ({
      ...vehiclesOfSlots(centres, each),
      crimeX: x,
      crimeY: y,
      crimeSlot: slot ?? new Uint32Array(x.length),
      radius,
      seed,
    })),
  );
  return inRows(await runSideBySide(pool, "decisionQuality", requests, options), offences.length);
}

function inRows<Value>(list: readonly Value[], width: number): Value[][] {
  return Array.from({ length: list.length / width }, (_, row) => list.slice(row * width, (row + 1) * width));
}

function withPareto(rows: readonly ExploredRow[]): ExploredRow[] {
  const members = rows.map(({ offences }) => offences.map(() => false));
  for (const fleet of new Set(rows.map(({ vehicles }) => vehicles))) {
    const same = [...rows.keys()].filter((row) => rows[row].vehicles === fleet);
    rows[0].offences.forEach((_, o) => {
      paretoMembers(same.map((row) => rows[row].offences[o].quality)).forEach((member, k) => (members[same[k]][o] = member));
    });
  }
  return rows.map((row, r) => ({ ...row, offences: row.offences.map((offence, o) => ({ ...offence, pareto: members[r][o] })) }));
}
