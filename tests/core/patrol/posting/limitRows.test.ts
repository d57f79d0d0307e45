// Rows of a linear model against the rules that they stand for.

import { expect, test } from "vitest";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { limitRows, postCapacity } from "../../../../core/patrol/posting/limitRows.ts";
import { keepsLimits } from "../../../../core/patrol/posting/limits.ts";
import { ruledProblems } from "../../../support/ruledProblems.ts";

test.each(ruledProblems(2))("rows and capacities of posts allow what the rules allow: $name", ({ params }) => {
  const { limits } = createPosting(params, 100);
  const postCount = limits.siteOf.length;
  const rows = limitRows(limits);
  const most = Array.from(limits.siteOf, (_, post) => postCapacity(limits, post));
  const choices = (from: number, left: number): number[][] =>
    left === 0 ? [[]] : [[], ...Array.from({ length: postCount - from }, (_, k) => from + k).flatMap((post) => choices(post, left - 1).map((rest) => [post, ...rest]))];
  for (const chosen of choices(0, 4)) {
    const count = new Uint8Array(postCount);
    for (const post of chosen) count[post]++;
    const allowed =
      count.every((vehicles, post) => vehicles <= most[post]) &&
      rows.every(({ posts, lower, upper }) => {
        const sum = posts.reduce((vehicles, post) => vehicles + count[post], 0);
        return sum >= lower && sum <= upper;
      });
    // Two of a kind at a place that covers the same is only of use where an area asks for a number.
    const twice = count.some((vehicles) => vehicles > 1) && limits.least.every((few) => few === 0);
    if (!twice) expect(allowed, String(chosen)).toBe(keepsLimits(limits, chosen));
  }
});
