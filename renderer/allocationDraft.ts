// What a person has chosen for the next allocation: the plan, the demand it is for, and which layers bind it.

import { USUAL_TARGETS, type AllocationPlan } from "../core/patrol/prepareAllocation.ts";

/** Incidents under the filter, the shown window of the forecast, the shown slot, or the density on the map. */
export type DemandChoice = "incidents" | "forecast" | "slot" | "density";

export interface AllocationDraft {
  readonly plan: AllocationPlan;
  readonly demand: DemandChoice;
  /** What an incident of each category counts, for the demand "incidents": harm, or 0 to leave it out. Categories that are not named count 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** Where tiles count: "filter", the area that the demand was made in, or the id of a layer with polygons. */
  readonly area: string;
  /** Whether no vehicle may stand in the plan's exclusions. */
  readonly exclusions: boolean;
  /** Id of the layer of areas that `plan.least` names; null: none. */
  readonly jurisdictions: string | null;
  /** Id of the layer of lines along which distances run; null: straight. */
  readonly roads: string | null;
}

export const START_ALLOCATION_DRAFT: AllocationDraft = {
  plan: {
    objective: "coverage",
    vehicles: 10,
    radius: 500,
    tile: 300,
    targets: USUAL_TARGETS,
    gap: 0.001,
    timeLimit: 60,
    fixed: [],
    forbidden: [],
    least: [],
  },
  demand: "incidents",
  weights: {},
  area: "filter",
  exclusions: true,
  jurisdictions: null,
  roads: null,
};
