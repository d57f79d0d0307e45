// The rules of an allocation as rows of a linear model with one column a post.

import type { Limits } from "./limits.ts";

/** lower ≤ Σ of these posts' columns ≤ upper. */
export interface LimitRow {
  readonly posts: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** Most vehicles at a post: more than one of a kind only matters where an area asks for a number. */
export const postCapacity = ({ siteOf, kindOf, vehicles, capacity, least }: Limits, post: number): number =>
  least.some((few) => few > 0) ? Math.min(capacity[siteOf[post]], vehicles[kindOf[post]]) : 1;

/** All the rules that columns between 0 and `postCapacity` do not keep by themselves. */
export function limitRows(limits: Limits): LimitRow[] {
  const { siteOf, kindOf, vehicles, capacity, fixed, areaOf, least } = limits;
  const posts = Array.from(siteOf, (_, post) => post);
  const rows: LimitRow[] = Array.from(vehicles, (most, kind) => ({ posts: posts.filter((post) => kindOf[post] === kind), lower: 0, upper: most }));
  const at: number[][] = Array.from(capacity, () => []);
  for (const post of posts) at[siteOf[post]].push(post);
  const isFixed = new Set(fixed);
  at.forEach((those, site) => {
    const lower = isFixed.has(site) ? 1 : 0;
    const binds = those.reduce((sum, post) => sum + postCapacity(limits, post), 0) > capacity[site];
    if (lower > 0 || binds) rows.push({ posts: those, lower, upper: capacity[site] });
  });
  least.forEach((few, area) => {
    if (few > 0) rows.push({ posts: posts.filter((post) => areaOf[siteOf[post]] === area), lower: few, upper: Infinity });
  });
  return rows.filter((row) => row.posts.length > 0);
}
