// What became of the rows that were read, as a sum in words.

import { count } from "../../inWords.ts";
import type { MatchedRows } from "./dosage.ts";

const WORDS: Readonly<Record<MatchedRows["kind"], string>> = { patrols: "Patrols", pings: "Positions", stops: "Stops" };

/** "Positions: 7,078 = 7,021 in a hotspot on a trial day + 57 nearby." */
export function matchedInWords({ kind, rows, matched, inRing, noUnit, outsideDays, leftOut }: MatchedRows): string {
  const parts = [[matched, "in a hotspot on a trial day"], [inRing, "nearby"], [noUnit, "in no hotspot"], [outsideDays, "outside the trial's days"], [leftOut, "left out for standing elsewhere"]] as const;
  return `${WORDS[kind]}: ${count(rows)} = ${parts.filter(([n], i) => n > 0 || i === 0).map(([n, what]) => `${count(n)} ${what}`).join(" + ")}.`;
}
