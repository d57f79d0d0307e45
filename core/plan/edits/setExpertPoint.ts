// Sets what an expert point says: its place, its window, the block that it speaks of, who says it.

import { InputError } from "../../errors.ts";
import { windowHours } from "../../forecast/events.ts";
import { windowInWords, dayInWords } from "../../forecast/windowInWords.ts";
import type { ExpertPoint, Plan } from "../plan.ts";
import { metres, type Edit } from "./edit.ts";

const DAY = 86_400_000;

/**
 * What is not given stays.
 * @throws InputError for a place that is not numbers, an hour outside 0 to 24, or a block that starts at no midnight
 */
export function setExpertPoint(plan: Plan, id: string, values: Partial<Pick<ExpertPoint, "place" | "window" | "block" | "author">>): Edit {
  const before = plan.expertPoints.find((one) => one.id === id);
  if (!before) throw new InputError(`There is no expert point ${id}. Select an expert point.`);
  const after: ExpertPoint = { ...before, ...values };
  checkExpertPoint(after);
  const changes: string[] = [];
  const away = Math.hypot(after.place.x - before.place.x, after.place.y - before.place.y);
  if (away > 0) changes.push(`Move ${before.name} by ${metres(away)}`);
  if (after.window.some((hour, i) => hour !== before.window[i])) changes.push(`Set the window of ${before.name} to ${windowInWords(after.window)}`);
  if (after.block !== before.block) changes.push(`Set the block of ${before.name} to ${dayInWords(after.block)}`);
  if (after.author !== before.author) changes.push(`Set the author of ${before.name}`);
  const label = changes.length === 1 ? changes[0] : `Set ${before.name}`;
  if (changes.length === 0) return { plan, label, skipped: [] };
  return { plan: { ...plan, expertPoints: plan.expertPoints.map((one) => (one === before ? after : one)) }, label, skipped: [] };
}

/** @throws InputError naming what is wrong and how to mend it */
export function checkExpertPoint({ name, place, window, block }: ExpertPoint): void {
  if (!Number.isFinite(place.x) || !Number.isFinite(place.y)) {
    throw new InputError(`The place of ${name} must be numbers; got ${place.x}, ${place.y}. Enter numbers.`);
  }
  const hour = window.find((one) => !(one >= 0 && one <= 24));
  if (hour !== undefined) throw new InputError(`The window of ${name} has the hour ${hour}; an hour of the day is 0 to 24. Enter such a number.`);
  if (windowHours(window) === 0) throw new InputError(`The window of ${name} runs from 24 to 0: it is empty. Enter 0 to 24 for the whole day.`);
  if (!Number.isInteger(block / DAY) || block < Date.UTC(1901, 0, 1) || block > Date.UTC(2200, 0, 1)) {
    throw new InputError(`The block of ${name} starts at ${block} ms, which is no midnight from 1901 to 2200. Choose a date.`);
  }
}
