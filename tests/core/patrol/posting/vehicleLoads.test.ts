// What each vehicle is there for, and posts told as sites and back.

import { expect, test } from "vitest";
import { allocationValue } from "../../../../core/patrol/posting/allocationValue.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { fewestVehicles } from "../../../../core/patrol/posting/fewestVehicles.ts";
import { postsOf, sitesOf } from "../../../../core/patrol/posting/postsOf.ts";
import { vehicleLoads } from "../../../../core/patrol/posting/vehicleLoads.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { everyAllocation, smallProblem } from "../../../support/everyAllocation.ts";

test("demand in the reach of two counts for both, and is nearest to one", () => {
  const posting = createPosting({ x: Float64Array.of(0, 100, 200, 300), y: new Float64Array(4), weight: Float64Array.of(1, 2, 3, 4), vehicles: 2 }, 100);
  const { within, nearest } = vehicleLoads(posting, { chosen: Uint32Array.of(0, 2), kinds: Uint8Array.of(0, 0) }, 100);
  expect([...within]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.9, 12)]);
  // The second point is as near to both: it is the first's.
  expect([...nearest]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.7, 12)]);
});

test("shares nearest add up to 1, and one vehicle's reach is the coverage", () => {
  const posting = createPosting(smallProblem(createRandom("loads"), 9, 1, "plain"), 120);
  for (const posts of everyAllocation(posting)) {
    const allocation = sitesOf(posting.limits, posts);
    const { within, nearest } = vehicleLoads(posting, allocation, 120);
    expect(nearest[0]).toBeCloseTo(1, 12);
    expect(within[0]).toBeCloseTo(allocationValue(posting, allocation, 120).coverage, 12);
  }
});

test("posts told as sites and kinds come back as they were", () => {
  const { limits, ...posting } = createPosting(smallProblem(createRandom("posts"), 9, 3, "kinds"), 120);
  for (const posts of everyAllocation({ limits, ...posting })) expect(postsOf(limits, sitesOf(limits, posts))).toEqual(posts);
  expect(() => postsOf(limits, { chosen: Uint32Array.of(9), kinds: Uint8Array.of(0) })).toThrow(/No vehicle of kind 0 may stand at site 9/);
});

test("the smallest fleet serves fixed sites and areas, in which fixed sites count", () => {
  const limits = (fixed: number[], least: number[]) =>
    createPosting({ x: Float64Array.of(0, 1, 2, 3), y: new Float64Array(4), weight: new Float64Array(4), vehicles: 4, fixed: Uint32Array.from(fixed), ...(least.length > 0 && { areas: { of: Uint32Array.of(0, 0, 1, 1), least: Uint32Array.from(least) } }) }).limits;
  expect([fewestVehicles(limits([], [])), fewestVehicles(limits([0, 2], [])), fewestVehicles(limits([0, 1], [1, 1])), fewestVehicles(limits([0], [2, 0]))]).toEqual([1, 2, 3, 2]);
});
