// Gathers what a design's record is made from, the same for the window and the command line.

import type { StoredResult } from "../host.ts";
import { describeFilter, describePeriod } from "../incidents/describeFilter.ts";
import { NO_FILTER, type Filter } from "../incidents/filter.ts";
import { harmOfIncidents } from "../incidents/harm/harmOfIncidents.ts";
import type { IncidentTable } from "../incidents/table.ts";
import { takeRows } from "../incidents/takeRows.ts";
import type { HarmTable } from "../plan/plan.ts";
import type { StoredRequest } from "../replay.ts";
import { DESIGN_JOBS, tellsFindings, type UsedResult } from "./methodRecord.ts";
import type { RecordInput } from "./recordInput.ts";

type Given = Pick<RecordInput, "project" | "made" | "version" | "cover" | "history" | "reports" | "layers"> & {
  readonly table: IncidentTable;
  readonly filter: Filter;
  /** Rows that the filter keeps, and their places, m. */
  readonly selected: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The plan's. */
  readonly harm: HarmTable | null;
  readonly results: readonly StoredResult[];
};

export function gatherRecord({ table, filter, selected, harm, results, ...given }: Given): RecordInput {
  const weighed = harm && harmOfIncidents(table, selected, harm);
  return {
    ...given,
    plane: table.plane,
    sources: table.sources,
    loaded: table.length,
    period: describePeriod(table),
    precision: table.precision,
    filter: describeFilter(filter, table),
    area: [...filter.area],
    start: takeRows(table.start, selected),
    days: weighed?.weight ?? null,
    withoutHarm: weighed?.unmatched ?? [],
    results: results.map((result) => usedResult(result, table)),
  };
}

/** Results that a design's record tells of. */
export const isDesignResult = ({ job }: { readonly job: string }): boolean => (DESIGN_JOBS as readonly string[]).includes(job);

function usedResult({ job, title, made, version, parameters, request, value }: StoredResult, table: IncidentTable): UsedResult {
  const filter = (request as Partial<StoredRequest> | null)?.filter ?? null;
  const numbers = (tellsFindings(job) && (value as { readonly numbers?: unknown } | null)?.numbers) || null;
  return { job, title, made, version, parameters, filter: filter && describeFilter({ ...NO_FILTER, ...filter }, table), numbers };
}
