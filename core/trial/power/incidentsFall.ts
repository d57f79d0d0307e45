// What fall in incidents lies behind a fall in prevalence.

import { rootOf } from "../../stats/rootOf.ts";

/**
 * A location-day with c incidents is left without one where all c are prevented: each with probability q gives the mean of q^c over the
 * location-days with incidents. As some have several, prevalence falls by less than incidents do.
 * @param counts - incidents of each location-day, some above 0
 * @param fall - in prevalence, 0 to 1
 * @returns q
 */
export function incidentsFall(counts: Float64Array, fall: number): number {
  const withIncidents = counts.filter((count) => count > 0);
  const fallOf = (q: number): number => withIncidents.reduce((sum, count) => sum + q ** count, 0) / withIncidents.length;
  return rootOf((q) => fallOf(q) - fall, 0, 1);
}
