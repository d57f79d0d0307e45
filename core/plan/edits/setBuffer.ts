// Sets the numbers that hold for the whole plan: the buffer about each hotspot, and the edge of a new hexagon.

import { InputError } from "../../errors.ts";
import type { Plan } from "../plan.ts";
import { metres, type Edit } from "./edit.ts";

/** @throws InputError for a buffer below 0 m or not a number */
export function setBuffer(plan: Plan, buffer: number): Edit {
  if (!(buffer >= 0) || !Number.isFinite(buffer)) {
    throw new InputError(`The buffer is ${buffer} m; it must be 0 m or more. Enter 0 for none.`);
  }
  const label = `Set the buffer to ${metres(buffer)}`;
  return { plan: buffer === plan.buffer ? plan : { ...plan, buffer }, label, skipped: [] };
}

/** @throws InputError for an edge that is not above 0 m */
export function setSide(plan: Plan, side: number): Edit {
  if (!(side > 0) || !Number.isFinite(side)) {
    throw new InputError(`The edge of a new hexagon is ${side} m; it must be above 0 m. Enter a positive number.`);
  }
  const label = `Set the edge of new hexagons to ${metres(side)}`;
  return { plan: side === plan.side ? plan : { ...plan, side }, label, skipped: [] };
}
