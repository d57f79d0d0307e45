// Predict, optimise, explore: predictors with objectives and fleets on the last days, judged on what happened in them, and kept.

import { InputError } from "../../core/errors.ts";
import type { Exploration, ExploreRequest } from "../../core/patrol/explore/exploration.ts";
import { exploreOnPool } from "../../workers/exploreOnPool.ts";
import { progressParts } from "../../workers/progressParts.ts";
import type { ExplorePlan } from "../explorePlan.ts";
import type { ShownExploration } from "../shownExplorations.ts";
import { useStore } from "../store.ts";
import { breathe } from "./breathe.ts";
import { crimesOfDays, predictionsOf } from "./explorePredictions.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";
import { timed } from "./timed.ts";
import { withTimeLeft } from "./timeLeft.ts";

/** Its line in the status bar. */
export const EXPLORE_JOB = "Exploration";

export async function runExploration(plan: ExplorePlan): Promise<void> {
  if (plan.predictors.length + plan.stored.length === 0) throw new InputError("No predictor is chosen. Choose one to fit, or a forecast of slots of the project.");
  const { allocationDraft, filter, incidents } = useStore.getState();
  const { radius, gap, timeLimit, targets } = allocationDraft.plan;
  const { asked, days, found, timely } = await withProgress(EXPLORE_JOB, async ({ signal, onProgress }) => {
    const options = { signal, onProgress: withTimeLeft(onProgress) };
    const { tiles, cells, predictors, ...predicted } = await predictionsOf(plan, progressParts(options, 0, 0.5));
    const asked: ExploreRequest = {
      tiles,
      cells,
      predictors,
      objectives: plan.objectives,
      fleets: plan.fleets,
      offences: crimesOfDays(predicted),
      radius,
      targets,
      gap,
      timeLimit,
      seed: plan.seed,
    };
    const explored = await timed(timeLimit, () => exploreOnPool(thePool(), asked, progressParts(options, 0.5, 1)));
    return { asked, days: predicted, ...explored };
  });
  const exploration: ShownExploration = { ...found, plan, asked, ...days, filter, known: incidents?.table.length ?? 0 };
  useStore.setState({ exploration });
  // Drawn first, then kept.
  await breathe();
  await keepExploration(exploration, found, timely);
}

async function keepExploration({ asked, ...shown }: ShownExploration, found: Exploration, timely: boolean): Promise<void> {
  const { plan, slots } = shown;
  const { predictors, objectives, fleets, radius, cells } = asked;
  const names = predictors.map(({ name }) => name);
  await keepResult({
    job: "exploration",
    title: `${names.length} × ${objectives.length} × ${fleets.length} allocations on ${slots} slots`,
    parameters: { ...plan, predictors: names, stored: [...plan.stored], objectives: [...objectives], fleets: [...fleets], focal: [...plan.focal], radius, tile: asked.tiles.cell, tiles: cells.length },
    request: { job: "exploration", filter: null, params: { ...asked } },
    value: shown,
    numbers: timely ? { ...found } : { negativePredictions: found.negativePredictions },
  });
}
