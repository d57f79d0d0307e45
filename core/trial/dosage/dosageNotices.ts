// What a reader of the delivery must know, in sentences: what does not fit, and what the numbers cannot say.

import { count, metres } from "../../inWords.ts";
import type { TrialUnit } from "../protocol.ts";
import type { Patrols } from "./activity.ts";
import type { Dosage } from "./dosage.ts";
import { minutesOf, type Visit } from "./visitsOf.ts";

const LONG = 240; // minutes
const HOUR = 3_600_000;

interface Facts {
  readonly units: readonly TrialUnit[];
  readonly patrols: Patrols | null;
  readonly visits: readonly Visit[];
  readonly hasPositions: boolean;
  readonly elsewhere: Dosage["elsewhere"];
  readonly leftOut: boolean;
}

export function dosageNotices({ units, patrols, visits, hasPositions, elsewhere, leftOut }: Facts): string[] {
  const notices: string[] = [];
  if (patrols && !hasPositions) {
    notices.push("Logged patrols alone say little of control days: what is not offered is not logged. Bring radio or telephone positions, which are recorded on every day, before the arms are called different.");
  }
  if (elsewhere.length > 0) {
    const worst = elsewhere.reduce((a, b) => (b.metres > a.metres ? b : a));
    notices.push(
      `${several(elsewhere.length, "patrol was", "patrols were")} logged for a hotspot but stood elsewhere; the farthest was logged at ${units[worst.unit].name} and stood ${metres(worst.metres)} away. ${leftOut ? "They are left out." : "They count as they were logged."}`,
    );
  }
  const long = visits.filter((visit) => minutesOf(visit) > LONG).length;
  if (long > 0) notices.push(`${several(long, "visit is", "visits are")} longer than 4 hours: a timer was perhaps left running. They count whole.`);
  const early = visits.filter(({ unit, start }) => !(units[unit].hours?.includes(Math.floor(start / HOUR) % 24) ?? true)).length;
  if (early > 0) notices.push(`${several(early, "visit", "visits")} began in hours in which the hotspot is not offered.`);
  const twice = patrols ? twoPlaces(patrols) : 0;
  if (twice > 0) notices.push(`${several(twice, "time", "times")} an officer was logged in two hotspots at once.`);
  return notices;
}

const several = (n: number, one: string, many: string): string => `${count(n)} ${n === 1 ? one : many}`;

/** Patrols that begin while the same officer's patrol of another unit still runs. */
function twoPlaces({ unit, officer, start, end }: Patrols): number {
  const order = Uint32Array.from(unit, (_, row) => row).sort((a, b) => officer[a] - officer[b] || start[a] - start[b]);
  let found = 0, last = -1;
  for (const row of order) {
    if (officer[row] < 0 || unit[row] < 0) continue;
    const overlaps = last >= 0 && officer[last] === officer[row] && start[row] < end[last];
    if (overlaps && unit[last] !== unit[row]) found++;
    if (!overlaps || end[row] > end[last]) last = row;
  }
  return found;
}
