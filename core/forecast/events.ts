// Events as the forecast sees them: places in metres and the hour of the day, one set for each temporal block.

import { InputError } from "../errors.ts";
import { floats, z } from "../schema.ts";

/** n values each: m east, m north of the project's plane; hours in [0, 24) after local midnight. */
export interface Events {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly hours: Float64Array;
  /** Where the request names covariates: a column for each. */
  readonly z?: readonly Float64Array[];
}

export const eventsSchema = z.strictObject({
  x: floats("m east"),
  y: floats("m north"),
  hours: floats("hours after local midnight, 0 to 24"),
  z: z.array(floats("a covariate of each event")).readonly().optional().describe("a column for each covariate that the request names"),
});

/** A daily window in hours: `to` ≤ `from` passes midnight, [0, 24] is the whole day. */
export type Window = readonly [from: number, to: number];

const hour = z.number().min(0).max(24);

export const windowSchema = z
  .tuple([hour, hour])
  .readonly()
  .refine(([from, to]) => windowHours([from, to]) > 0, { error: "the window from 24 to 0 is empty; the whole day is 0 to 24" }).describe("daily window [from, to] in hours; to ≤ from passes midnight; [0, 24] is the whole day");

/** Length of a window in hours: [20, 4] has 8, [6, 6] the whole day. */
export const windowHours = ([from, to]: Window): number => (to > from ? to - from : to - from + 24);

/** Whether the windows follow each other around the clock without gap or overlap. */
export function makeUpTheDay(windows: readonly Window[]): boolean {
  if (windows.reduce((sum, window) => sum + windowHours(window), 0) !== 24) return false;
  return windows.every(([, to]) => windows.some(([from]) => from === to % 24));
}

/** Whether an hour of the day lies in the window: `from` inclusive, `to` exclusive. */
export const inWindow = (hours: number, [from, to]: Window): boolean => (to > from ? hours >= from && hours < to : hours >= from || hours < to);

export const eventCount = (blocks: readonly Events[]): number => blocks.reduce((sum, { x }) => sum + x.length, 0);

/** The events whose hour lies in the window, in their order. */
export function eventsInWindow({ x, y, hours, z: columns }: Events, window: Window): Events {
  const keep = (column: Float64Array): Float64Array => column.filter((_, i) => inWindow(hours[i], window));
  return { x: keep(x), y: keep(y), hours: keep(hours), ...(columns && { z: columns.map(keep) }) };
}

/** @throws InputError where columns differ in length or an hour is not in [0, 24]. */
export function checkEvents({ x, y, hours }: Events, name: string): void {
  if (x.length !== y.length || x.length !== hours.length)
    throw new InputError(`${name} has ${x.length} x, ${y.length} y and ${hours.length} hours; there must be one of each for every event.`);
  for (let i = 0; i < hours.length; i++)
    if (!(hours[i] >= 0 && hours[i] <= 24)) throw new InputError(`${name}: event ${i + 1} is at hour ${hours[i]}; an hour of the day is 0 to 24.`);
}
