// How sure the places are: allocations over the posterior draws of the forecast's shown window, searched on all workers and kept.

import { InputError } from "../../core/errors.ts";
import { postingPart } from "../../core/patrol/posting/postingPart.ts";
import { tailSize, type RobustRequest } from "../../core/patrol/robust/robust.ts";
import { drawSurfacesOnPool } from "../../workers/drawSurfacesOnPool.ts";
import { progressParts } from "../../workers/progressParts.ts";
import { robustOnPool } from "../../workers/robustOnPool.ts";
import { fleetInWords } from "../allocationTitle.ts";
import { planParameters } from "../planParameters.ts";
import type { ShownUncertainty } from "../shownExplorations.ts";
import { useStore } from "../store.ts";
import { withoutParams } from "../withoutParams.ts";
import { allocationRequest } from "./allocationRequest.ts";
import { breathe } from "./breathe.ts";
import { showSurface } from "./layers.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";
import { timed } from "./timed.ts";
import { withTimeLeft } from "./timeLeft.ts";

/** Its line in the status bar. */
export const ROBUST_JOB = "Allocations over draws";

export type RobustSettings = Pick<RobustRequest, "objective" | "tail"> & { readonly draws: number };

export async function runRobust({ objective, tail, draws: count }: RobustSettings): Promise<void> {
  const { forecast, forecastView, allocationDraft } = useStore.getState();
  if (!forecast) throw new InputError("No forecast is on the map, so there are no draws. Make one under Forecast, with the full integral over the draws.");
  const { window, source } = forecast.windows[forecastView.window];
  const request = await allocationRequest({ ...allocationDraft, demand: "forecast" });
  const { tiles, cells, plan: { radius, gap, timeLimit } } = request;
  const { asked, found, timely } = await withProgress(ROBUST_JOB, async ({ signal, onProgress }) => {
    const options = { signal, onProgress: withTimeLeft(onProgress) };
    const surfaces = await drawSurfacesOnPool(thePool(), { model: forecast.plan.model, grid: tiles, window, source: forecast.sources[source], count }, progressParts(options, 0, 0.3));
    // Densities in tiles of one size: each draw is counted as shares of its own sum.
    const asked: RobustRequest = { params: postingPart(request.params), draws: surfaces.map((values) => Float64Array.from(cells, (cell) => values[cell])), objective, radius, gap, timeLimit, tail };
    return { asked, ...(await timed(timeLimit, () => robustOnPool(thePool(), asked, progressParts(options, 0.3, 1)))) };
  });
  const uncertainty: ShownUncertainty = { ...found, request, objective, tail };
  useStore.setState({ uncertainty });
  showSurface("uncertainty");
  // Drawn first, then kept.
  await breathe();
  const worst = tailSize(found.draws.length, tail);
  await keepResult({
    job: "robust",
    title: `${fleetInWords(request.plan)} over ${found.draws.length} draws, ${objective === "coverage" ? "most covered" : "least mean distance"}`,
    parameters: { ...planParameters(request), objective, draws: found.draws.length, worst },
    request: { job: "robust", filter: null, params: { ...asked } },
    value: withoutParams(uncertainty),
    numbers: timely ? { ...found } : {},
  });
}
