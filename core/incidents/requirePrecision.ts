// Why something cannot be done with times that are coarser than it needs.

import { InputError } from "../errors.ts";
import type { TimePrecision } from "./table.ts";

const FINENESS: Readonly<Record<TimePrecision, number>> = { none: 0, month: 1, day: 2, hour: 3, minute: 4 };

const MEANS: Readonly<Record<TimePrecision, string>> = {
  none: "have no date at all",
  month: "say only the month (no day, no hour), as police.uk publishes them",
  day: "say only the day (no hour)",
  hour: "say only the hour (no minute)",
  minute: "say the minute",
};

export const isPrecise = (has: TimePrecision, needed: TimePrecision): boolean => FINENESS[has] >= FINENESS[needed];

/** The coarser of two. */
export const coarserPrecision = (a: TimePrecision, b: TimePrecision): TimePrecision => (isPrecise(a, b) ? b : a);

/**
 * @param purpose what needs it, beginning a sentence: "An hour-of-day filter".
 * @throws InputError if the times are coarser than `needed`.
 */
export function requirePrecision(table: { readonly precision: TimePrecision }, needed: TimePrecision, purpose: string): void {
  if (isPrecise(table.precision, needed)) return;
  throw new InputError(
    `${purpose} needs times to the ${needed}; these incidents ${MEANS[table.precision]}. ` +
      `Load a file with finer times, or work by ${table.precision === "none" ? "place only" : table.precision}.`,
  );
}
