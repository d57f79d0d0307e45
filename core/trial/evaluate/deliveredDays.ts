// On which location-days a full patrol came, of those that the patrol logs reach over.

import type { AnalysedDays } from "./analysedDays.ts";
import { LEFT_OUT } from "./splitByArm.ts";

/** What is known of delivery. */
export interface Dose {
  /** Of the whole trial; day × units + unit. */
  readonly fullPatrols: Float64Array;
  /** Trial days that the patrol logs reach over, the last not included. */
  readonly from: number;
  readonly until: number;
}

/** One value a location-day analysed. */
export interface DeliveredDays {
  /** As drawn; LEFT_OUT on days that the logs do not reach over. */
  readonly arms: Uint8Array;
  /** 1 with at least one full patrol, 0 without. */
  readonly delivered: Uint8Array;
}

export function deliveredDays({ arms, units }: AnalysedDays, { fullPatrols, from, until }: Dose): DeliveredDays {
  const isKnown = (cell: number): boolean => cell >= from * units.length && cell < until * units.length;
  return {
    arms: arms.map((arm, cell) => (isKnown(cell) ? arm : LEFT_OUT)),
    delivered: arms.map((_, cell) => (isKnown(cell) && fullPatrols[cell] >= 1 ? 1 : 0)),
  };
}
