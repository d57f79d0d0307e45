// What the next expert point says until it is told otherwise: the window and block that the person is looking at.

import type { IncidentTable } from "../../core/incidents/table.ts";
import type { Point } from "../../core/geo/types.ts";
import type { NewExpertPoint } from "../../core/plan/edits/addExpertPoints.ts";
import { committedPlan, useStore } from "../store.ts";
import { preferences } from "./preferences.ts";

const DAY = 86_400_000;

/**
 * Of the forecast that is shown, else as the last point, else the last four hours of the day and the block that starts
 * after the last incident.
 */
export function nextExpertPoint(place: Point): NewExpertPoint {
  const { forecast, forecastView, incidents, ...state } = useStore.getState();
  const last = committedPlan({ forecast, forecastView, incidents, ...state }).expertPoints.at(-1);
  const shown = forecast?.windows[forecastView.window];
  return {
    place,
    window: shown?.window ?? last?.window ?? [20, 24],
    block: forecast?.block.from ?? last?.block ?? dayAfter(incidents?.table),
    note: "",
    author: preferences().author,
  };
}

const known = new WeakMap<IncidentTable, number>();

/** The midnight after the last incident; without dates, the coming one. */
function dayAfter(table: IncidentTable | undefined): number {
  if (!table || table.precision === "none" || table.length === 0) return Math.ceil(Date.now() / DAY) * DAY;
  let found = known.get(table);
  if (found === undefined) {
    let last = -Infinity;
    for (let i = 0; i < table.length; i++) if (table.start[i] > last) last = table.start[i];
    known.set(table, (found = (Math.floor(last / DAY) + 1) * DAY));
  }
  return found;
}
