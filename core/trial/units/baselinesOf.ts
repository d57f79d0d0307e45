// What a draw is balanced on: incidents of the primary outcome a day in each unit, before the trial.

import type { LocationDays } from "../panel/locationDays.ts";

/** To a millionth, so that a registration can write it. @param past - the first outcome of it is counted */
export function baselinesOf({ units, days, outcomes: [{ count }] }: LocationDays): number[] {
  const sums = units.map(() => 0);
  count.forEach((n, i) => { sums[i % units.length] += n; });
  return sums.map((sum) => Math.round((1e6 * sum) / days) / 1e6);
}
