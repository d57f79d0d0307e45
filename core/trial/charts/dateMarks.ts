// Dates beneath a strip of days.

import { isoDay } from "../../incidents/isoDay.ts";
import { px, words } from "./axes.ts";
import { MUTED } from "./chartColours.ts";

const DAY = 86_400_000;

/** A date every so many weeks, wherever one finds room. @param cell - width of a day, px */
export function dateMarks(first: number, days: number, cell: number, { left, y, width }: { readonly left: number; readonly y: number; readonly width: number }): string[] {
  const apart = Math.ceil(66 / (7 * cell)) * 7;
  return Array.from({ length: Math.ceil(days / apart) }, (_, i) => i * apart)
    .filter((day) => left + day * cell + 58 <= width)
    .map((day) => `<path d="M${px(left + day * cell)} ${y}v4" stroke="${MUTED}"/>${words(left + day * cell, y + 15, isoDay(first + day * DAY), { fill: MUTED })}`);
}
