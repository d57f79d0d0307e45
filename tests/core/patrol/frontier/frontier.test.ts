// The trade-off curve against all allocations of small problems, and its bounds on the right side.

import { describe, expect, test } from "vitest";
import type { Frontier } from "../../../../core/patrol/frontier/frontier.ts";
import { nondominated } from "../../../../core/patrol/frontier/tradeOff.ts";
import { allocationValue } from "../../../../core/patrol/posting/allocationValue.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { postsOf, sitesOf } from "../../../../core/patrol/posting/postsOf.ts";
import { keepsLimits } from "../../../../core/patrol/posting/limits.ts";
import type { PostingParams } from "../../../../core/patrol/posting/postingParams.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { frontierOnPool } from "../../../../workers/frontierOnPool.ts";
import { directPool } from "../../../support/directPool.ts";
import { everyAllocation, smallProblem } from "../../../support/everyAllocation.ts";

const RADIUS = 120;

/** All that none dominates, by trying everything. */
function byBruteForce(params: PostingParams) {
  const posting = createPosting(params, RADIUS);
  return nondominated(everyAllocation(posting).map((posts) => allocationValue(posting, sitesOf(posting.limits, posts), RADIUS)));
}

const onPool = (params: PostingParams): Promise<Frontier> => frontierOnPool(directPool().pool, { params, radius: RADIUS, gap: 0.01, timeLimit: 60 });

/** Mean distance of the lower bound at a coverage, between its corners. */
function boundAt({ envelope }: Frontier, coverage: number): number {
  const k = envelope.findIndex((corner) => corner.coverage >= coverage - 1e-12);
  if (k <= 0) return envelope[Math.max(0, k)].meanDistance;
  const [a, b] = [envelope[k - 1], envelope[k]];
  return a.meanDistance + ((b.meanDistance - a.meanDistance) * (coverage - a.coverage)) / (b.coverage - a.coverage);
}

describe.each(["plain", "rules", "kinds"] as const)("the frontier of small problems, %s", (rules) => {
  test.each([1, 2, 3, 4])("is what trying every allocation finds, and its envelope is never above it (draw %i)", async (draw) => {
    const params = smallProblem(createRandom(`frontier ${rules} ${draw}`), 9, 3, rules);
    const all = byBruteForce(params);
    const found = await onPool(params);
    expect(found.exact).toBe(true);
    expect(found.points.map(({ coverage }) => coverage)).toEqual(all.map(({ coverage }) => expect.closeTo(coverage, 12) as number));
    expect(found.points.map(({ meanDistance }) => meanDistance)).toEqual(all.map(({ meanDistance }) => expect.closeTo(meanDistance, 9) as number));
    const posting = createPosting(params, RADIUS);
    for (const point of found.points) {
      expect(keepsLimits(posting.limits, postsOf(posting.limits, point))).toBe(true);
      const { coverage, meanDistance } = allocationValue(posting, point, RADIUS);
      expect([coverage, meanDistance]).toEqual([point.coverage, point.meanDistance]);
      expect(point.proven).toBe(true);
      expect(boundAt(found, point.coverage)).toBeLessThanOrEqual(point.meanDistance * (1 + 1e-9));
    }
  });
});

describe("the frontier of a problem too large for every point", () => {
  const params = smallProblem(createRandom("frontier large"), 289, 3, "plain");
  const asked = { params, radius: 300, gap: 0.001, timeLimit: 60 };

  test("no point is below the envelope or dominated, the slack is how far it is above, and it is the same on one worker and on three", async () => {
    const found = await frontierOnPool(directPool(1).pool, asked);
    expect(found.exact).toBe(false);
    expect(found.points.length).toBeGreaterThan(5);
    expect(nondominated(found.points)).toHaveLength(found.points.length);
    for (const point of found.points) {
      const least = boundAt(found, point.coverage);
      expect(point.meanDistance - least).toBeGreaterThan(-1e-9);
      if (!point.proven) expect(point.slack).toBeCloseTo(point.meanDistance - least, 3);
      else expect(point.slack).toBe(0);
    }
    expect(await frontierOnPool(directPool(3).pool, asked)).toEqual(found);
  });

  test("its ends are the p-median and the maximal covering", async () => {
    const { pool } = directPool();
    const { points } = await frontierOnPool(pool, { ...asked, gap: 0 });
    const nearest = await pool.run("pMedian", { ...params, gap: 0 });
    const covering = await pool.run("maximalCovering", { ...params, radius: 300 });
    expect(points[0].meanDistance).toBeCloseTo(nearest.meanDistance, 9);
    expect(points.at(-1)!.coverage).toBeCloseTo(covering.share, 12);
    expect(points.some(({ proven }) => proven)).toBe(true);
  });
});
