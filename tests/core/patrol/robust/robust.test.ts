// Allocations over draws against all allocations of small problems.

import { describe, expect, test } from "vitest";
import { allocationValue } from "../../../../core/patrol/posting/allocationValue.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { keepsLimits } from "../../../../core/patrol/posting/limits.ts";
import { postsOf, sitesOf } from "../../../../core/patrol/posting/postsOf.ts";
import { tailLoss } from "../../../../core/patrol/robust/drawLosses.ts";
import { tailSize, type Robust } from "../../../../core/patrol/robust/robust.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { robustOnPool } from "../../../../workers/robustOnPool.ts";
import { directPool } from "../../../support/directPool.ts";
import { everyAllocation, smallProblem } from "../../../support/everyAllocation.ts";

const RADIUS = 120;
const TAIL = 0.25;
const DRAWS = 12;

describe.each(["distance", "coverage"] as const)("robust allocations, %s", (objective) => {
  describe.each(["plain", "rules", "kinds"] as const)("%s", (rules) => {
    const random = createRandom(`robust ${rules} ${objective}`);
    const params = smallProblem(random, 9, 3, rules);
    const draws = Array.from({ length: DRAWS }, () => params.x.map(() => random.uniform() ** 3));
    const posting = createPosting(params, RADIUS);
    /** Losses in every draw of every allocation. */
    const all = everyAllocation(posting).map((posts) =>
      Float64Array.from(draws, (weight) => {
        const value = allocationValue(createPosting({ ...params, weight }, RADIUS), sitesOf(posting.limits, posts), RADIUS);
        return objective === "coverage" ? 1 - value.coverage : value.meanDistance;
      }),
    );
    const told = (loss: number): number => (objective === "coverage" ? 1 - loss : loss);
    const least = draws.map((_, d) => Math.min(...all.map((losses) => losses[d])));
    const mean = (losses: Float64Array): number => losses.reduce((a, b) => a + b, 0) / DRAWS;
    let found: Robust;

    test("each draw's own, and the best on the mean, are those of trying everything", async () => {
      found = await robustOnPool(directPool().pool, { params, draws, objective, radius: RADIUS, gap: 0, timeLimit: 30, tail: TAIL });
      expect(found.draws.map(({ value }) => value)).toEqual(least.map((loss) => expect.closeTo(told(loss), 9) as number));
      expect(found.average.mean).toBeCloseTo(told(Math.min(...all.map(mean))), 9);
      expect(found.average.proven).toBe(true);
    });

    test("the cautious one is the best on the worst quarter of the draws, and its bound is on the right side", () => {
      const best = Math.min(...all.map((losses) => tailLoss(losses, tailSize(DRAWS, TAIL))));
      expect(found.cautious.tailMean).toBeCloseTo(told(best), 9);
      const side = objective === "coverage" ? 1 : -1;
      expect(side * (found.cautious.bound - told(best))).toBeGreaterThan(-1e-9);
      expect(side * (found.cautious.tailMean - found.average.tailMean)).toBeGreaterThan(-1e-9);
    });

    test("values, regret and how often a site is chosen add up", () => {
      for (const one of [found.average, found.cautious]) {
        expect(keepsLimits(posting.limits, postsOf(posting.limits, one))).toBe(true);
        const losses = one.values.map((value) => (objective === "coverage" ? 1 - value : value));
        const regrets = losses.map((loss, d) => loss - least[d]);
        expect(one.regret.worst).toBeCloseTo(Math.max(...regrets), 9);
        expect(one.regret.mean).toBeCloseTo(mean(regrets), 9);
        expect(one.mean).toBeCloseTo(mean(one.values), 9);
      }
      const posted = found.draws.reduce((sum, { chosen }) => sum + new Set(chosen).size, 0);
      expect(found.frequency.reduce((a, b) => a + b, 0)).toBe(posted);
    });
  });
});

test("the worst tenth of fifty draws are five, of a few at least one", () => {
  expect([tailSize(50, 0.1), tailSize(5, 0.1), tailSize(30, 0.1), tailSize(4, 1)]).toEqual([5, 1, 3, 4]);
});
