// Which of a trial's sealed schedules holds.

import type { SealedSchedule } from "../sealedSchedule.ts";

/** The last version; null where none is sealed. @param schedules - in the order of their versions */
export const scheduleInForce = (schedules: readonly SealedSchedule[]): SealedSchedule | null => schedules.at(-1) ?? null;
