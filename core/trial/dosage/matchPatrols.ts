// Each patrol's unit and trial day: the unit that its log names, checked against where it was, or else the one it stood in.

import { pointDistance } from "../../geo/distance.ts";
import { unitsAt } from "../panel/unitsAt.ts";
import type { TrialDays, TrialUnit } from "../protocol.ts";
import { trialDayOf } from "../schedule/trialDays.ts";
import type { Patrols } from "./activity.ts";
import type { Dosage, MatchedRows } from "./dosage.ts";

export interface MatchedPatrol {
  readonly unit: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

interface MatchedPatrols {
  readonly patrols: readonly MatchedPatrol[];
  readonly elsewhere: Dosage["elsewhere"];
  readonly counts: MatchedRows;
}

/**
 * A patrol belongs whole to the trial day in which it starts. It was elsewhere where each of its positions, less its accuracy, lies
 * farther than `ring` from all shapes of the unit that its log names.
 */
export function matchPatrols({ unit, start, end, fixes }: Patrols, units: readonly TrialUnit[], days: TrialDays, ring: number, elsewhere: "count" | "leave out"): MatchedPatrols {
  const at = unitsAt(units, 0);
  const patrols: MatchedPatrol[] = [], away: Dosage["elsewhere"][number][] = [];
  let noUnit = 0, outsideDays = 0, leftOut = 0, fix = 0;
  for (let row = 0; row < unit.length; row++) {
    const first = fix;
    while (fix < fixes.patrol.length && fixes.patrol[fix] === row) fix++;
    const day = trialDayOf(start[row], days);
    if (day < 0) {
      outsideDays++;
      continue;
    }
    const stood = unit[row] >= 0 ? unit[row] : standing(first, fix);
    if (stood === undefined) {
      noUnit++;
      continue;
    }
    const metres = unit[row] >= 0 ? leastDistance(units[stood], first, fix) : 0;
    if (metres > ring) {
      away.push({ unit: stood, day, start: start[row], metres });
      if (elsewhere === "leave out") {
        leftOut++;
        continue;
      }
    }
    patrols.push({ unit: stood, day, start: start[row], end: end[row] });
  }
  return { patrols, elsewhere: away, counts: { kind: "patrols", rows: unit.length, matched: patrols.length, inRing: 0, noUnit, outsideDays, leftOut } };

  /** The first of its positions that lies in a unit decides. */
  function standing(from: number, to: number): number | undefined {
    for (let i = from; i < to; i++) {
      const place = at(fixes.x[i], fixes.y[i]);
      if (place) return place.inside[0];
    }
    return undefined;
  }

  /** m; 0 where no position is known: nothing speaks against the log. */
  function leastDistance({ shapes }: TrialUnit, from: number, to: number): number {
    if (from === to) return 0;
    let least = Infinity;
    for (let i = from; i < to; i++) {
      const point = { x: fixes.x[i], y: fixes.y[i] };
      for (const shape of shapes) least = Math.min(least, pointDistance(shape, point) - fixes.accuracy[i]);
    }
    return Math.max(0, least);
  }
}
