// What a stored result was made from, small enough to keep: the job's parameters, with the incidents named by a filter.

import type { ExpertEvent } from "./forecast/expert/expertEvents.ts";
import type { ForecastPlan } from "./forecast/prepareForecast.ts";
import { prepareSlots, type PointLayer, type SlotPlan } from "./forecast/slots/prepareSlots.ts";
import { harmOfIncidents } from "./incidents/harm/harmOfIncidents.ts";
import { placesAt } from "./incidents/placesAt.ts";
import { selectIncidents } from "./incidents/selectIncidents.ts";
import type { Filter } from "./incidents/filter.ts";
import type { IncidentTable } from "./incidents/table.ts";
import { takeRows } from "./incidents/takeRows.ts";
import type { JobName } from "./jobs.ts";
import type { HarmTable } from "./plan/plan.ts";
import { completeEvaluation, type EvaluationPlan } from "./trial/evaluate/prepareEvaluation.ts";
import { completePower, type PowerPlan } from "./trial/power/preparePower.ts";

/** Many jobs on all workers, made from a plan in `params` and the filtered incidents. */
export type PlannedWork = "forecast" | "backtest" | "expertValue";

/** Many jobs on all workers, with a request in `params` that is complete. */
export type RequestedWork = "frontier" | "fleetSizes" | "robust" | "exploration";

/**
 * `x` and `y` are not in `params` where a filter is given: they are the filtered incidents of the project; so are the
 * times of a stability. In the place of each incident's weight stands `harm`, the table that it follows from. An evaluation of a
 * trial and its power keep their plan; the filter plays no part in them.
 */
export interface StoredRequest {
  readonly job: JobName | PlannedWork | RequestedWork;
  readonly filter: Filter | null;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Of a stored forecast; a stored backtest and a stored value of expert knowledge keep their plan alone. */
export interface ForecastParams {
  readonly plan: ForecastPlan;
  readonly expertPoints: readonly ExpertEvent[];
}

/** Of a stored forecast of slots: with the project's incidents the job's parameters follow from it. */
export interface SlotParams {
  readonly plan: SlotPlan;
  readonly points: readonly PointLayer[];
}

/** The job's complete parameters, from the project's own incidents. */
export function completeRequest({ job, filter, params }: StoredRequest, table: IncidentTable | null): Record<string, unknown> {
  if (filter === null || table === null) return { ...params };
  if (job === "evaluateTrial") return { ...completeEvaluation(table, params as unknown as EvaluationPlan) };
  if (job === "powerOfTrial") return { ...completePower(table, params as unknown as PowerPlan) };
  const selected = selectIncidents(table, filter);
  if (job === "slotForecast") {
    const { plan, points } = params as unknown as SlotParams;
    return { ...prepareSlots(table, selected, filter, plan, points).request };
  }
  const { harm, ...others } = params;
  return {
    ...others,
    ...placesAt(table, selected),
    ...(harm !== undefined && { weight: harmOfIncidents(table, selected, harm as HarmTable).weight }),
    ...(job === "stabilityOfAreas" && { start: takeRows(table.start, selected) }),
  };
}
