// A list of days as it is typed: "2025-01-01, 2025-04-18".

import { isoDay } from "../incidents/isoDay.ts";
import { InputError } from "../errors.ts";
import { parseTime } from "../incidents/parseTime.ts";

/** Midnights → "2025-01-01, 2025-04-18". */
export const writeDates = (dates: readonly number[]): string => dates.map((ms) => isoDay(ms)).join(", ");

/**
 * Days separated by commas, semicolons or spaces, each year, month and day.
 * @returns midnights, ms of local civil time read as UTC, ascending, each once; none for an empty text
 * @throws InputError that names what cannot be read
 */
export function parseDates(text: string): number[] {
  const parts = text.split(/[,;\s]+/).filter((part) => part !== "");
  const dates = parts.map((part) => {
    const read = parseTime(part, "year-first");
    if (typeof read === "string" || read.precision !== "day") throw new InputError(`"${part}" is not a day. Write year, month and day, such as 2025-12-25, with a comma between two.`);
    return read.ms;
  });
  return [...new Set(dates)].sort((a, b) => a - b);
}
