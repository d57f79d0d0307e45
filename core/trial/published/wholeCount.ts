// The count behind a printed share or mean, where only one fits.

import { printedBounds, type Printed } from "./printedNumber.ts";

/** The only whole number k for which k / n × scale rounds to the print; null where none does, or several do. */
export function wholeCount(n: number, printed: Printed, scale: number): number | null {
  const { low, high } = printedBounds(printed);
  const first = Math.max(0, Math.ceil((low / scale) * n - 1e-9)), last = Math.floor((high / scale) * n + 1e-9);
  return first === last ? first : null;
}
