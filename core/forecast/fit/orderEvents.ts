// The past events in the sampler's order: those of similar A together, from west to east.

import type { EventColumns } from "../kernel/eventColumns.ts";
import { RADIANS_PER_HOUR } from "../kernel/vonMises.ts";

/** Events in the sampler's order: groups of similar A, west to east in each. */
export interface OrderedEvents {
  readonly count: number;
  /** Place of each in the blocks' flat columns. */
  readonly event: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
  readonly logA: Float64Array;
  readonly block: Int32Array;
  readonly groups: readonly { readonly from: number; readonly to: number; readonly lowest: number; readonly highest: number }[];
}

/** Events of similar A stand together, from west to east: neighbours of a point are a few short runs of that order. */
export function orderEvents({ count, x, y, hours, block }: EventColumns, logA: Float64Array): OrderedEvents {
  const group = logA.map((a) => Math.floor(a / GROUP_WIDTH));
  const event = Int32Array.from({ length: count }, (_, j) => j).sort((a, b) => group[a] - group[b] || x[a] - x[b] || a - b);
  const take = (column: Float64Array): Float64Array => Float64Array.from(event, (j) => column[j]);
  const starts = [0];
  for (let k = 1; k < count; k++) if (group[event[k]] !== group[event[k - 1]]) starts.push(k);
  const ordered = take(logA);
  return {
    count,
    event,
    x: take(x),
    y: take(y),
    cosine: Float64Array.from(event, (j) => Math.cos(hours[j] * RADIANS_PER_HOUR)),
    sine: Float64Array.from(event, (j) => Math.sin(hours[j] * RADIANS_PER_HOUR)),
    logA: ordered,
    block: Int32Array.from(event, (j) => block[j]),
    groups: starts.map((from, g) => {
      const to = g + 1 < starts.length ? starts[g + 1] : count;
      const values = ordered.subarray(from, to);
      return { from, to, lowest: values.reduce((a, b) => Math.min(a, b), Infinity), highest: values.reduce((a, b) => Math.max(a, b), -Infinity) };
    }),
  };
}

/** In log A: events in a group differ by at most this factor e^0.5 in A. */
const GROUP_WIDTH = 0.5;
