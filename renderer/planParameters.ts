// An allocation's choices as the list of results shows them.

import type { JsonValue } from "../core/json.ts";
import type { AllocationRequest } from "./shownAllocation.ts";

export const planParameters = ({ plan, demand, area, roads, cells, outside }: AllocationRequest): Readonly<Record<string, JsonValue>> => ({
  ...(JSON.parse(JSON.stringify(plan)) as Readonly<Record<string, JsonValue>>),
  demand: demand.name,
  studyArea: area ?? "as the demand",
  distances: roads?.name ?? "straight",
  tiles: cells.length,
  outside,
});
