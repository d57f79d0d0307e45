// An hour of the day as people write it.

import { parseClock } from "../incidents/parseTime.ts";
import { parseDecimal } from "../incidents/parseDecimal.ts";

const HOUR = 3_600_000;

/** 20, 4.5, 20:30, 2030, 8 pm, 24:00 → hours, 0 to 24; undefined where it is none. */
export function parseHour(text: string): number | undefined {
  const decimal = parseDecimal(text);
  if (decimal !== undefined && decimal >= 0 && decimal <= 24) return decimal;
  const clock = parseClock(text);
  return clock && clock.ms / HOUR;
}
