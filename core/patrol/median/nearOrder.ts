// For each demand point its cheapest posts in order, sorted only as far as somebody has asked.

import type { CostMatrix } from "./costMatrix.ts";

export interface NearList {
  readonly posts: Uint32Array;
  /** Side by side, so that a walk along the list stays in the cache, which the matrix does not. */
  readonly costs: Float64Array;
}

export interface NearOrder {
  /** All posts with a cost below `limit`, cheapest first, and perhaps more. */
  upTo(row: number, limit: number): NearList;
  /** Leaves out the posts that are closed for good. */
  keep(open: (post: number) => boolean): void;
}

/** How much further than asked, so that a limit that creeps up does not sort again each time. */
const AHEAD = 1.05;

/** Of all posts. They depend on the costs alone, so that problems which share these, slot after slot, sort once. */
const sorted = new WeakMap<CostMatrix, { readonly lists: NearList[]; readonly reach: Float64Array }>();

export function createNearOrder(matrix: CostMatrix): NearOrder {
  const { rows, columns, values } = matrix;
  const nothing: NearList = { posts: new Uint32Array(), costs: new Float64Array() };
  const shared = sorted.get(matrix) ?? { lists: Array.from({ length: rows }, () => nothing), reach: new Float64Array(rows) };
  sorted.set(matrix, shared);
  let { lists, reach } = shared;
  let open = Uint32Array.from({ length: columns }, (_, j) => j);
  const within = new Uint32Array(columns);

  function extend(row: number, limit: number): NearList {
    const base = row * columns;
    let count = 0;
    for (let k = 0; k < open.length; k++) if (values[base + open[k]] < limit) within[count++] = open[k];
    const posts = within.slice(0, count).sort((a, b) => values[base + a] - values[base + b] || a - b);
    reach[row] = limit;
    return (lists[row] = { posts, costs: Float64Array.from(posts, (j) => values[base + j]) });
  }
  return {
    upTo: (row, limit) => (limit > reach[row] ? extend(row, limit * AHEAD) : lists[row]),
    keep(isOpen) {
      open = open.filter(isOpen);
      reach = reach.slice();
      lists = lists.map(({ posts: all }, row) => {
        const posts = all.filter(isOpen);
        return { posts, costs: Float64Array.from(posts, (j) => values[row * columns + j]) };
      });
    },
  };
}
