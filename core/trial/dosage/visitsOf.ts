// Patrols of one unit that overlap are one visit: two officers who walk together are seen once.

import type { MatchedPatrol } from "./matchPatrols.ts";

export interface Visit {
  readonly unit: number;
  /** Of the first patrol's start. */
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** From the first start to the last end of patrols that overlap; patrols that only touch are two visits. */
export function visitsOf(patrols: readonly MatchedPatrol[]): Visit[] {
  const visits: Visit[] = [];
  for (const { unit, day, start, end } of patrols.toSorted((a, b) => a.unit - b.unit || a.start - b.start || a.end - b.end)) {
    const last = visits.at(-1);
    if (last?.unit === unit && (start < last.end || start === last.start)) {
      if (end > last.end) visits[visits.length - 1] = { ...last, end };
    } else {
      visits.push({ unit, day, start, end });
    }
  }
  return visits;
}

export const minutesOf = ({ start, end }: Visit): number => (end - start) / 60_000;
