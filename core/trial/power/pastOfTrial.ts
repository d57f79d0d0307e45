// Which days of the past speak for a trial.

import type { Period } from "../../incidents/filter.ts";
import type { TrialDays } from "../protocol.ts";

/** Dates one after another: from the midnight of the first, ms. */
export interface PastPiece {
  readonly first: number;
  readonly days: number;
}

const DAY = 86_400_000;
/** A shorter piece is the edge of a file, not a season. */
const LEAST_DAYS = 14;

/** All days that the incidents speak of and that are over before the trial begins; a trial without a date yet has all of them before it. */
export function allBefore({ from, to }: Period, { first }: Pick<TrialDays, "first">): PastPiece[] {
  const end = first > from ? Math.min(to, first) : to;
  // The last date's trial day runs on into the next date, of which nothing is known.
  return piece(from, end - DAY);
}

/** The trial's own dates in each year before it that the incidents speak of; where there is none, all days before. */
export function sameSeason(known: Period, { first, days }: Pick<TrialDays, "first" | "days">): PastPiece[] {
  const [before] = allBefore(known, { first });
  if (!before || first <= known.from) return before ? [before] : [];
  const last = before.first + before.days * DAY;
  const pieces: PastPiece[] = [];
  for (let years = 1; ; years++) {
    const date = new Date(first);
    const start = Date.UTC(date.getUTCFullYear() - years, date.getUTCMonth(), date.getUTCDate()), end = start + days * DAY;
    if (end <= known.from) break;
    pieces.unshift(...piece(Math.max(start, before.first), Math.min(end, last)));
  }
  const long = pieces.filter((each) => each.days >= LEAST_DAYS);
  return long.length > 0 ? long : [before];
}

/** The known days from one date to another, the last one not among them. @param from - midnight, ms @param to - likewise */
export const between = (known: Period, from: number, to: number): PastPiece[] => piece(Math.max(known.from, from), Math.min(known.to - DAY, to));

const piece = (from: number, to: number): PastPiece[] => (to > from ? [{ first: from, days: Math.round((to - from) / DAY) }] : []);
