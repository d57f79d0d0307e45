// Decision quality against reference values, its definitions at the edges, and its intervals.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { type DecisionQuality, decisionQuality } from "../../../../core/patrol/quality/decisionQuality.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

const judge = (params: unknown): Promise<DecisionQuality> => runJob("decisionQuality", decisionQuality, params, nodeContext);

interface Oracle {
  nx: number;
  tile_m: number;
  allocation_by_slot: number[][];
  crimes: [number, number, number][];
  expected: Record<string, number>;
}

describe.skipIf(!haveShared("oracle", "public", "q1q2.json"))("decision quality against values made elsewhere", () => {
  const { nx, tile_m, allocation_by_slot, crimes, expected } = haveShared("oracle", "public", "q1q2.json") ? oracle<Oracle>("q1q2") : ({ allocation_by_slot: [], crimes: [], expected: {} } as never);
  const vehicles = allocation_by_slot.flatMap((tiles, slot) => tiles.map((tile) => ({ tile, slot })));
  const params = {
    chosenX: vehicles.map(({ tile }) => ((tile % nx) + 0.5) * tile_m),
    chosenY: vehicles.map(({ tile }) => (Math.floor(tile / nx) + 0.5) * tile_m),
    chosenSlot: vehicles.map(({ slot }) => slot),
    crimeX: crimes.map(([x]) => x),
    crimeY: crimes.map(([, y]) => y),
    crimeSlot: crimes.map(([, , slot]) => slot),
  };

  test.each([300, 500, 1000])("the share within %i m counts crimes on the boundary", async (radius) => {
    const { coverage } = await judge({ ...params, radius });
    expect(Math.abs(coverage! - expected[`Q1_le_${radius}`])).toBeLessThanOrEqual(1e-12);
  });

  test("mean, median and longest distance", async () => {
    const quality = await judge({ ...params, radius: 500 });
    expect(Math.abs(quality.meanDistance! - expected.Q2_m)).toBeLessThanOrEqual(1e-9);
    expect(Math.abs(quality.medianDistance! - expected.Q2_median_m)).toBeLessThanOrEqual(1e-9);
    expect(Math.abs(quality.longestDistance! - expected.Q2_max_m)).toBeLessThanOrEqual(1e-9);
    expect(quality.coverageInterval!.blocks).toBe(6);
    expect(quality.coverageInterval!.mean).toBeCloseTo(quality.coverage!, 12);
  });
});

describe("decision quality", () => {
  test("judges a crime by the vehicles of its own slot, and reports crimes of slots without any", async () => {
    const quality = await judge({ chosenX: [0, 1000], chosenY: [0, 0], chosenSlot: [0, 1], crimeX: [900, 900, 0], crimeY: [0, 0, 0], crimeSlot: [0, 1, 7], radius: 500 });
    expect(quality).toMatchObject({ coverage: 0.5, meanDistance: 500, longestDistance: 900, crimes: 2, withoutVehicles: 1 });
  });

  test("has no numbers where nothing happened", async () => {
    expect(await judge({ chosenX: [0], chosenY: [0], crimeX: [], crimeY: [], radius: 500 })).toMatchObject({ coverage: null, meanDistance: null, coverageInterval: null, crimes: 0 });
  });

  test("gives each vehicle its own radius and speed", async () => {
    const quality = await judge({ chosenX: [0, 2000], chosenY: [0, 0], chosenRadius: [100, 1500], chosenSpeed: [1, 4], crimeX: [600], crimeY: [0], radius: 500 });
    expect(quality).toMatchObject({ coverage: 1, meanDistance: 350 });
  });

  test("only gains by one vehicle more", async () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }));
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 2, maxLength: 6 }), fc.array(place, { minLength: 1, maxLength: 20 }), async (posted, crimes) => {
        const of = (list: [number, number][]) => ({ chosenX: list.map(([x]) => x), chosenY: list.map(([, y]) => y), crimeX: crimes.map(([x]) => x), crimeY: crimes.map(([, y]) => y), radius: 500 });
        const fewer = await judge(of(posted.slice(1))), all = await judge(of(posted));
        expect(all.coverage!).toBeGreaterThanOrEqual(fewer.coverage!);
        expect(all.meanDistance!).toBeLessThanOrEqual(fewer.meanDistance!);
      }),
      { numRuns: 20, seed: 3 },
    );
  });

  test("has wider intervals where crimes of a slot go together, for slots are drawn", async () => {
    const random = createRandom(4);
    const crimeSlot = Array.from({ length: 200 }, (_, i) => i % 20);
    const places = Array.from({ length: 20 }, () => random.uniform() * 1000);
    const crimes = { crimeX: crimeSlot.map((slot) => places[slot]), crimeY: crimeSlot.map(() => 0), radius: 500 };
    const width = ({ coverageInterval }: DecisionQuality): number => coverageInterval!.high - coverageInterval!.low;
    const bySlots = await judge({ chosenX: [0], chosenY: [0], ...crimes, crimeSlot });
    const byCrimes = await judge({ chosenX: [0], chosenY: [0], ...crimes });
    expect(bySlots.coverage).toBe(byCrimes.coverage);
    expect(width(bySlots)).toBeGreaterThan(2 * width(byCrimes));
  });

  test("says which columns do not fit", async () => {
    await expect(judge({ chosenX: [], chosenY: [], crimeX: [1], crimeY: [1], radius: 5 })).rejects.toThrow(/no vehicle/);
    await expect(judge({ chosenX: [1], chosenY: [1], chosenSlot: [0], crimeX: [1], crimeY: [1], radius: 5 })).rejects.toThrow(/give crimeSlot too/);
    await expect(judge({ chosenX: [1], chosenY: [1], chosenSpeed: [0], crimeX: [1], crimeY: [1], radius: 5 })).rejects.toThrow(/chosenSpeed\[0\] is 0/);
  });
});
