// The best single move of each vehicle, against trying every move.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runJob } from "../../../../core/job.ts";
import { bestMoves, type BestMoves } from "../../../../core/patrol/live/bestMoves.ts";
import { allocationValue } from "../../../../core/patrol/posting/allocationValue.ts";
import { createPosting } from "../../../../core/patrol/posting/createPosting.ts";
import { keepsLimits } from "../../../../core/patrol/posting/limits.ts";
import { postsOf } from "../../../../core/patrol/posting/postsOf.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const solve = (params: unknown): Promise<BestMoves> => runJob("bestMoves", bestMoves, params, nodeContext);

const place = fc.record({ x: fc.integer({ min: 0, max: 9 }), y: fc.integer({ min: 0, max: 9 }), w: fc.integer({ min: -1, max: 9 }) });

describe("best moves", () => {
  test.each(["distance", "coverage"] as const)("gain what the best of all permitted moves gains, for %s", async (objective) => {
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 5, maxLength: 10 }), fc.boolean(), fc.boolean(), fc.integer({ min: 1, max: 5 }), async (places, rules, alongRoads, radius) => {
        const count = places.length;
        const x = Float64Array.from(places, (p) => p.x), y = Float64Array.from(places, (p) => p.y), weight = Float64Array.from(places, (p) => p.w);
        const params = {
          x,
          y,
          weight,
          vehicles: 3,
          ...(alongRoads && { distances: Float64Array.from({ length: count ** 2 }, (_, k) => Math.abs(x[Math.floor(k / count)] - x[k % count]) + Math.abs(y[Math.floor(k / count)] - y[k % count])) }),
          ...(rules && {
            kinds: [{ name: "car", vehicles: 2 }, { name: "drone", vehicles: 1, radius: 4, speed: 2 }],
            fixed: Uint32Array.of(1),
            forbidden: Uint32Array.of(4),
            areas: { of: Uint32Array.from(x, (_, i) => i % 2), least: Uint32Array.of(1, 1) },
          }),
        };
        const chosen = Uint32Array.of(0, 1, 2), kinds = rules ? Uint8Array.of(0, 0, 1) : Uint8Array.of(0, 0, 0);
        const posting = createPosting(params, radius);
        const valueOf = (sites: Uint32Array): number => {
          const { coverage, meanDistance } = allocationValue(posting, { chosen: sites, kinds }, radius);
          return objective === "coverage" ? coverage : -meanDistance;
        };
        const now = valueOf(chosen);
        const found = await solve({ ...params, chosen, kindOf: Uint32Array.from(kinds), objective, radius });
        let most = 0;
        for (let r = 0; r < 3; r++) {
          let best = 0;
          for (let site = 0; site < count; site++) {
            const moved = chosen.with(r, site);
            if ((rules && site === 4) || !keepsLimits(posting.limits, postsOf(posting.limits, { chosen: moved, kinds }))) continue;
            best = Math.max(best, valueOf(moved) - now);
          }
          most = Math.max(most, best);
          expect(found.gain[r]).toBeCloseTo(best, 10);
          expect(valueOf(chosen.with(r, found.to[r])) - now).toBeCloseTo(best, 10);
        }
        if (found.best === null) expect(most).toBeCloseTo(0, 10);
        else expect(found.gain[found.best]).toBeCloseTo(most, 10);
      }),
      { numRuns: 60 },
    );
  });

  test("move a single vehicle to the median", async () => {
    const line = { x: [0, 1, 2, 3, 10], y: [0, 0, 0, 0, 0], weight: [1, 1, 1, 1, 1], vehicles: 1 };
    const { to, gain, best } = await solve({ ...line, chosen: [0], objective: "distance" });
    expect([[...to], best]).toEqual([[2], 0]);
    expect(gain[0]).toBeCloseTo((16 - 12) / 5, 12);
  });

  test("of a vehicle that stands where none may lead it to a place where one may", async () => {
    const { to } = await solve({ x: [0, 1, 2], y: [0, 0, 0], weight: [1, 0, 1], vehicles: 1, forbidden: [0, 1], chosen: [0], objective: "coverage", radius: 1.5 });
    expect([...to]).toEqual([0]);
    const farther = await solve({ x: [0, 1, 2], y: [0, 0, 0], weight: [1, 0, 5], vehicles: 1, forbidden: [0, 1], chosen: [0], objective: "coverage", radius: 1.5 });
    expect([...farther.to]).toEqual([2]);
  });

  test("say that there is none where the allocation cannot gain", async () => {
    expect(await solve({ x: [0, 5], y: [0, 0], weight: [1, 1], vehicles: 2, chosen: [0, 1], objective: "distance" })).toMatchObject({ best: null });
  });

  test("refuse vehicles, sites and kinds that there are not", async () => {
    const town = { x: [0, 5], y: [0, 0], weight: [1, 1], vehicles: 1, objective: "distance" };
    await expect(solve({ ...town, chosen: [0, 1] })).rejects.toThrow(/2 of the kind "car" and there are 1/);
    await expect(solve({ ...town, chosen: [2] })).rejects.toThrow(/site 2; there are 2/);
    await expect(solve({ ...town, chosen: [0], kindOf: [1] })).rejects.toThrow(/kind 1; there are 1/);
    await expect(solve({ ...town, chosen: [0], objective: "coverage" })).rejects.toThrow(/"car" has no radius/);
  });
});
