// Indexes the incidents of every offence in the same times and places as the filter's, for the meter of patrol areas.

import type { Filter } from "../../core/incidents/filter.ts";
import { useStore } from "../store.ts";
import { selectThem } from "./filtering.ts";
import { thePool, withProgress } from "./runJob.ts";

/** Its line in the status bar. */
export const EVERY_OFFENCE_JOB = "Every offence";

let running: Filter | null = null;

/** Once for each filter, however many ask. */
export async function indexEveryOffence(filter: Filter): Promise<void> {
  const { incidents } = useStore.getState();
  if (!incidents || running === filter) return;
  running = filter;
  try {
    const index = await withProgress(EVERY_OFFENCE_JOB, async ({ signal }) => {
      const { x, y } = await selectThem(incidents, { ...filter, withoutOffences: [], domestic: "all" }, { signal });
      return thePool().run("buildPointIndex", { x, y }, { signal });
    });
    if (useStore.getState().incidents === incidents) useStore.setState({ everyOffence: { of: filter, index } });
  } finally {
    if (running === filter) running = null;
  }
}
