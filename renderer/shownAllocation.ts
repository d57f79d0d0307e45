// An allocation as it is drawn and told: where the vehicles stand, what they are worth, and what is proved of it.

import type { Grid, Point } from "../core/geo/types.ts";
import type { Filter } from "../core/incidents/filter.ts";
import type { Allocation } from "../core/patrol/posting/allocation.ts";
import { allocationValue, type AllocationValue } from "../core/patrol/posting/allocationValue.ts";
import { createPosting, type Posting } from "../core/patrol/posting/createPosting.ts";
import type { AllocationPlan, PreparedAllocation } from "../core/patrol/prepareAllocation.ts";
import type { DemandChoice } from "./allocationDraft.ts";

/** What the vehicles are posted for. */
export interface Demand {
  /** "prediction": of an exploration; no surface on the map stands for it. */
  readonly choice: DemandChoice | "prediction";
  /** In words: "56,714 incidents", "forecast of 1 January 2025, 20:00–24:00". */
  readonly name: string;
  /** What the weight of a tile counts: "incidents". */
  readonly unit: string;
  /** The same for the same surface: tells whether another is on the map by now. */
  readonly mark: string;
  readonly filter: Filter;
  /** Incidents in the project when it was made. */
  readonly known: number;
}

export interface Roads {
  readonly name: string;
  /** Tiles whose centre is further than 500 m from any of them. */
  readonly far: number;
  /** m of road that no road leads to from the rest. */
  readonly leftOut: number;
}

/** The request of an allocation job with all that its answer is drawn and told by. */
export interface AllocationRequest extends PreparedAllocation {
  readonly plan: AllocationPlan;
  readonly tiles: Grid;
  /** The layer that the tiles lie in; null: the area that the demand was made in. */
  readonly area: string | null;
  readonly demand: Demand;
  /** The layer that distances run along; null: straight lines. */
  readonly roads: Roads | null;
}

/** What a search has shown of the best allocation, in the unit of its job. */
export interface Proof extends Pick<Allocation, "objective" | "bound" | "proven"> {
  /** Ended by the person before its proof. */
  readonly stopped: boolean;
  /** Of the job `distanceTargets`: what each target passed costs, m. */
  readonly targetWeights?: Float64Array;
}

export interface ShownAllocation extends Pick<Allocation, "chosen" | "kinds"> {
  readonly request: AllocationRequest;
  readonly title: string;
  /** null where no search proves anything of it, e.g. a point of a trade-off. */
  readonly proof: Proof | null;
  /** Whether a person has moved a vehicle since the search. */
  readonly byHand: boolean;
  /** As it stood before the last of these moves; null where there is none to undo. */
  readonly before: ShownAllocation | null;
  readonly value: AllocationValue;
}

/** With its numbers worked out. */
export function showAllocation(shown: Omit<ShownAllocation, "value">): ShownAllocation {
  return { ...shown, value: allocationValue(postingOf(shown.request), shown, shown.request.plan.radius) };
}

const postings = new WeakMap<AllocationRequest, Posting>();

/** The request, checked; once for each request, because along roads it has millions of distances. */
export function postingOf(request: AllocationRequest): Posting {
  let posting = postings.get(request);
  if (!posting) postings.set(request, (posting = createPosting(request.params, request.plan.radius)));
  return posting;
}

/** m: where a site is. */
export const siteAt = ({ params: { x, y, sites = { x, y } } }: AllocationRequest, site: number): Point => ({ x: sites.x[site], y: sites.y[site] });
