// Patrol allocation: searched in a worker with the best so far on the map, kept with its proof.

import type { JobInput } from "../../core/jobs.ts";
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
  const { project } = useStore.getState();
  const isElsewhere = (): boolean => useStore.getState().project?.id !== project?.id;
  const show = (best: ShownAllocation | null): void => {
    // Of a project that was closed meanwhile nothing is wanted any more.
    if (isElsewhere()) stop.abort();
    else useStore.setState({ allocationSearch: { best, keep: () => stop.abort() } });
  };
  show(null);
  try {
    const allocation = await search(await allocationRequest(), stop.signal, show);
    if (isElsewhere()) return;
    useStore.setState({ allocation, vehicle: null, allocationSearch: null });
    // Drawn first, then kept.
    await breathe();
    await keepAllocation(allocation);
  } finally {
    if (!isElsewhere()) useStore.setState({ allocationSearch: null });
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
    const found: Found = await withProgress(ALLOCATION_JOB, ({ signal, onProgress }) =>
      thePool().run(job, params as JobInput<typeof job>, { signal: AbortSignal.any([signal, stop]), onProgress, onFound }),
    );
    return shownOf(request, found);
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
  const objective = byHand || !proof ? objectiveOf(allocation) : proof.objective;
  await keepResult({
    job,
    title: `${title}${byHand ? ", moved by hand" : proof?.stopped ? ", stopped" : ""}`,
    parameters: {
      ...planParameters(request),
      objective,
      bound: proof?.bound ?? null,
      proven: !byHand && proof?.proven === true,
      coverage: value.coverage,
      meanDistance: value.meanDistance,
    },
    request: { job, filter: null, params: byHand ? whereTheyStand(allocation) : request.params },
    value: toStored(allocation),
    numbers: comesAgain(allocation) ? { objective, ...(!byHand && { bound: proof!.bound, proven: proof!.proven }) } : { totalWeight },
  });
}

/** Whether another run of the stored request comes to the same numbers: not where time or the person ended the search. */
function comesAgain(shown: ShownAllocation): boolean {
  const { request, proof, byHand, chosen } = shown;
  // Kinds may change places between fixed sites, and a second vehicle of a site stands elsewhere.
  if (byHand) return postingOf(request).kinds.length === 1 && new Set(chosen).size === chosen.length;
  return proof !== null && (proof.proven || (!proof.stopped && provedGap(shown) <= request.plan.gap));
}

/** Without the rules that the person may have broken, and with no vehicle left to post elsewhere. */
function whereTheyStand({ request: { params }, chosen }: ShownAllocation): AllocationRequest["params"] {
  const { forbidden: _forbidden, areas: _areas, kinds, ...rest } = params;
  const fixed = Uint32Array.from(new Set(chosen));
  if (kinds && kinds.length > 1) return { ...rest, kinds, fixed };
  return { ...rest, fixed, vehicles: fixed.length, ...(kinds && { kinds: [{ ...kinds[0], vehicles: fixed.length }] }) };
}
