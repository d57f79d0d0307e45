// The log as the phone keeps it between two looks: text, and the way back.

import { ACTIVITIES, EMPTY_LOG, type PatrolLog } from "./patrolLog.ts";

const FORMAT = 1;

export const keepLog = (log: PatrolLog): string => JSON.stringify({ format: FORMAT, ...log });

/** @returns null where the text is no log of this format */
export function readKeptLog(text: string | null): PatrolLog | null {
  if (text === null) return EMPTY_LOG;
  try {
    const { format, ...log } = JSON.parse(text) as PatrolLog & { readonly format: unknown };
    return format === FORMAT && isLog(log) ? log : null;
  } catch {
    return null;
  }
}

const isLog = ({ officer, team, running, patrols }: PatrolLog): boolean =>
  typeof officer === "string" && typeof team === "string" && (running === null || isStarted(running)) && Array.isArray(patrols) &&
  patrols.every((patrol) => isStarted(patrol) && isMoment(patrol.end) && typeof patrol.note === "string" && ACTIVITIES.includes(patrol.activity));

const isStarted = (patrol: Exclude<PatrolLog["running"], null>): boolean =>
  typeof patrol?.hotspot === "string" && typeof patrol.area === "string" && typeof patrol.date === "string" && isMoment(patrol.start);

const isMoment = (moment: { readonly epoch: number; readonly local: number } | undefined): boolean =>
  typeof moment?.epoch === "number" && typeof moment.local === "number";
