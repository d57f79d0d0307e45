// What an evaluation takes from the delivery of a trial.

import type { Dosage } from "../dosage/dosage.ts";
import type { Dose } from "./deliveredDays.ts";

/** null where no patrol logs were read. */
export function doseOf({ fullPatrols, series }: Pick<Dosage, "fullPatrols" | "series">): Dose | null {
  const known = series.find(({ name }) => name === "Full patrols");
  return fullPatrols && known ? { fullPatrols, from: known.from, until: known.until } : null;
}
