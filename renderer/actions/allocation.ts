// Patrol allocation: searched in a worker with the best so far on the map, kept with its proof.

import type { JobName } from "../../core/jobs.ts";
import type { JsonValue } from "../../core/json.ts";
import type { Allocation } from "../../core/patrol/posting/allocation.ts";
import { gapOf, objectiveOf } from "../allocationMeasure.ts";
import { allocationTitle } from "../allocationTitle.ts";
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
  const request = await allocationRequest();
  const { found, stopped } = await search(request);
  const allocation = shownOf(request, found, stopped);
  useStore.setState({ allocation, vehicle: null });
  // Drawn first, then kept.
  await breathe();
  await keepAllocation(allocation);
}

/** @throws DOMException "AbortError" where the person cancels, or stops it before anything was found */
async function search(request: AllocationRequest): Promise<{ readonly found: Found; readonly stopped: boolean }> {
  const { job, params } = request;
  const keep = new AbortController();
  let best: Found | null = null;
  useStore.setState({ allocationSearch: { best: null, keep: () => keep.abort() } });
  try {
    const found = await withProgress(ALLOCATION_JOB, ({ signal, onProgress }) =>
      thePool().run(job as JobName, params as never, {
        signal: AbortSignal.any([signal, keep.signal]),
        onProgress,
        onFound: (result) => {
          best = result as Found;
          useStore.setState({ allocationSearch: { best: shownOf(request, best, false), keep: () => keep.abort() } });
        },
      }),
    );
    return { found: found as unknown as Found, stopped: false };
  } catch (error) {
    if (!isAbort(error) || !keep.signal.aborted || best === null) throw error;
    return { found: best, stopped: true };
  } finally {
    useStore.setState({ allocationSearch: null });
  }
}

function shownOf(request: AllocationRequest, { chosen, kinds, objective, bound, proven, targetWeights }: Found, stopped: boolean): ShownAllocation {
  return showAllocation({
    request,
    chosen,
    kinds,
    title: allocationTitle(request.plan),
    proof: { objective, bound, proven, stopped, ...(targetWeights && { targetWeights }) },
    byHand: false,
    before: null,
  });
}

/** With the request that makes it again; where a person has moved a vehicle, one that leaves nothing else to choose. */
export async function keepAllocation(allocation: ShownAllocation): Promise<void> {
  const { request, title, proof, value, byHand } = allocation;
  const { plan, job, demand, roads, outside, cells } = request;
  const { totalWeight } = postingOf(request);
  const objective = objectiveOf(allocation);
  await keepResult({
    job: job as JobName & typeof job,
    title: `${title}${byHand ? ", moved by hand" : proof?.stopped ? ", stopped" : ""}`,
    parameters: {
      ...(JSON.parse(JSON.stringify(plan)) as Record<string, JsonValue>),
      demand: demand.name,
      distances: roads ?? "straight",
      tiles: cells.length,
      outside,
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
function comesAgain({ request, proof, byHand }: ShownAllocation): boolean {
  if (byHand) return postingOf(request).kinds.length === 1;
  return proof !== null && (proof.proven || (!proof.stopped && gapOf(proof) <= request.plan.gap));
}

const whereTheyStand = ({ request: { params }, chosen }: ShownAllocation): AllocationRequest["params"] => {
  const { forbidden: _forbidden, areas: _areas, ...rest } = params;
  return { ...rest, fixed: Uint32Array.from(new Set(chosen)) };
};
