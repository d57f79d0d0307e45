// Which days a forecast is for, as people read it.

import { DAY_KINDS, type DayKind } from "../../../core/forecast/holidays.ts";

/** "working days, 2 public holidays named". */
export function dayKindInWords(kind: DayKind | undefined): string {
  if (!kind) return "any day";
  const n = kind.publicHolidays.length;
  return `${DAY_KINDS[kind.forecast]}, ${n === 0 ? "no" : n} public ${n === 1 ? "holiday" : "holidays"} named`;
}
