// What was found about allocations beside a single best one, as it is drawn and told.

import type { Filter } from "../core/incidents/filter.ts";
import type { Exploration, ExploreRequest } from "../core/patrol/explore/exploration.ts";
import type { Frontier } from "../core/patrol/frontier/frontier.ts";
import type { AllocationEffects } from "../core/patrol/quality/allocationEffects.ts";
import type { Robust, RobustObjective } from "../core/patrol/robust/robust.ts";
import type { FleetSizesFound } from "../workers/fleetSizesOnPool.ts";
import type { ExplorePlan } from "./explorePlan.ts";
import type { AllocationRequest, ShownAllocation } from "./shownAllocation.ts";

/** The trade-off between coverage and mean distance of one fleet. */
export interface ShownFrontier extends Frontier {
  readonly request: AllocationRequest;
}

/** Coverage and mean distance of every fleet up to one. */
export interface ShownFleetSizes extends FleetSizesFound {
  readonly request: AllocationRequest;
}

/** Allocations over the draws of a forecast's window. */
export interface ShownUncertainty extends Robust {
  readonly request: AllocationRequest;
  readonly objective: RobustObjective;
  /** Share of the draws that are the worst ones. */
  readonly tail: number;
}

/** Predictors, objectives and fleets on the last days. */
export interface ShownExploration extends Exploration, PredictedSlots {
  readonly plan: ExplorePlan;
  readonly asked: ExploreRequest;
  readonly filter: Filter;
  /** Incidents in the project when it was made. */
  readonly known: number;
}

/** Which slots: so many from the first on. */
export interface PredictedSlots {
  /** Midnight of day 0, ms of local civil time read as UTC. */
  readonly firstDay: number;
  readonly firstSlot: number;
  readonly slots: number;
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
