// Sums over the treated of several columns at once, over seeded draws.

import type { Random } from "../../stats/random.ts";
import { selectionSampler } from "./selectionSampler.ts";
import { treatedItems, type ValueBlocks } from "./valueBlocks.ts";

/**
 * Items with values are drawn first, and those without not at all: a trial's location-days are mostly zeros.
 * @param columns - the same blocks with the values of each column
 * @returns draw × columns + column
 */
export function drawnSums(columns: readonly ValueBlocks[], draws: number, random: Random, progress?: (fraction: number) => void): Float64Array {
  const width = columns.length;
  const blocks = columns[0].blocks.map((block, b) => {
    const order = Array.from(block.treated.keys()).filter((i) => columns.some((column) => column.blocks[b].values[i] !== 0));
    return { n: block.treated.length, k: treatedItems(block), values: Float64Array.from(order.flatMap((i) => columns.map((column) => column.blocks[b].values[i]))) };
  });
  const chosen = selectionSampler(random);
  const sums = new Float64Array(draws * width);
  for (let draw = 0, at = 0; draw < draws; draw++, at += width) {
    columns.forEach(({ constant }, v) => (sums[at + v] = constant));
    for (const { n, k, values } of blocks) {
      for (let i = 0, wanted = k, left = n; i < values.length && wanted > 0; i += width, left--) {
        if (!chosen(wanted, left)) continue;
        wanted--;
        for (let v = 0; v < width; v++) sums[at + v] += values[i + v];
      }
    }
    if (draw % 512 === 0) progress?.(draw / draws);
  }
  return sums;
}
