// For each demand point its cheapest posts in order, sorted only as far as somebody has asked.

import type { CostMatrix } from "./costMatrix.ts";

export interface NearOrder {
  /** All posts with a cost below `limit`, cheapest first, and perhaps more. */
  upTo(row: number, limit: number): Uint32Array;
  /** Leaves out the posts that are closed for good. */
  keep(open: Uint8Array): void;
}

/** How much further than asked, so that a limit that creeps up does not sort again each time. */
const AHEAD = 1.3;

export function createNearOrder({ rows, columns, values }: CostMatrix): NearOrder {
  const lists: Uint32Array[] = Array.from({ length: rows }, () => new Uint32Array());
  const reach = new Float64Array(rows);
  let posts = Uint32Array.from({ length: columns }, (_, j) => j);
  const within = new Uint32Array(columns);

  function extend(row: number, limit: number): void {
    const base = row * columns;
    let count = 0;
    for (const j of posts) if (values[base + j] < limit) within[count++] = j;
    lists[row] = within.slice(0, count).sort((a, b) => values[base + a] - values[base + b] || a - b);
    reach[row] = limit;
  }
  return {
    upTo(row, limit) {
      if (limit > reach[row]) extend(row, limit * AHEAD);
      return lists[row];
    },
    keep(open) {
      posts = posts.filter((j) => open[j] === 1);
      for (let row = 0; row < rows; row++) lists[row] = lists[row].filter((j) => open[j] === 1);
    },
  };
}
