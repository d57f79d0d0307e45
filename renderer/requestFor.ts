// The request of another objective or fleet on the same demand and rules.

import { postingPart } from "../core/patrol/posting/postingPart.ts";
import { OBJECTIVE_JOBS, objectiveParams, type AllocationPlan, type Objective } from "../core/patrol/prepareAllocation.ts";
import type { AllocationRequest } from "./shownAllocation.ts";

/** @param vehicles - as many as in the request where not given; with kinds it is the first whose number changes */
export function requestFor(request: AllocationRequest, objective: Objective, vehicles = request.params.vehicles): AllocationRequest {
  const posting = postingPart(request.params);
  const kinds = posting.kinds?.map((kind, k) => (k === 0 ? { ...kind, vehicles: kind.vehicles + vehicles - posting.vehicles } : kind));
  const plan: AllocationPlan = { ...request.plan, objective, vehicles, ...(kinds && { kinds }) };
  return { ...request, job: OBJECTIVE_JOBS[objective], plan, params: { ...posting, vehicles, ...(kinds && { kinds }), ...objectiveParams(plan) } };
}
