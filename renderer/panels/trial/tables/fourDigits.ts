// Numbers of tests as papers print them: four digits after the point where they are small.

import { decimal } from "../../../ui/format.ts";

export const fourDigits = (value: number): string => decimal(value, Math.abs(value) < 100 ? 4 : Math.abs(value) < 10_000 ? 2 : 0).replace("-", "−");

/** Small p-values with their power of ten, as they are. */
export function pDigits(p: number): string {
  if (p >= 0.0001) return decimal(p, 4);
  if (p === 0) return "< 1e−300";
  return p.toExponential(1).replace("-", "−");
}
