// Both measures of every exchange, as of the allocation that it leads to.

import { expect, test } from "vitest";
import { exchanges } from "../../../../core/patrol/frontier/exchanges.ts";
import { createTradeOffModel } from "../../../../core/patrol/frontier/tradeOffModel.ts";
import { allocationValue } from "../../../../core/patrol/posting/allocationValue.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { sitesOf } from "../../../../core/patrol/posting/postsOf.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { smallProblem } from "../../../support/everyAllocation.ts";

test.each(["plain", "kinds"] as const)("%s: as if worked out anew, and one more vehicle too", (rules) => {
  const random = createRandom(`exchanges ${rules}`);
  const posting = createPosting(smallProblem(random, 25, 4, rules), 150);
  const model = createTradeOffModel(posting, 150);
  const posts = Uint32Array.from({ length: 3 }, () => random.integer(posting.limits.siteOf.length)).sort();
  let visited = 0;
  exchanges(model, posts, (k, into, coverage, meanDistance) => {
    const next = Uint32Array.from([...posts.filter((_, at) => at !== k), into]).sort();
    const value = allocationValue(posting, sitesOf(posting.limits, next), 150);
    expect(coverage).toBeCloseTo(value.coverage, 12);
    expect(meanDistance).toBeCloseTo(value.meanDistance, 9);
    expect(model.value(next)).toEqual({ coverage: value.coverage, meanDistance: value.meanDistance });
    visited++;
  });
  expect(visited).toBe(4 * posting.limits.siteOf.length);
});
