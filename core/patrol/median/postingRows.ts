// The rules on places as rows Σ a_j y_j ≥ b over posts, for the bound, which knows only whether a post is used.

import { limitRows, postCapacity } from "../posting/limitRows.ts";
import type { Limits } from "../posting/limits.ts";

export interface PostingRow {
  readonly posts: Uint32Array;
  readonly factors: Float64Array;
  readonly least: number;
}

/**
 * What every allocation that keeps the rules satisfies, y_j = 1 where a post has a vehicle, however many: where a post may have
 * several (its capacity in an area that asks for a number) it counts as all of them. The numbers of each kind are left out.
 */
export function postingRows(limits: Limits): PostingRow[] {
  const ofPlaces = limitRows(limits).slice(limits.vehicles.length); // those of kinds come first
  return ofPlaces.flatMap(({ posts, lower, upper }) => {
    const row = (least: number, factor: (post: number) => number): PostingRow => ({ posts: Uint32Array.from(posts), factors: Float64Array.from(posts, factor), least });
    const most = posts.length > upper ? [row(-upper, () => -1)] : [];
    return lower > 0 ? [row(lower, (post) => Math.min(lower, postCapacity(limits, post))), ...most] : most;
  });
}
