// The incidents that a trial's outcomes are about: those of its days, sorted into the outcomes that were declared.

import { harmOfIncidents } from "../../incidents/harm/harmOfIncidents.ts";
import { placesAt } from "../../incidents/placesAt.ts";
import { DOMESTIC, type IncidentTable } from "../../incidents/table.ts";
import { takeRows } from "../../incidents/takeRows.ts";
import type { HarmTable } from "../../plan/plan.ts";
import { countsOffence, isCalled } from "../outcomeOffences.ts";
import type { TrialDays, TrialOutcome } from "../protocol.ts";
import { spanOfTrialDay } from "../schedule/trialDays.ts";
import type { LocationDaysInput } from "./locationDays.ts";

type Columns = Pick<IncidentTable, "length" | "x" | "y" | "start" | "precision" | "offence" | "offences" | "domestic">;

export type TrialIncidents = Pick<LocationDaysInput, "x" | "y" | "start" | "precision" | "outcomes" | "weight"> & {
  /** Offences of these incidents that the harm table does not name: they count 0 days. */
  readonly withoutHarm: readonly { readonly offence: string; readonly incidents: number }[];
  /** Offences that an outcome names and no incident of the project has. */
  readonly unknown: readonly { readonly outcome: string; readonly offence: string }[];
};

/**
 * The project's filter plays no part: what a trial is about was written down before it began.
 * @param harm - null: harm is not told
 */
export function trialIncidents(table: Columns, { days, ...trial }: Pick<TrialDays, "first" | "days" | "startHour">, outcomes: readonly TrialOutcome[], harm: HarmTable | null): TrialIncidents {
  const rows = rowsWithin(table.start, spanOfTrialDay(0, trial).from, spanOfTrialDay(days, trial).from);
  const weighed = harm && harmOfIncidents(table, rows, harm);
  return {
    ...placesAt(table, rows),
    start: takeRows(table.start, rows),
    precision: table.precision,
    outcomes: outcomes.map((outcome) => ({ name: outcome.name, rows: rowsOf(table, rows, outcome) })),
    ...(weighed && { weight: weighed.weight }),
    withoutHarm: weighed?.unmatched ?? [],
    unknown: outcomes.flatMap(({ name, offences }) => offences.filter((offence) => !table.offences.some((each) => isCalled(each, offence))).map((offence) => ({ outcome: name, offence }))),
  };
}

function rowsWithin(start: Float64Array, from: number, to: number): Uint32Array {
  const rows = new Uint32Array(start.length);
  let n = 0;
  for (let i = 0; i < start.length; i++) if (start[i] >= from && start[i] < to) rows[n++] = i;
  return rows.slice(0, n);
}

/** Positions in `rows`. */
function rowsOf({ offence, offences, domestic }: Columns, rows: Uint32Array, outcome: TrialOutcome): Uint32Array {
  const kept = offences.map((each) => countsOffence(outcome.offences, each));
  const isKept = (row: number): boolean =>
    kept[offence[row]] && (outcome.domestic === "all" || (domestic[row] === DOMESTIC.yes) === (outcome.domestic === "only"));
  const found = new Uint32Array(rows.length);
  let n = 0;
  for (let i = 0; i < rows.length; i++) if (isKept(rows[i])) found[n++] = i;
  return found.slice(0, n);
}
