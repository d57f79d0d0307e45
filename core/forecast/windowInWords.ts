// Windows and days as people read them.

import type { Window } from "./events.ts";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** [20, 4] → "20:00–04:00". */
export const windowInWords = ([from, to]: Window): string => `${hourInWords(from)}–${hourInWords(to)}`;

/** 4.5 → "04:30", 24 → "24:00"; to the nearest minute. */
export function hourInWords(hours: number): string {
  const minutes = Math.round(60 * hours);
  return `${`${Math.floor(minutes / 60)}`.padStart(2, "0")}:${`${minutes % 60}`.padStart(2, "0")}`;
}

/** ms of local civil time read as UTC → "5 March 2024". */
export function dayInWords(ms: number): string {
  const date = new Date(ms);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
