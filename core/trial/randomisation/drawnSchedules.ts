// Whole schedules that a scheme could have made which draws again until arms are balanced: drawn once, for every outcome.

import { createRandom } from "../../stats/random.ts";
import type { TrialDraw } from "../protocol.ts";
import type { DrawUnit } from "../schedule/blocks.ts";
import { imbalanceOfDays } from "../schedule/imbalanceOf.ts";
import type { RandomisedBlock } from "./randomisedBlocks.ts";
import { selectionSampler } from "./selectionSampler.ts";

export interface DrawnSchedules {
  readonly draws: number;
  /** Location-days. */
  readonly rows: number;
  /** 1 where treated: bit draw × rows + row, the lowest of a byte first. */
  readonly bits: Uint8Array;
}

export interface DrawnScheme {
  readonly blocks: readonly RandomisedBlock[];
  readonly units: readonly DrawUnit[];
  readonly days: number;
  readonly share: number;
  readonly redraw: NonNullable<TrialDraw["redraw"]>;
}

/**
 * As many of each block's items as were treated, drawn until the imbalance is at most what the protocol allows.
 * @returns fewer than asked where the rule accepts few; null where it accepts hardly any
 */
export function drawnSchedules({ blocks, units, days, share, redraw }: DrawnScheme, draws: number, seed: string, progress?: (fraction: number) => void): DrawnSchedules | null {
  const rows = units.length * days, chosen = selectionSampler(createRandom(seed).stream("schedules"));
  const plan = blocks.map(({ items, treated }) => ({ k: treated.filter(Boolean).length, on: flat(items.map(({ on }) => on)), off: flat(items.map(({ off }) => off)) }));
  const bits = new Uint8Array(Math.ceil((draws * rows) / 8));
  const rowsTreated = new Uint32Array(rows), treatedDays = new Uint32Array(units.length);
  let accepted = 0;
  for (let tries = 0; accepted < draws && tries < Math.max(MOST_TRIES, draws); tries++) {
    let number = 0;
    treatedDays.fill(0);
    for (const { k, on, off } of plan) {
      const items = on.starts.length - 1;
      for (let i = 0, wanted = k; i < items; i++) {
        const drawn = chosen(wanted, items - i);
        if (drawn) wanted--;
        const now = drawn ? on : off;
        for (let r = now.starts[i]; r < now.starts[i + 1]; r++) {
          const row = now.rows[r];
          rowsTreated[number++] = row;
          treatedDays[row % units.length]++;
        }
      }
    }
    if (imbalanceOfDays(units, days, share, Array.from(treatedDays)).worst > redraw.most) continue;
    const first = accepted * rows;
    for (let i = 0; i < number; i++) {
      const bit = first + rowsTreated[i];
      bits[Math.floor(bit / 8)] |= 1 << (bit % 8);
    }
    accepted++;
    if (accepted % 128 === 0) progress?.(accepted / draws);
  }
  return accepted < FEWEST ? null : { draws: accepted, rows, bits };
}

/** The rows of all items in one array, those of item i from starts[i] to starts[i + 1]: thousands of small arrays would not stay in the processor's cache. */
function flat(items: readonly (readonly number[])[]): { readonly rows: Uint32Array; readonly starts: Uint32Array } {
  const starts = new Uint32Array(items.length + 1);
  items.forEach(({ length }, i) => (starts[i + 1] = starts[i] + length));
  return { rows: Uint32Array.from(items.flat()), starts };
}

/** Some ten seconds for a trial of 45 hotspots and 128 days. */
const MOST_TRIES = 100_000;
/** With fewer, not even p = 0.01 can be told. */
const FEWEST = 99;

/** Σ over treated rows of each column. @returns draw × columns + column */
export function scheduledSums({ draws, rows, bits }: DrawnSchedules, columns: readonly Float64Array[]): Float64Array {
  const width = columns.length, sums = new Float64Array(draws * width);
  columns.forEach((column, v) => {
    const counting = Uint32Array.from(column.keys()).filter((row) => column[row] !== 0);
    const values = Float64Array.from(counting, (row) => column[row]);
    for (let draw = 0; draw < draws; draw++) {
      let sum = 0;
      for (let i = 0; i < counting.length; i++) {
        const bit = draw * rows + counting[i];
        if ((bits[Math.floor(bit / 8)] >> (bit % 8)) & 1) sum += values[i];
      }
      sums[draw * width + v] = sum;
    }
  });
  return sums;
}
