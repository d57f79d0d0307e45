// Options of the command line that are more than text: one of a few words, numbers, days.

import { InputError } from "../core/errors.ts";
import { parseDecimal } from "../core/incidents/parseDecimal.ts";
import { parseTime } from "../core/incidents/parseTime.ts";

export function oneOf<T extends string>(flag: string, given: string | undefined, allowed: readonly T[]): T | undefined {
  if (given === undefined || (allowed as readonly string[]).includes(given)) return given as T | undefined;
  throw new InputError(`${flag} ${given} is not one of: ${allowed.join(", ")}.`);
}

export function wholeNumber(flag: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d{1,6}$/.test(given)) throw new InputError(`${flag} ${given} is not a whole number from 0 to 999999.`);
  return Number.parseInt(given, 10);
}

/** "1,2,4" */
export function wholeNumbers(flag: string, given: string | undefined): number[] | undefined {
  return given?.split(",").map((part) => wholeNumber(flag, part.trim()) ?? 0);
}

export function positiveNumber(flag: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const value = parseDecimal(given, false);
  if (value === undefined || !(value > 0)) throw new InputError(`${flag} ${given} is not a number above 0.`);
  return value;
}

/** "2014-12-31" → its midnight, ms of local civil time read as UTC. */
export function day(flag: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const read = parseTime(given, "year-first");
  if (typeof read === "string" || read.precision !== "day") throw new InputError(`${flag} ${given} is not a date. Write year, month and day, such as 2014-12-31.`);
  return read.ms;
}
