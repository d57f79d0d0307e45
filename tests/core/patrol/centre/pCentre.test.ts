// The p-centre against published optima and all allocations of small problems.

import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { pCentre, type PCentre } from "../../../../core/patrol/centre/pCentre.ts";
import { allocationValue } from "../../../../core/patrol/posting/allocationValue.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { keepsLimits } from "../../../../core/patrol/posting/limits.ts";
import { postsOf, sitesOf } from "../../../../core/patrol/posting/postsOf.ts";
import { everyAllocation } from "../../../support/everyAllocation.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { ruledProblems } from "../../../support/ruledProblems.ts";
import { haveStores, sanFranciscoStores } from "../../../support/sanFranciscoStores.ts";
import { OR_LIBRARY } from "../orlib/readOrLibrary.ts";

const solve = (params: unknown): Promise<PCentre> => runJob("pCentre", pCentre, params, nodeContext);

test.skipIf(!haveStores())("four San Francisco stores leave nobody farther than 7,403.0638 m", async () => {
  const { params, names } = sanFranciscoStores();
  const result = await solve({ ...params, vehicles: 4 });
  expect(result.objective).toBeCloseTo(7403.0638, 4);
  expect(Array.from(result.chosen, (site) => names[site])).toEqual(["Store_7", "Store_11", "Store_13", "Store_15"]);
  expect(result).toMatchObject({ proven: true, bound: result.objective });
});

test.each(OR_LIBRARY)("$name of the OR-Library has its published optimum, proved", async ({ nodes, vehicles, distances, centre }) => {
  const nowhere = new Float64Array(nodes);
  const result = await solve({ x: nowhere, y: nowhere, weight: new Float64Array(nodes).fill(1), vehicles, distances });
  expect(result).toMatchObject({ objective: centre, bound: centre, proven: true });
});

describe("the p-centre against all allocations that keep the rules", () => {
  test.each(ruledProblems(4))("$name", async ({ params }) => {
    const posting = createPosting(params);
    const longest = (posted: Parameters<typeof allocationValue>[1]): number => allocationValue(posting, posted).longestDistance;
    const best = Math.min(...everyAllocation(posting).map((posts) => longest(sitesOf(posting.limits, posts))));
    const result = await solve(params);
    expect(result.objective).toBeCloseTo(best, 9);
    expect(result.proven).toBe(true);
    expect(longest(result)).toBe(result.objective);
    expect(keepsLimits(posting.limits, postsOf(posting.limits, result))).toBe(true);
    if (best > 0) expect(allocationValue(posting, result).distances[result.farthest]).toBe(result.objective);
  });
});

describe("the p-centre", () => {
  const line = { x: [0, 100, 1000, 5000], y: [0, 0, 0, 0], vehicles: 2 };

  test("demand without weight may be as far away as it likes", async () => {
    expect(await solve({ ...line, weight: [1, 1, 1, 0] })).toMatchObject({ objective: 100, bound: 100, proven: true, negativeWeights: 0 });
    expect(await solve({ ...line, weight: [1, 1, 1, -3] })).toMatchObject({ objective: 100, negativeWeights: 1 });
  });

  test("without demand nothing is far away", async () => {
    expect(await solve({ ...line, weight: [0, 0, 0, 0] })).toMatchObject({ objective: 0, bound: 0, proven: true, farthest: -1 });
  });

  test("out of time it answers with an allocation and a bound below it", async () => {
    const { nodes, vehicles, distances, centre } = OR_LIBRARY[1];
    const nowhere = new Float64Array(nodes);
    const params = { x: nowhere, y: nowhere, weight: new Float64Array(nodes).fill(1), vehicles, distances, timeLimit: 1 };
    let asked = 0;
    const result = await runJob<typeof pCentre.params, PCentre>("pCentre", pCentre, params, { ...nodeContext, elapsed: () => (asked++ === 0 ? 0 : 1e6) });
    expect(result.objective).toBeGreaterThanOrEqual(centre);
    expect(result.bound).toBeLessThanOrEqual(centre);
    expect(result.bound).toBeGreaterThan(0);
  });
});
