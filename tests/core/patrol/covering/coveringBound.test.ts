// The Lagrangian bound and the search against all allocations of small problems.

import { describe, expect, test } from "vitest";
import { createCoveringAnnealing } from "../../../../core/patrol/covering/annealCovering.ts";
import { coveringBound } from "../../../../core/patrol/covering/coveringBound.ts";
import { type CoveringProblem, reduceCovering } from "../../../../core/patrol/covering/coveringReduction.ts";
import { createCoveringSearch } from "../../../../core/patrol/covering/coveringSearch.ts";
import { setOf } from "../../../../core/patrol/covering/coverSets.ts";
import { postSets } from "../../../../core/patrol/covering/postSets.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { keepsLimits } from "../../../../core/patrol/posting/limits.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { everyAllocation } from "../../../support/everyAllocation.ts";
import { ruledProblems } from "../../../support/ruledProblems.ts";

const covered = ({ weight, covers }: CoveringProblem, posts: ArrayLike<number>): number => {
  const met = new Set(Array.from(posts).flatMap((post) => [...setOf(covers, post)]));
  return [...met].reduce((sum, i) => sum + weight[i], 0);
};

describe.each(ruledProblems(3))("$name", ({ params }) => {
  const posting = createPosting(params, 120);
  const problem: CoveringProblem = { weight: posting.weight, limits: posting.limits, covers: postSets(posting, (kind) => posting.kinds[kind].radius ?? 120) };
  const all = everyAllocation(posting).map((posts) => ({ posts, value: covered(problem, posts) }));
  const best = Math.max(...all.map(({ value }) => value));

  test("no allocation covers more than the bound, and none with a post more than the bound on those that use it", () => {
    for (const known of [best, best / 2]) {
      const { bound, using } = coveringBound(problem, known);
      expect(bound).toBeGreaterThanOrEqual(best);
      for (const { posts, value } of all) for (const post of posts) expect(using[post]).toBeGreaterThanOrEqual(value);
    }
  });

  test("reductions keep the optimum", () => {
    const { problem: reduced, posts, settled, coveredWeight } = reduceCovering(problem);
    const search = createCoveringSearch(reduced);
    search.begin([]);
    search.improve(50, createRandom("reduced"));
    expect(search.value() + coveredWeight).toBeCloseTo(best, 9);
    expect(covered(problem, [...search.posts().map((k) => posts[k]), ...settled])).toBeCloseTo(best, 9);
  });

  test("annealing keeps the rules, and answers nothing worse than its start", () => {
    const search = createCoveringSearch(problem);
    search.begin([]);
    const start = search.posts();
    for (const seed of [1, 2, 3]) {
      const found = createCoveringAnnealing(problem).from(start, 5000, createRandom(seed));
      expect(found).toHaveLength(start.length);
      expect(keepsLimits(problem.limits, found)).toBe(true);
      expect(covered(problem, found)).toBeGreaterThanOrEqual(covered(problem, start) - 1e-9);
    }
  });

  test("the search keeps the rules and the sum true, and never gets worse", () => {
    const search = createCoveringSearch(problem);
    const random = createRandom("rounds");
    search.begin([]);
    for (let k = 0, before = 0; k < 20; k++, before = search.value()) {
      search.improve(1, random);
      expect(search.value()).toBeCloseTo(covered(problem, search.posts()), 9);
      expect(search.value()).toBeGreaterThanOrEqual(before - 1e-9);
      expect(keepsLimits(problem.limits, search.posts())).toBe(true);
    }
  });
});
