// The filter: every number and map follows it. Runs in a worker; a newer filter takes the place of one still running.

import { InputError } from "../../core/errors.ts";
import { NO_FILTER, type Filter } from "../../core/incidents/filter.ts";
import { useStore, type Filtered } from "../store.ts";
import { attempt } from "./messages.ts";
import { thePool, withProgress } from "./runJob.ts";

let running: AbortController | null = null;

export function setFilter(filter: Filter): void {
  useStore.setState({ filter });
  void attempt("Filtering", refilter);
}

/** Runs the present filter again, after new incidents or a new filter. */
export async function refilter(): Promise<void> {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  try {
    const filtered = await withProgress("Filtering", async ({ signal }) => select(AbortSignal.any([signal, mine.signal])));
    if (running === mine) useStore.setState({ filtered });
  } catch (error) {
    if (mine.signal.aborted) return;
    // A filter that this data cannot bear (hours on a month-only file) is taken back, with the reason.
    if (error instanceof InputError) useStore.setState((state) => ({ filter: state.filtered?.filter ?? NO_FILTER }));
    throw error;
  }
}

async function select(signal: AbortSignal): Promise<Filtered | null> {
  const { incidents, filter } = useStore.getState();
  if (!incidents) return null;
  const { table, lonLats } = incidents;
  const result = await thePool().run("filterIncidents", { ...filterColumns(table), filter }, { signal });
  const { selected } = result;
  const x = new Float64Array(selected.length);
  const y = new Float64Array(selected.length);
  const kept = new Float64Array(2 * selected.length);
  for (let i = 0; i < selected.length; i++) {
    const row = selected[i];
    x[i] = table.x[row];
    y[i] = table.y[row];
    kept[2 * i] = lonLats[2 * row];
    kept[2 * i + 1] = lonLats[2 * row + 1];
  }
  const index = await thePool().run("buildPointIndex", { x, y }, { signal });
  return { ...result, filter, x, y, lonLats: kept, index };
}

type Table = NonNullable<ReturnType<typeof useStore.getState>["incidents"]>["table"];

/** Only what a filter looks at crosses to the worker. */
const filterColumns = ({ x, y, start, offence, domestic, precision, offences }: Table) => ({
  x, y, start, offence, domestic, precision, offences: offences.length,
});
