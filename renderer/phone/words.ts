// Times and lengths of patrols as they are read.

import { localTime } from "../../core/trial/pack/patrolCsv.ts";
import type { Fix, Moment, Patrol } from "../../core/trial/pack/patrolLog.ts";

/** "14:32" */
export const clockTime = ({ local }: Pick<Moment, "local">): string => localTime(local).slice(11, 16);

export const hourText = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

/** Whole minutes that are over: a patrol of 14:59 is no patrol of 15. */
export function lengthInWords({ start, end }: Pick<Patrol, "start" | "end">): string {
  const minutes = Math.floor((end.epoch - start.epoch) / 60_000);
  return minutes < 0 ? "the clock was put back" : `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;
}

/** "known to 9 m" */
export const fixInWords = (fix: Fix | null): string => (fix ? `known to ${Math.round(fix.accuracy)} m` : "not known");
