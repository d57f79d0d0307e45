// Coverage and mean distance of every fleet up to the one that is asked for, side by side on the pool, and kept.

import { postingPart } from "../../core/patrol/posting/postingPart.ts";
import { fleetSizesOnPool, type FleetSizesFound, type FleetSizesRequest } from "../../workers/fleetSizesOnPool.ts";
import { fleetInWords } from "../allocationTitle.ts";
import { planParameters } from "../planParameters.ts";
import type { ShownFleetSizes } from "../shownExplorations.ts";
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
export const FLEET_JOB = "Fleet sizes";

export async function runFleetSizes(): Promise<void> {
  const request = await allocationRequest();
  const { radius, gap, timeLimit } = request.plan;
  const asked: FleetSizesRequest = { params: postingPart(request.params), radius, gap, timeLimit };
  const { found: fleetSizes, timely } = await timed(timeLimit, () => withProgress(FLEET_JOB, ({ signal, onProgress }) =>
    live("fleetSizes", (found: FleetSizesFound): ShownFleetSizes => ({ ...found, request }), (onFound) =>
      fleetSizesOnPool(thePool(), asked, { signal, onProgress: withTimeLeft(onProgress), onFound })),
  ));
  const { coverage, distance } = fleetSizes;
  // Drawn first, then kept.
  await breathe();
  await keepResult({
    job: "fleetSizes",
    title: `Every fleet up to ${fleetInWords(request.plan)}, reach ${metres(radius)}`,
    parameters: planParameters(request),
    request: { job: "fleetSizes", filter: null, params: { ...asked } },
    value: withoutParams(fleetSizes),
    numbers: timely ? { coverage, distance } : {},
  });
}
