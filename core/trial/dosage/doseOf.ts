// What an evaluation needs to know of delivery.

import type { Dose } from "../evaluate/deliveredDays.ts";
import type { Dosage } from "./dosage.ts";

/** null where no patrol logs were given. */
export function doseOf({ fullPatrols, series }: Pick<Dosage, "fullPatrols" | "series">): Dose | null {
  const reach = series.find(({ name }) => name === FULL_PATROLS);
  return fullPatrols && reach ? { fullPatrols, from: reach.from, until: reach.until } : null;
}

/** The series that dose is told by. */
export const FULL_PATROLS = "Full patrols";
