// The trade-off between coverage and mean distance for the fleet that is asked for, searched on all workers and kept.

import type { Frontier, FrontierRequest } from "../../core/patrol/frontier/frontier.ts";
import { postingPart } from "../../core/patrol/posting/postingPart.ts";
import { frontierOnPool } from "../../workers/frontierOnPool.ts";
import { fleetInWords } from "../allocationTitle.ts";
import { planParameters } from "../planParameters.ts";
import type { ShownFrontier } from "../shownExplorations.ts";
import { metres } from "../ui/format.ts";
import { withoutParams } from "../withoutParams.ts";
import { allocationRequest } from "./allocationRequest.ts";
import { breathe } from "./breathe.ts";
import { live } from "./live.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";
import { timed } from "./timed.ts";
import { withTimeLeft } from "./timeLeft.ts";

/** Its line in the status bar. */
export const FRONTIER_JOB = "Trade-off";

export async function runFrontier(): Promise<void> {
  const request = await allocationRequest();
  const { radius, gap, timeLimit } = request.plan;
  const asked: FrontierRequest = { params: postingPart(request.params), radius, gap, timeLimit };
  const { found: frontier, timely } = await timed(timeLimit, () => withProgress(FRONTIER_JOB, ({ signal, onProgress }) =>
    live("frontier", (found: Frontier): ShownFrontier => ({ ...found, request }), (onFound) =>
      frontierOnPool(thePool(), asked, { signal, onProgress: withTimeLeft(onProgress), onFound })),
  ));
  // Drawn first, then kept.
  await breathe();
  const { points, exact } = frontier;
  await keepResult({
    job: "frontier",
    title: `Trade-off of ${fleetInWords(request.plan)}, reach ${metres(radius)}`,
    parameters: { ...planParameters(request), points: points.length, proven: points.filter(({ proven }) => proven).length, exact },
    request: { job: "frontier", filter: null, params: { ...asked } },
    value: withoutParams(frontier),
    numbers: timely ? { points, exact } : {},
  });
}
