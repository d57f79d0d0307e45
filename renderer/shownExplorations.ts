// What was found about allocations beside a single best one, as it is drawn and told.

import type { Frontier } from "../core/patrol/frontier/frontier.ts";
import type { AllocationEffects } from "../core/patrol/quality/allocationEffects.ts";
import type { FleetSizesFound } from "../workers/fleetSizesOnPool.ts";
import type { AllocationRequest, ShownAllocation } from "./shownAllocation.ts";

/** The trade-off between coverage and mean distance of one fleet. */
export interface ShownFrontier extends Frontier {
  readonly request: AllocationRequest;
}

/** Coverage and mean distance of every fleet up to one. */
export interface ShownFleetSizes extends FleetSizesFound {
  readonly request: AllocationRequest;
}

/** Who an allocation covers more and whom less; worked out again in a second, and so not kept in the project. */
export interface ShownEffects {
  readonly allocation: ShownAllocation;
  /** "offence types", "Districts", "population by Beats". */
  readonly on: string;
  /** What the weights count: "incidents", "inhabitants". */
  readonly unit: string;
  /** Which incidents it is judged by, in words. */
  readonly basis: string;
  readonly found: AllocationEffects;
}
