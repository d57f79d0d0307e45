// What is compared of an outcome: whether there was any crime, how much, or how harmful.

import type { OutcomeDays } from "../panel/locationDays.ts";
import type { Measure } from "../protocol.ts";

/** One value a location-day; null where the outcome has no harm. */
export function outcomeValues({ count, harm }: OutcomeDays, measure: Measure): Float64Array | null {
  if (measure === "prevalence") return count.map((n) => (n > 0 ? 1 : 0));
  return measure === "count" ? count : harm;
}

/** In which an outcome can be told. */
export const measuresOf = ({ harm }: OutcomeDays): readonly Measure[] => (harm ? ["prevalence", "count", "harm"] : ["prevalence", "count"]);
