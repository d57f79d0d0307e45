// What a stored result was made from, small enough to keep: the job's parameters, with the incidents named by a filter.

import { selectIncidents } from "./incidents/selectIncidents.ts";
import type { Filter } from "./incidents/filter.ts";
import type { IncidentTable } from "./incidents/table.ts";
import type { JobName } from "./jobs.ts";

/** `x` and `y` are not in `params` where a filter is given: they are the filtered incidents of the project. */
export interface StoredRequest {
  readonly job: JobName;
  readonly filter: Filter | null;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The job's complete parameters, from the project's own incidents. */
export function completeRequest({ filter, params }: StoredRequest, table: IncidentTable | null): Record<string, unknown> {
  if (filter === null || table === null) return { ...params };
  const selected = selectIncidents(table, filter);
  return {
    ...params,
    x: Float64Array.from(selected, (row) => table.x[row]),
    y: Float64Array.from(selected, (row) => table.y[row]),
  };
}
