// Sums over the treated of several columns at once, over seeded draws from the trial's own scheme.

import { InputError } from "../../errors.ts";
import type { Random } from "../../stats/random.ts";
import type { RandomisedBlock } from "./randomisedBlocks.ts";
import { treatedItems, type ValueBlocks } from "./valueBlocks.ts";

/** A scheme that draws again: what a schedule must be to stand. */
export interface Redraw {
  readonly blocks: readonly RandomisedBlock[];
  /** Location-days of the trial. */
  readonly rows: number;
  accept(arms: Uint8Array): boolean;
}

export interface DrawnSumsInput {
  /** The same blocks with the values of each column. */
  readonly columns: readonly ValueBlocks[];
  readonly draws: number;
  readonly random: Random;
  readonly redraw?: Redraw;
  progress?(fraction: number): void;
}

/**
 * Selection sampling (Knuth, TAOCP 2, 3.4.2, algorithm S): with c of k chosen, the next of the items left is chosen with probability
 * (k − c)/(items left), in any order of the items. Those with values come first, and those without are not drawn at all: a trial's
 * location-days are mostly zeros. Where the scheme draws again, whole schedules are drawn until one is accepted.
 * @returns draw × columns + column
 * @throws InputError where hardly any schedule is accepted
 */
export function drawnSums({ columns, draws, random, redraw, progress }: DrawnSumsInput): Float64Array {
  const width = columns.length;
  const blocks = columns[0].blocks.map((block, b) => {
    const n = block.treated.length;
    const items = Array.from(block.treated.keys());
    const counts = (i: number): boolean => columns.some((column) => column.blocks[b].values[i] !== 0);
    const order = [...items.filter(counts), ...(redraw ? items.filter((i) => !counts(i)) : [])];
    return { n, k: treatedItems(block), order, values: Float64Array.from(order.flatMap((i) => columns.map((column) => column.blocks[b].values[i]))) };
  });
  const sums = new Float64Array(draws * width), one = new Float64Array(width);
  const arms = new Uint8Array(redraw?.rows ?? 0);
  let tries = 0;
  for (let draw = 0; draw < draws;) {
    columns.forEach(({ constant }, v) => (one[v] = constant));
    blocks.forEach(({ n, k, order, values }, b) => {
      let wanted = k, left = n, u = 0;
      for (let i = 0; i < order.length; i++, left--) {
        if (i % DECISIONS === 0) u = random.uniform();
        u *= left;
        const drawn = u < wanted;
        // What is left of a uniform number after a decision is uniform again, and independent of it.
        u = drawn ? u / wanted : (u - wanted) / (left - wanted);
        if (drawn) {
          wanted--;
          for (let v = 0; v < width; v++) one[v] += values[i * width + v];
        }
        if (redraw) {
          const { on, off } = redraw.blocks[b].items[order[i]];
          for (const row of on) arms[row] = drawn ? 1 : 0;
          for (const row of off) arms[row] = drawn ? 0 : 1;
        } else if (wanted === 0) break;
      }
    });
    tries++;
    if (redraw && !redraw.accept(arms)) {
      if (tries > MOST_TRIES * draws) throw new InputError(`Of ${tries} schedules drawn, ${draw} had the balance that the protocol asks for, where ${draws} are needed. Allow more imbalance, or fewer draws.`);
      continue;
    }
    sums.set(one, draw * width);
    draw++;
    if (draw % 512 === 0) progress?.(draw / draws);
  }
  return sums;
}

/** By one number of 53 bits: of which a decision takes one bit at most, on average. */
const DECISIONS = 12;

/** Schedules drawn for each that is accepted. */
const MOST_TRIES = 200;
