// The filter: every number and map follows it. Runs in a worker; a newer filter takes the place of one still running.

import { InputError } from "../../core/errors.ts";
import { NO_FILTER, type Filter } from "../../core/incidents/filter.ts";
import type { IncidentTable } from "../../core/incidents/table.ts";
import { takeRows } from "../../core/incidents/takeRows.ts";
import type { JobResult } from "../../core/jobs.ts";
import type { RunOptions } from "../../workers/pool.ts";
import { useStore, type Filtered, type Incidents } from "../store.ts";
import { attempt, isAbort } from "./messages.ts";
import { thePool, withProgress } from "./runJob.ts";

let running: AbortController | null = null;

export function setFilter(filter: Filter): void {
  useStore.setState({ filter });
  void attempt("Filtering", refilter);
}

/** Runs the present filter again, after a new filter or on incidents that are shown for the first time. */
async function refilter(): Promise<void> {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const { incidents, filter } = useStore.getState();
  if (!incidents) return;
  try {
    const filtered = await withProgress("Filtering", ({ signal }) => filterThem(incidents, filter, AbortSignal.any([signal, mine.signal])));
    if (running === mine && useStore.getState().incidents === incidents) useStore.setState({ filtered });
  } catch (error) {
    if (mine.signal.aborted) return;
    // Cancelled, or a filter that this data cannot bear (hours on a month-only file): taken back, with the reason.
    if (error instanceof InputError || isAbort(error)) useStore.setState((state) => ({ filter: state.filtered?.filter ?? NO_FILTER }));
    throw error;
  }
}

/**
 * Those of the incidents that the filter keeps, indexed by place.
 * @throws InputError where the data cannot bear the filter
 */
export async function filterThem(incidents: Incidents, filter: Filter, signal?: AbortSignal): Promise<Filtered> {
  const found = await selectThem(incidents, filter, { signal });
  const { x, y, selected } = found;
  const index = await thePool().run("buildPointIndex", { x, y }, { signal });
  return { ...found, filter, lonLats: x === incidents.table.x ? incidents.lonLats : takePairs(incidents.lonLats, selected), index };
}

/** The same without what the map needs: for incidents that are counted and not shown. */
export async function selectThem({ table }: Incidents, filter: Filter, { signal }: Pick<RunOptions, "signal">): Promise<Pick<Filtered, keyof JobResult<"filterIncidents"> | "x" | "y">> {
  const result = await thePool().run("filterIncidents", { ...filterColumns(table), filter }, { signal });
  const { selected } = result;
  // A filter that keeps everything needs no second copy of everything.
  const all = selected.length === table.length;
  return { ...result, x: all ? table.x : takeRows(table.x, selected), y: all ? table.y : takeRows(table.y, selected) };
}

function takePairs(pairs: Float64Array, rows: Uint32Array): Float64Array {
  const taken = new Float64Array(2 * rows.length);
  for (let i = 0; i < rows.length; i++) {
    taken[2 * i] = pairs[2 * rows[i]];
    taken[2 * i + 1] = pairs[2 * rows[i] + 1];
  }
  return taken;
}

/** Only what a filter looks at crosses to the worker. */
const filterColumns = ({ x, y, start, offence, domestic, precision, offences }: IncidentTable) => ({
  x, y, start, offence, domestic, precision, offences: offences.length,
});
