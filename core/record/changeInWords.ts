// A step's changes as lines that people read: each with what it gained, many alike in one line.

import { count, signed } from "../inWords.ts";
import { groupBy } from "./groupBy.ts";
import type { EntityKind, LogChange, LogEntry } from "./designLog.ts";

/** More changes alike than this are told together. */
const ALIKE = 3;
/** Of those told together, so many by name. */
const NAMES = 50;

const SEVERAL: Readonly<Record<EntityKind, string>> = {
  hotspot: "hotspots", "patrol area": "patrol areas", exclusion: "exclusions", "expert point": "expert points", plan: "changes",
};

/** "H7 moved 12 m to the north-east; 123 incidents, now 130 (+7)". */
export function changeInWords({ name, what, incidents }: LogChange): string {
  return `${name} ${what}${incidents ? `; ${incidentsInWords(incidents)}` : ""}`;
}

/** One line a change, in their order; "45 hotspots added: H1, H2, …" where more than three are alike. */
export function changesInWords({ changes }: LogEntry): string[] {
  return groupBy(changes, ({ kind, what }) => `${kind} ${what}`).flatMap((group) => {
    if (group.length <= ALIKE) return group.map(changeInWords);
    const [{ kind, what }] = group;
    const rest = group.length - NAMES;
    const names = group.slice(0, NAMES).map(({ name }) => name).join(", ");
    return [`${count(group.length)} ${SEVERAL[kind]} ${what}: ${names}${rest > 0 ? ` and ${count(rest)} more` : ""}`];
  });
}

function incidentsInWords({ before, after }: NonNullable<LogChange["incidents"]>): string {
  if (before === null) return `${count(after ?? 0)} incidents`;
  if (after === null) return `it held ${count(before)} incidents`;
  return before === after ? `${count(after)} incidents as before` : `${count(before)} incidents, now ${count(after)} (${signed(after - before, 0)})`;
}

/** Incidents gained by all hotspots and patrol areas that the step moved; null where it added, removed or told none. */
export function gainOf({ changes }: LogEntry): number | null {
  const told = changes.flatMap(({ incidents }) => (incidents && incidents.before !== null && incidents.after !== null ? [incidents.after - incidents.before] : []));
  return told.length === 0 ? null : told.reduce((sum, gain) => sum + gain, 0);
}
