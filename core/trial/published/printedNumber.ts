// A number as a paper prints it: what it can stand for, given its digits.

import { InputError } from "../../errors.ts";

/** A number, or text where its digits matter: "0.090", "<0.0001", "> 3,500", "3 to 4", "12.49 %". */
export type Printed = string | number;

export interface PrintedBounds {
  readonly low: number;
  readonly high: number;
  /** Digits after the point; null for a bound or a span. */
  readonly digits: number | null;
}

const NUMBER = String.raw`[-−+]?\d[\d,]*(?:\.\d+)?(?:[eE][-+]?\d+)?`;
const FORM = new RegExp(String.raw`^\s*([<>]?)\s*(${NUMBER})(?:\s+to\s+(${NUMBER}))?\s*%?\s*$`);

/** @throws InputError unless it is of one of the forms above. */
export function printedBounds(printed: Printed): PrintedBounds {
  const match = FORM.exec(String(printed));
  if (!match) throw new InputError(`The printed number is "${printed}"; it must be like 0.090, <0.0001, >3,500, 3 to 4 or 12.49 %. Write it so.`);
  const [, bound, first, last] = match;
  const value = numberOf(first);
  if (last !== undefined) return { low: value, high: numberOf(last), digits: null };
  if (bound === "<") return { low: -Infinity, high: value, digits: null };
  if (bound === ">") return { low: value, high: Infinity, digits: null };
  const digits = /\.(\d+)/.exec(first)?.[1].length ?? 0;
  const half = 0.5 * 10 ** -digits * 10 ** Number.parseInt(/[eE]([-+]?\d+)/.exec(first)?.[1] ?? "0", 10);
  return { low: value - half, high: value + half, digits };
}

/** The middle of what it stands for. */
export const printedValue = (printed: Printed): number => {
  const { low, high } = printedBounds(printed);
  return (low + high) / 2;
};

const numberOf = (text: string): number => Number.parseFloat(text.replaceAll(",", "").replace("−", "-"));
