// The effects of an allocation on groups: against decision quality, by hand, and by their own definitions.

import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { type AllocationEffects, allocationEffects } from "../../../../core/patrol/quality/allocationEffects.ts";
import { type DecisionQuality, decisionQuality } from "../../../../core/patrol/quality/decisionQuality.ts";
import { groupByArea } from "../../../../core/patrol/quality/groupByArea.ts";
import type { Polygon } from "../../../../core/geo/types.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const judge = (params: unknown): Promise<AllocationEffects> => runJob("allocationEffects", allocationEffects, params, nodeContext);
const vehicles = { chosenX: [0, 1000], chosenY: [0, 0], chosenSlot: [0, 1], radius: 500 };

const square = (x: number, y: number, side: number): Polygon => ({
  kind: "polygon",
  rings: [[{ x, y }, { x: x + side, y }, { x: x + side, y: y + side }, { x, y: y + side }]],
});

/** Crimes of 30 slots, near the vehicle at 0 and far from it. */
function crimesAbout(x: number, seed: string, count = 300) {
  const random = createRandom(seed);
  return {
    x: Array.from({ length: count }, () => x + 900 * (random.uniform() - 0.5)),
    y: Array.from({ length: count }, () => 900 * (random.uniform() - 0.5)),
    slot: Array.from({ length: count }, () => random.integer(30)),
  };
}

describe("the effects of an allocation", () => {
  test("are differences and ratios to the whole, which is all groups together", async () => {
    const { whole, groups, withoutVehicles } = await judge({
      ...vehicles,
      kind: "crimes",
      groups: [
        { name: "theft", x: [0, 100, 800], y: [0, 0, 0], slot: [0, 0, 0] },
        { name: "assault", x: [900, 900], y: [0, 0], slot: [1, 9], weight: [2, 5] },
      ],
    });
    // theft: 0, 100 and 800 m; assault: twice 100 m, and 5 in a slot without a vehicle.
    expect(whole).toMatchObject({ weight: 5, coverage: 4 / 5, meanDistance: 220 });
    expect(groups[0]).toMatchObject({ name: "theft", weight: 3, coverage: 2 / 3, meanDistance: 300, distanceDifference: 80 });
    expect(groups[0].coverageDifference).toBeCloseTo(2 / 3 - 4 / 5, 12);
    expect(groups[0].coverageRatio).toBeCloseTo(2 / 3 / (4 / 5), 12);
    expect(groups[1]).toMatchObject({ weight: 2, coverage: 1, distanceRatio: 100 / 220 });
    expect(withoutVehicles).toBe(5);
  });

  test("agree with decision quality on each group", async () => {
    const theft = crimesAbout(0, "theft"), assault = crimesAbout(700, "assault");
    const chosen = { chosenX: [0, 300], chosenY: [0, 0], radius: 500 };
    const { groups } = await judge({ ...chosen, kind: "crimes", groups: [{ name: "theft", ...theft }, { name: "assault", ...assault }] });
    for (const [k, { x, y, slot }] of [theft, assault].entries()) {
      const quality: DecisionQuality = await runJob("decisionQuality", decisionQuality, { ...chosen, crimeX: x, crimeY: y, crimeSlot: slot }, nodeContext);
      expect(groups[k].coverage).toBeCloseTo(quality.coverage!, 12);
      expect(groups[k].meanDistance).toBeCloseTo(quality.meanDistance!, 9);
    }
  });

  test("have intervals that tell a group far from the vehicles from one like the rest", async () => {
    const chosen = { chosenX: [0], chosenY: [0], radius: 500 };
    const groups = [crimesAbout(0, "a"), crimesAbout(0, "b"), crimesAbout(0, "c"), crimesAbout(500, "far", 60)].map((crimes, i) => ({ name: `g${i}`, ...crimes }));
    const [like, , , far] = (await judge({ ...chosen, kind: "crimes", groups })).groups;
    expect(far.coverageInterval!.high).toBeLessThan(0);
    expect(far.distanceInterval!.low).toBeGreaterThan(0);
    expect(far.coverageInterval!.mean).toBeCloseTo(far.coverageDifference!, 12);
    expect(like.coverageInterval!.high).toBeGreaterThan(0);
  });

  test("for a population are means over the slots, without intervals", async () => {
    const { whole, groups } = await judge({ ...vehicles, kind: "population", groups: [{ name: "west", x: [0], y: [0], weight: [30] }, { name: "middle", x: [500], y: [0], weight: [10] }] });
    expect(groups[0]).toMatchObject({ coverage: 0.5, meanDistance: 500, coverageInterval: null });
    expect(groups[1]).toMatchObject({ coverage: 1, meanDistance: 500 });
    expect(whole.coverage).toBeCloseTo(0.625, 12);
  });

  test("have no numbers for a group without weight, and refuse crimes without slots beside vehicles with them", async () => {
    const [empty] = (await judge({ ...vehicles, kind: "population", groups: [{ name: "nobody", x: [0], y: [0], weight: [0] }, { name: "one", x: [0], y: [0] }] })).groups;
    expect(empty).toMatchObject({ weight: 0, coverage: null, coverageDifference: null, meanDistance: null });
    await expect(judge({ ...vehicles, kind: "crimes", groups: [{ name: "a", x: [0], y: [0] }] })).rejects.toThrow(/crimes have none/);
    await expect(judge({ ...vehicles, kind: "crimes", groups: [{ name: "a", x: [0], y: [0], slot: [0] }, { name: "b", x: [0], y: [0] }] })).rejects.toThrow(/Some groups have slots/);
  });
});

describe("groups by area", () => {
  test("give each place to the first area that holds it, the rest to elsewhere", () => {
    const areas = [{ name: "A", polygons: [square(0, 0, 100)] }, { name: "B", polygons: [square(50, 0, 100)] }];
    const groups = groupByArea(areas, { x: Float64Array.of(75, 120, 900), y: Float64Array.of(50, 50, 50), slot: Uint32Array.of(1, 2, 3) });
    expect(groups.map(({ name, slot }) => [name, [...slot!]])).toEqual([["A", [1]], ["B", [2]], ["elsewhere", [3]]]);
  });
});
