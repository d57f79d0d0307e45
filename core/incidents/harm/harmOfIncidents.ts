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
  const missed = new Map<number, number>();
  const weight = Float64Array.from(rows, (row) => {
    const code = offence[row];
    if (days[code] === undefined) missed.set(code, (missed.get(code) ?? 0) + 1);
    return days[code] ?? 0;
  });
  const unmatched = [...missed]
    .map(([code, incidents]) => {
      const { category, name } = offences[code];
      return { offence: name === category ? name : `${category}: ${name}`, incidents };
    })
    .sort((a, b) => b.incidents - a.incidents || a.offence.localeCompare(b.offence));
  return { weight, unmatched };
}
