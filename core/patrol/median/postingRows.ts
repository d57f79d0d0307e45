// The rules on places that a choice of so many vehicles of each kind does not keep by itself, as rows Σ a_j y_j ≥ b over posts.

import type { Limits } from "../posting/limits.ts";

export interface PostingRow {
  readonly posts: Uint32Array;
  readonly factors: Float64Array;
  readonly least: number;
}

/**
 * y_j is 1 where a post has a vehicle, however many: rows for areas therefore count a site's whole capacity, and every allocation
 * that keeps the rules satisfies the rows. (With a capacity of 1 the converse holds as well.)
 */
export function postingRows({ siteOf, vehicles, capacity, fixed, areaOf, least }: Limits): PostingRow[] {
  const rows: PostingRow[] = [];
  const row = (posts: number[], factor: (post: number) => number, few: number): void => {
    rows.push({ posts: Uint32Array.from(posts), factors: Float64Array.from(posts, factor), least: few });
  };
  const posts = Array.from(siteOf, (_, j) => j);
  for (const site of fixed) row(posts.filter((j) => siteOf[j] === site), () => 1, 1);
  least.forEach((few, area) => {
    if (few > 0) row(posts.filter((j) => areaOf[siteOf[j]] === area), (j) => capacity[siteOf[j]], few);
  });
  const at = capacity.map(() => 0);
  for (const site of siteOf) at[site]++;
  capacity.forEach((most, site) => {
    if (vehicles.length > 1 && at[site] > most) row(posts.filter((j) => siteOf[j] === site), () => -1, -most);
  });
  return rows;
}
