// Numbers of tests as papers print them: four digits after the point where they are small, none where they are whole.

import { decimal } from "../../../ui/format.ts";

export const fourDigits = (value: number): string => minus(decimal(value, Number.isInteger(value) ? 0 : digitsOf(value)));

/** Both limits with the digits of the larger. */
export function limits(low: number, high: number): string {
  const digits = digitsOf(Math.max(Math.abs(low), Math.abs(high)));
  return `${minus(decimal(low, digits))} to ${minus(decimal(high, digits))}`;
}

const digitsOf = (value: number): number => (Math.abs(value) < 100 ? 4 : Math.abs(value) < 10_000 ? 2 : 0);

const minus = (text: string): string => text.replace("-", "−");

/** Small p-values with their power of ten, as they are. */
export function pDigits(p: number): string {
  if (p >= 0.0001) return decimal(p, 4);
  if (p === 0) return "< 1e−300";
  return minus(p.toExponential(1));
}
