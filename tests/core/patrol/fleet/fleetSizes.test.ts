// Every fleet from one vehicle to n against all allocations of small problems, and what the sizes prove of each other.

import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { fleetSizes, type FleetSizes } from "../../../../core/patrol/fleet/fleetSizes.ts";
import { settleSizes } from "../../../../core/patrol/fleet/settleSizes.ts";
import { vehiclesFor } from "../../../../core/patrol/fleet/vehiclesFor.ts";
import { allocationValue } from "../../../../core/patrol/posting/allocationValue.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { sitesOf } from "../../../../core/patrol/posting/postsOf.ts";
import type { PostingParams } from "../../../../core/patrol/posting/postingParams.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { fleetSizesOnPool } from "../../../../workers/fleetSizesOnPool.ts";
import { directPool } from "../../../support/directPool.ts";
import { everyAllocation, smallProblem } from "../../../support/everyAllocation.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const RADIUS = 120;

function bestOf(params: PostingParams) {
  const posting = createPosting(params, RADIUS);
  const values = everyAllocation(posting).map((posts) => allocationValue(posting, sitesOf(posting.limits, posts), RADIUS));
  return { coverage: Math.max(...values.map((value) => value.coverage)), distance: Math.min(...values.map((value) => value.meanDistance)) };
}

describe.each(["plain", "rules", "kinds"] as const)("fleets of small problems, %s", (rules) => {
  const params = smallProblem(createRandom(`fleet ${rules}`), 9, 4, rules);

  test.each(["coverage", "distance"] as const)("%s of each is what trying every allocation finds", async (objective) => {
    const { sizes } = await runJob<typeof fleetSizes.params, FleetSizes>("fleetSizes", fleetSizes, { ...params, objective, radius: RADIUS, gap: 0 }, nodeContext);
    expect(sizes.at(-1)?.vehicles).toBe(4);
    expect(sizes[0].vehicles).toBe(rules === "plain" ? 1 : 2);
    for (const { vehicles, value, bound, proven } of sizes) {
      const kinds = params.kinds?.map((kind, k) => (k === 0 ? { ...kind, vehicles: vehicles - 1 } : kind));
      const best = bestOf({ ...params, vehicles, kinds })[objective];
      expect(value).toBeCloseTo(best, 9);
      expect(bound).toBeCloseTo(best, 6);
      expect(proven).toBe(true);
    }
  });
});

test("on the pool the two objectives run side by side", async () => {
  const { pool, ran } = directPool();
  const params = smallProblem(createRandom("fleet pool"), 9, 3, "plain");
  const { coverage, distance } = await fleetSizesOnPool(pool, { params, radius: RADIUS, gap: 0, timeLimit: 30 });
  expect(ran).toEqual(["fleetSizes", "fleetSizes"]);
  const best = bestOf(params);
  expect(coverage.sizes[2].value).toBeCloseTo(best.coverage, 9);
  expect(distance.sizes[2].value).toBeCloseTo(best.distance, 9);
});

test("coverage without a radius is refused", async () => {
  await expect(runJob("fleetSizes", fleetSizes, { ...smallProblem(createRandom("r"), 4, 2, "plain"), objective: "coverage" }, nodeContext)).rejects.toThrow(/needs a radius/);
});

describe("settleSizes", () => {
  const size = (vehicles: number, value: number, bound: number) => ({ vehicles, value, bound, proven: false, chosen: Uint32Array.of(vehicles), kinds: Uint8Array.of(0) });

  test("a larger fleet is never worse, nor its bound better known than a smaller one's", () => {
    const sizes = settleSizes([size(1, 900, 850), size(2, 950, 860), size(3, 700, 690)], "distance");
    expect(sizes.map(({ value }) => value)).toEqual([900, 900, 700]);
    // Two vehicles cannot be nearer than 860 m, so one cannot either.
    expect(sizes.map(({ bound }) => bound)).toEqual([860, 860, 690]);
    expect(sizes[1].chosen[0]).toBe(1);
  });

  test("the gain of the last vehicle lies between what the bounds allow", () => {
    const [first, second] = settleSizes([size(1, 0.3, 0.32), size(2, 0.5, 0.55)], "coverage");
    expect(first.gain).toBeNull();
    expect(second.gain?.value).toBeCloseTo(0.2, 12);
    expect(second.gain?.low).toBeCloseTo(0.18, 12);
    expect(second.gain?.high).toBeCloseTo(0.25, 12);
  });

  test("a wish needs at least what the bounds say, and what was found is enough", () => {
    const sizes = settleSizes([size(1, 0.3, 0.32), size(2, 0.5, 0.55), size(3, 0.6, 0.6)], "coverage");
    expect(vehiclesFor(sizes, "coverage", 0.52)).toEqual({ atLeast: 2, enough: 3 });
    expect(vehiclesFor(sizes, "coverage", 0.9)).toEqual({ atLeast: null, enough: null });
    expect(vehiclesFor(settleSizes([size(1, 900, 850), size(2, 700, 700)], "distance"), "distance", 800)).toEqual({ atLeast: 2, enough: 2 });
  });
});
