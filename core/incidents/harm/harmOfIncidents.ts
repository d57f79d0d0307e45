// What each incident counts in harm, by a table of days an offence.

import type { HarmTable } from "../../plan/plan.ts";
import { headerKey } from "../columnRole.ts";
import type { IncidentTable } from "../table.ts";

export interface HarmOfIncidents {
  /** Days, one value a row. */
  readonly weight: Float64Array;
  /** Offences that the table does not name, and how many of the rows each has; they count 0 days. Most incidents first. */
  readonly unmatched: readonly { readonly offence: string; readonly incidents: number }[];
}

/** Offences are the same where letters and digits are: "Theft from the person" and "theft - from the person". */
export const offenceKey = headerKey;

/** An offence is looked up by its name, then by its category. @param rows - indices of incidents */
export function harmOfIncidents(
  { offence, offences }: Pick<IncidentTable, "offence" | "offences">,
  rows: Uint32Array,
  { weights }: HarmTable,
): HarmOfIncidents {
  const byKey = new Map(weights.map((each) => [offenceKey(each.offence), each.days]));
  const days = offences.map(({ category, name }) => byKey.get(offenceKey(name)) ?? byKey.get(offenceKey(category)));
  const known = Float64Array.from(days, (each) => each ?? 0);
  const counts = new Uint32Array(offences.length);
  const weight = new Float64Array(rows.length);
  // A plain loop: `from` with a function takes five times as long, and the window asks for a million.
  for (let i = 0; i < rows.length; i++) {
    const code = offence[rows[i]];
    counts[code]++;
    weight[i] = known[code];
  }
  const unmatched = offences
    .map(({ category, name }, code) => ({ offence: name === category ? name : `${category}: ${name}`, incidents: days[code] === undefined ? counts[code] : 0 }))
    .filter(({ incidents }) => incidents > 0)
    .sort((a, b) => b.incidents - a.incidents || a.offence.localeCompare(b.offence));
  return { weight, unmatched };
}
