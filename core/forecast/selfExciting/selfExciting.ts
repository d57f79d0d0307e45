// The self-exciting model of near repeats: each event raises the rate around it for some time.

import { InputError } from "../../errors.ts";
import { columnBounds } from "../../geo/bounds.ts";
import type { Bounds } from "../../geo/types.ts";
import { floats, z } from "../../schema.ts";

/** n values each; days count from any midnight, and hours are their fraction. */
export interface TimedEvents {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly days: Float64Array;
}

export const timedEventsSchema = z.strictObject({
  x: floats("m east"),
  y: floats("m north"),
  days: floats("days from any midnight, hours as their fraction"),
});

/**
 * λ(t, x) = μ b(x) + Σ over events k before t of θ ω e^(−ω (t − tₖ)) N(x; xₖ, σ² I), events per day and m².
 *
 * Mohler, Short, Brantingham, Schoenberg and Tita, "Self-exciting point process modeling of crime", JASA 106 (2011), eq. 2,
 * in the parametric variant of Mohler, "Marked point process hotspot maps", Int. J. Forecasting 30 (2014): the trigger is
 * exponential in time and Gaussian in space instead of a histogram of declustered pairs, and the background b is a Gaussian
 * density of the whole history with one bandwidth, constant in time; its shape is not estimated again while fitting.
 */
export interface SelfExciting {
  /** μ: background events per day, over the whole plane. */
  readonly background: number;
  /** θ: events that one event triggers directly, on average; from 1 on the process would grow without end. */
  readonly offspring: number;
  /** ω: per day; 1/ω is the mean time to an event that was triggered. */
  readonly decay: number;
  /** σ: m, of the distance to a triggered event along each axis. */
  readonly sd: number;
  /** Of the background's Gaussian density, m. */
  readonly bandwidth: number;
}

export const selfExcitingSchema = z.strictObject({
  background: z.number().nonnegative().describe("μ: background events per day"),
  offspring: z.number().nonnegative().describe("θ: events that one event triggers directly, on average"),
  decay: z.number().positive().describe("ω: per day; 1/ω is the mean time to a triggered event"),
  sd: z.number().positive().describe("σ of the distance to a triggered event along each axis, m"),
  bandwidth: z.number().positive().describe("of the background's Gaussian density, m"),
});

/** @throws InputError where columns differ in length, there are under two events, or one lies outside [from, to]. */
export function checkTimedEvents({ x, y, days }: TimedEvents, from: number, to: number): void {
  if (x.length !== y.length || x.length !== days.length)
    throw new InputError(`The history has ${x.length} x, ${y.length} y and ${days.length} days; there must be one of each for every event.`);
  if (x.length < 2) throw new InputError(`The history has ${x.length} events; the model needs at least 2. Widen the filter.`);
  if (!(to > from)) throw new InputError(`The history runs from day ${from} to day ${to}; it must end after it begins.`);
  const outside = days.find((day) => !(day >= from && day <= to));
  if (outside !== undefined) throw new InputError(`An event is on day ${outside}; the history runs from ${from} to ${to}. Leave it out or widen the span.`);
}

/**
 * One event's worth of density is spread evenly over the box about the history, so that no place in it has none: an event far from
 * all others must be possible as background. A box narrower than the bandwidth is made that wide.
 */
export function uniformBox({ x, y }: TimedEvents, bandwidth: number): { readonly box: Bounds; readonly perM2: number } {
  const { minX, maxX, minY, maxY } = columnBounds(x, y);
  const [dx, dy] = [Math.max(0, bandwidth - (maxX - minX)) / 2, Math.max(0, bandwidth - (maxY - minY)) / 2];
  const box: Bounds = { minX: minX - dx, maxX: maxX + dx, minY: minY - dy, maxY: maxY + dy };
  return { box, perM2: 1 / ((box.maxX - box.minX) * (box.maxY - box.minY)) };
}
