// The blocks of a forecast in flat columns, for inner loops: one after the other, the expert block first where there is one.

import { eventCount, type Events } from "../events.ts";

export interface EventColumns {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly hours: Float64Array;
  /** Block and place in the block of each event. */
  readonly block: Int32Array;
  readonly index: Int32Array;
  /** Number of events in each block. */
  readonly sizes: Int32Array;
  /** A column for each covariate. */
  readonly z: readonly Float64Array[];
}

export function eventColumns(blocks: readonly Events[]): EventColumns {
  const count = eventCount(blocks);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const hours = new Float64Array(count);
  const block = new Int32Array(count);
  const index = new Int32Array(count);
  let at = 0;
  blocks.forEach((events, b) => {
    x.set(events.x, at);
    y.set(events.y, at);
    hours.set(events.hours, at);
    for (let j = 0; j < events.x.length; j++) {
      block[at + j] = b;
      index[at + j] = j;
    }
    at += events.x.length;
  });
  const covariates = blocks.find((events) => events.z)?.z?.length ?? 0;
  const z = Array.from({ length: covariates }, (_, c) => {
    const column = new Float64Array(count);
    let to = 0;
    for (const events of blocks) {
      if (events.z) column.set(events.z[c], to);
      to += events.x.length;
    }
    return column;
  });
  return { count, x, y, hours, block, index, sizes: Int32Array.from(blocks, (events) => events.x.length), z };
}

/** wᵢ/nᵢ for each event; 0 for a block of weight 0. */
export const eventWeights = ({ count, block, sizes }: EventColumns, weights: readonly number[]): Float64Array => {
  const perEvent = new Float64Array(count);
  for (let j = 0; j < count; j++) perEvent[j] = weights[block[j]] / sizes[block[j]];
  return perEvent;
};
