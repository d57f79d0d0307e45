// Patrol allocation: searched in a worker with the best so far on the map, kept with its proof.

import type { JobName } from "../../core/jobs.ts";
import type { Allocation } from "../../core/patrol/posting/allocation.ts";
import { objectiveOf, provedGap } from "../allocationMeasure.ts";
import { allocationTitle } from "../allocationTitle.ts";
import { planParameters } from "../planParameters.ts";
import { postingOf, showAllocation, type AllocationRequest, type ShownAllocation } from "../shownAllocation.ts";
import { toStored } from "../storedAllocation.ts";
import { useStore } from "../store.ts";
import { allocationRequest } from "./allocationRequest.ts";
import { breathe } from "./breathe.ts";
import { isAbort } from "./messages.ts";
import { keepResult } from "./results.ts";
import { thePool, withProgress } from "./runJob.ts";

/** Its line in the status bar. */
export const ALLOCATION_JOB = "Patrol allocation";

type Found = Allocation & { readonly targetWeights?: Float64Array };

export async function runAllocation(): Promise<void> {
  const stop = new AbortController();
  const show = (best: ShownAllocation | null): void => useStore.setState({ allocationSearch: { best, keep: () => stop.abort() } });
  show(null);
  try {
    const allocation = await search(await allocationRequest(), stop.signal, show);
    useStore.setState({ allocation, vehicle: null, allocationSearch: null });
    // Drawn first, then kept.
    await breathe();
    await keepAllocation(allocation);
  } finally {
    useStore.setState({ allocationSearch: null });
  }
}

/**
 * @param stop - keeps the best so far
 * @throws DOMException "AbortError" where the person cancels, or stops it before anything was found
 */
async function search(request: AllocationRequest, stop: AbortSignal, show: (best: ShownAllocation) => void): Promise<ShownAllocation> {
  const { job, params } = request;
  let best: ShownAllocation | null = null;
  const onFound = (found: unknown): void => show((best = shownOf(request, found as Found)));
  try {
    const found = await withProgress(ALLOCATION_JOB, ({ signal, onProgress }) =>
      thePool().run(job as JobName, params as never, { signal: AbortSignal.any([signal, stop]), onProgress, onFound }),
    );
    return shownOf(request, found as unknown as Found);
  } catch (error) {
    if (!isAbort(error) || !stop.aborted || best === null) throw error;
    const { proof, ...kept }: ShownAllocation = best;
    return { ...kept, proof: { ...proof!, stopped: true } };
  }
}

function shownOf(request: AllocationRequest, { chosen, kinds, objective, bound, proven, targetWeights }: Found): ShownAllocation {
  return showAllocation({
    request,
    chosen,
    kinds,
    title: allocationTitle(request.plan),
    proof: { objective, bound, proven, stopped: false, ...(targetWeights && { targetWeights }) },
    byHand: false,
    before: null,
  });
}

/** With the request that makes it again; where a person has moved a vehicle, one that leaves nothing else to choose. */
export async function keepAllocation(allocation: ShownAllocation): Promise<void> {
  const { request, title, proof, value, byHand } = allocation;
  const { job } = request;
  const { totalWeight } = postingOf(request);
  const objective = objectiveOf(allocation);
  await keepResult({
    job: job as JobName & typeof job,
    title: `${title}${byHand ? ", moved by hand" : proof?.stopped ? ", stopped" : ""}`,
    parameters: {
      ...planParameters(request),
      objective,
      bound: proof?.bound ?? null,
      proven: !byHand && proof?.proven === true,
      coverage: value.coverage,
      meanDistance: value.meanDistance,
    },
    request: { job: job as JobName, filter: null, params: byHand ? whereTheyStand(allocation) : request.params },
    value: toStored(allocation),
    numbers: comesAgain(allocation) ? { objective, ...(!byHand && { bound: proof!.bound, proven: proof!.proven }) } : { totalWeight },
  });
}

/** Whether another run of the stored request comes to the same numbers: not where time or the person ended the search, or where kinds may change places. */
function comesAgain(shown: ShownAllocation): boolean {
  const { request, proof, byHand } = shown;
  if (byHand) return postingOf(request).kinds.length === 1;
  return proof !== null && (proof.proven || (!proof.stopped && provedGap(shown) <= request.plan.gap));
}

const whereTheyStand = ({ request: { params }, chosen }: ShownAllocation): AllocationRequest["params"] => {
  const { forbidden: _forbidden, areas: _areas, ...rest } = params;
  return { ...rest, fixed: Uint32Array.from(new Set(chosen)) };
};
