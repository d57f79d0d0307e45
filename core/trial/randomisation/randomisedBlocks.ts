// The blocks of a schedule as randomisation inference sees them: which location-days each item treats if it is drawn, and which if it is not.

import type { DrawnBlock } from "../schedule/blocks.ts";

/** Rows are location-days, day × units + unit. */
export interface RandomisedItem {
  /** Treated if the item is drawn. */
  readonly on: readonly number[];
  /** Treated if it is not drawn: the second of a pair of days; else empty. */
  readonly off: readonly number[];
}

/** Any choice of as many items as are treated was equally likely, whatever was drawn in other blocks. */
export interface RandomisedBlock {
  readonly items: readonly RandomisedItem[];
  readonly treated: readonly boolean[];
}

/** @param units - of the trial, in all */
export const randomisedBlocks = (blocks: readonly DrawnBlock[], units: number): RandomisedBlock[] =>
  blocks.map(({ days: [first, second], items, treated }) => ({
    items: items.map((item) => ({
      on: item.units.map((unit) => first * units + unit),
      off: second === undefined ? [] : item.units.map((unit) => second * units + unit),
    })),
    treated,
  }));
