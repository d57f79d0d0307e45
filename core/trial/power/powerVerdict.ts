// What a power says, in plain words.

import { percent } from "../../inWords.ts";
import type { Measure } from "../protocol.ts";

export interface VerdictFacts {
  readonly measure: Measure;
  readonly hotspots: number;
  readonly days: number;
  readonly target: number;
  /** The fall that is expected, 0 to 1. */
  readonly fall: number;
  readonly smallest: number | null;
  readonly powerAtFall: number;
  readonly daysNeeded: number | null;
}

/** 9 %, 8.7 % */
export const fallInWords = (fall: number): string => percent(fall, Math.abs(100 * fall - Math.round(100 * fall)) < 1e-9 ? 0 : 1);

/** "With 45 hotspots and 128 days this trial detects a fall of 17.5 % or more (prevalence) with 80 % power; you expect 9 %: it would detect that 28 times in 100." */
export function powerVerdict({ measure, hotspots, days, target, fall, smallest, powerAtFall, daysNeeded }: VerdictFacts): string {
  const trial = `With ${hotspots} hotspots and ${days} days this trial`;
  const can = smallest === null
    ? `${trial} detects no fall, however large, (${measure}) with ${percent(target, 0)} power`
    : `${trial} detects a fall of ${percent(smallest)} or more (${measure}) with ${percent(target, 0)} power`;
  if (fall === 0) return `${can}.`;
  const times = Math.round(100 * powerAtFall);
  const expected = `${can}; you expect ${fallInWords(fall)}: it would detect that ${times} times in 100`;
  if (smallest !== null && fall >= smallest) return `${expected}. That is enough.`;
  return `${expected}. ${daysNeeded === null ? "No trial of ten years with these hotspots would reach that power." : `With these hotspots that power would take about ${daysNeeded} days.`}`;
}
