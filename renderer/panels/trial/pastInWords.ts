// The days of the past that a power is from, in words.

import { isoDay } from "../../../core/incidents/isoDay.ts";
import type { PastPiece } from "../../../core/trial/power/pastOfTrial.ts";

const DAY = 86_400_000;

/** "2022-04-01 to 2022-09-29 and 2023-04-01 to 2023-09-29" */
export const pastInWords = (past: readonly PastPiece[]): string =>
  past.map(({ first, days }) => `${isoDay(first)} to ${isoDay(first + (days - 1) * DAY)}`).join(" and ");
