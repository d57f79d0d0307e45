// Every exchange of one vehicle of an allocation for another post, with both measures of each.

import type { TradeOffModel } from "./tradeOffModel.ts";

/**
 * In one pass over the table (Whitaker 1983, for both measures at once): a demand point changes its cost only if its nearest
 * vehicle leaves or the new one is nearer, and its cover only if its one cover leaves or the new one covers it.
 * @param posts - an allocation, at least one post
 * @param visit - told for the vehicle at `posts[k]` moved to post `into` (k = −1: one more vehicle there) coverage and mean distance
 */
export function exchanges({ posting: { weight, totalWeight }, costs, covers }: TradeOffModel, posts: ArrayLike<number>, visit: (k: number, into: number, coverage: number, meanDistance: number) => void): void {
  const { rows, columns, values } = costs;
  const vehicles = posts.length;
  const walked = new Float64Array(columns), within = new Float64Array(columns);
  const farther = new Float64Array(vehicles * columns), uncovered = new Float64Array(vehicles * columns);
  for (let i = 0; i < rows; i++) {
    const w = weight[i];
    if (w === 0) continue;
    const row = i * columns;
    let first = Infinity, second = Infinity, nearest = 0, cover = 0, only = 0;
    for (let k = 0; k < vehicles; k++) {
      const cost = values[row + posts[k]];
      if (cost < first) {
        second = first;
        first = cost;
        nearest = k;
      } else if (cost < second) second = cost;
      if (covers[row + posts[k]] === 1) {
        cover++;
        only = k;
      }
    }
    const left = nearest * columns, bare = only * columns;
    for (let j = 0; j < columns; j++) {
      const cost = values[row + j];
      const now = cost < first ? cost : first;
      walked[j] += w * now;
      if (cost > first) farther[left + j] += w * ((cost < second ? cost : second) - now);
    }
    if (cover > 1) for (let j = 0; j < columns; j++) within[j] += w;
    else if (cover === 0) for (let j = 0; j < columns; j++) within[j] += covers[row + j] * w;
    else {
      for (let j = 0; j < columns; j++) {
        within[j] += w;
        uncovered[bare + j] += (1 - covers[row + j]) * w;
      }
    }
  }
  const total = totalWeight > 0 ? totalWeight : 1;
  for (let j = 0; j < columns; j++) {
    visit(-1, j, within[j] / total, walked[j] / total);
    for (let k = 0; k < vehicles; k++) visit(k, j, (within[j] - uncovered[k * columns + j]) / total, (walked[j] + farther[k * columns + j]) / total);
  }
}
