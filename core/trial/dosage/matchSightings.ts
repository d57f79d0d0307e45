// Positions, or stops, counted by unit and trial day: inside, in the ring, and the minutes that successive positions make.

import { unitsAt } from "../panel/unitsAt.ts";
import type { TrialDays, TrialUnit } from "../protocol.ts";
import { trialDayOf } from "../schedule/trialDays.ts";
import type { Sightings } from "./activity.ts";
import type { MatchedRows } from "./dosage.ts";
import { sightingsInOrder } from "./nearbySightings.ts";

interface CountedSightings {
  /** day × units + unit, as all columns here. */
  readonly inside: Float64Array;
  readonly ring: Float64Array;
  /** Of `inside`, by group. */
  readonly groups: readonly Float64Array[];
  /** Minutes; null where no officers are named. */
  readonly minutes: Float64Array | null;
  readonly counts: Omit<MatchedRows, "kind">;
}

const MINUTE = 60_000;

/** @param ring - m @param gap - minutes */
export function matchSightings(sightings: Sightings, units: readonly TrialUnit[], days: TrialDays, ring: number, gap: number, progress?: (fraction: number) => void): CountedSightings {
  const { unit, officer, time, x, y, group, groups } = sightings;
  const n = units.length, cells = days.days * n, rows = time.length;
  const at = unitsAt(units, ring);
  const inside = new Float64Array(cells), inRing = new Float64Array(cells);
  const byGroup = groups.map(() => new Float64Array(cells));
  /** The unit that each lies in; −1 for none. */
  const within = new Int32Array(rows).fill(-1);
  let matched = 0, near = 0, noUnit = 0, outsideDays = 0;
  for (let row = 0; row < rows; row++) {
    if (row % 65_536 === 0) progress?.(row / rows);
    const day = trialDayOf(time[row], days);
    if (day < 0) {
      outsideDays++;
      continue;
    }
    const place = unit[row] >= 0 ? { inside: [unit[row]], near: [] } : at(x[row], y[row]);
    if (!place) {
      noUnit++;
      continue;
    }
    // What lies in several units counts in each, as incidents do.
    for (const one of place.inside) {
      inside[day * n + one]++;
      if (group[row] >= 0) byGroup[group[row]][day * n + one]++;
    }
    for (const one of place.near) inRing[day * n + one]++;
    if (place.inside.length > 0) {
      matched++;
      within[row] = place.inside[0];
    } else {
      near++;
    }
  }
  return {
    inside,
    ring: inRing,
    groups: byGroup,
    minutes: officer.some((code) => code >= 0) ? minutesOnSite(sightings, within, days, n, gap) : null,
    counts: { rows, matched, inRing: near, noUnit, outsideDays, leftOut: 0 },
  };
}

/**
 * Between two successive positions of one officer in the same unit at most `gap` minutes apart the officer was there; anything
 * longer, and the time before the first and after the last, counts nothing. Two officers count twice.
 */
function minutesOnSite(sightings: Sightings, within: Int32Array, days: TrialDays, n: number, gap: number): Float64Array {
  const { officer, time } = sightings;
  const minutes = new Float64Array(days.days * n);
  const order = sightingsInOrder(sightings);
  for (let i = 1; i < order.length; i++) {
    const from = order[i - 1], to = order[i];
    const apart = (time[to] - time[from]) / MINUTE;
    if (officer[from] < 0 || officer[from] !== officer[to] || within[from] < 0 || within[from] !== within[to] || apart > gap) continue;
    const day = trialDayOf(time[from], days);
    if (day >= 0) minutes[day * n + within[from]] += apart;
  }
  return minutes;
}
