// Set covering against the San Francisco stores and all allocations of small problems.

import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { setCovering } from "../../../../core/patrol/centre/setCovering.ts";
import type { Allocation } from "../../../../core/patrol/posting/allocation.ts";
import { allocationValue } from "../../../../core/patrol/posting/allocationValue.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { sitesOf } from "../../../../core/patrol/posting/postsOf.ts";
import { everyAllocation } from "../../../support/everyAllocation.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { ruledProblems } from "../../../support/ruledProblems.ts";
import { haveStores, sanFranciscoStores } from "../../../support/sanFranciscoStores.ts";

const solve = (params: unknown): Promise<Allocation> => runJob("setCovering", setCovering, params, nodeContext);

test.skipIf(!haveStores())("eight San Francisco stores are needed to have everybody within 5 km along the network", async () => {
  expect(await solve({ ...sanFranciscoStores().params, radius: 5000 })).toMatchObject({ objective: 8, bound: 8, proven: true });
});

describe("set covering against all allocations that keep the rules", () => {
  const RADIUS = 190;
  test.each(ruledProblems(4).filter(({ params }) => !params.kinds))("$name", async ({ params: { vehicles, ...params } }) => {
    const posting = createPosting({ ...params, vehicles: vehicles + 1 }, RADIUS);
    const full = everyAllocation(posting).filter((posts) => allocationValue(posting, sitesOf(posting.limits, posts), RADIUS).coverage > 1 - 1e-9);
    const reachable = posting.weight.every((w, i) => w === 0 || posting.limits.siteOf.some((site) => posting.distance(i, site) <= RADIUS));
    const solving = solve({ ...params, radius: RADIUS });
    if (!reachable) return expect(solving).rejects.toThrow(/more than 190 m from every site/);
    const result = await solving;
    expect(result.proven).toBe(true);
    // Beyond one vehicle more than in the problem only that more are needed is known.
    if (full.length === 0) expect(result.objective).toBeGreaterThan(vehicles + 1);
    else expect(result.objective).toBe(Math.min(...full.map((posts) => posts.length)));
    expect(result.chosen.length).toBe(result.objective);
    expect(allocationValue(posting, result, RADIUS).coverage).toBeCloseTo(1, 9);
  });
});

test("says which demand no site can reach", async () => {
  await expect(solve({ x: [0, 500], y: [0, 0], weight: [1, 1], radius: 100, sites: { x: [0], y: [0] } })).rejects.toThrow(/Demand point 1 is more than 100 m from every site/);
});
