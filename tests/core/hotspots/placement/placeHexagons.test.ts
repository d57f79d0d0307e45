import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains } from "../../../../core/geo/contains.ts";
import { countInside } from "../../../../core/geo/countInside.ts";
import { buildPointIndex } from "../../../../core/geo/pointIndex.ts";
import type { Hexagon } from "../../../../core/geo/types.ts";
import { placeHexagons, type PlacedHexagons } from "../../../../core/hotspots/placement/placeHexagons.ts";
import { byRank, promote } from "../../../../core/hotspots/promote.ts";
import { spacingViolations } from "../../../../core/hotspots/spacing.ts";
import { tessellate } from "../../../../core/hotspots/tessellate.ts";
import { runJob } from "../../../../core/job.ts";
import { addExclusion } from "../../../../core/plan/edits/addExclusion.ts";
import { addHotspot } from "../../../../core/plan/edits/addHotspot.ts";
import { EMPTY_PLAN, type Plan } from "../../../../core/plan/plan.ts";
import { nodeContext } from "../../../support/nodeContext.ts";
import { readSanFrancisco } from "../../../support/sanFrancisco.ts";
import { clusteredTown, square } from "./clusteredTown.ts";

type Params = Parameters<typeof placeHexagons.run>[0];

/** A gap of 1 is proved at once: the search alone, whose rounds are few for few hexagons. */
const place = (params: Partial<Params> & Pick<Params, "x" | "y">): Promise<PlacedHexagons> =>
  runJob("placeHexagons", placeHexagons, { side: 150, buffer: 75, k: 3, gap: 1, ...params }, nodeContext);

const hexagon = (x: number, y: number, rotation = 0): Hexagon => ({ kind: "hexagon", centre: { x, y }, side: 150, rotation });
const withHotspots = (plan: Plan, hexagons: readonly Hexagon[]): Plan => hexagons.reduce((before, shape) => addHotspot(before, shape).plan, plan);

/** A plan with locked hotspots that keep apart, exclusions, and patrol areas of one of the hotspots and of none. */
const plans = fc.record({
  seed: fc.string({ minLength: 1, maxLength: 8 }),
  k: fc.integer({ min: 1, max: 3 }),
  buffer: fc.constantFrom(0, 30, 75, 200),
  locked: fc.array(fc.record({ x: fc.integer({ min: -700, max: 700 }), y: fc.integer({ min: -700, max: 700 }), rotation: fc.double({ min: 0, max: 1, noNaN: true }) }), { maxLength: 3 }),
  exclusions: fc.array(fc.record({ x: fc.integer({ min: -900, max: 700 }), y: fc.integer({ min: -900, max: 700 }), size: fc.integer({ min: 10, max: 500 }) }), { maxLength: 4 }),
  areas: fc.array(fc.record({ x: fc.integer({ min: -900, max: 700 }), y: fc.integer({ min: -900, max: 700 }), size: fc.integer({ min: 50, max: 300 }), mine: fc.boolean() }), { maxLength: 3 }),
});

describe("placeHexagons", () => {
  it("never breaks a spacing rule, and is never worse than the greedy choice or a valid start, in random plans", async () => {
    await fc.assert(
      fc.asyncProperty(plans, async ({ seed, k, buffer, locked, exclusions, areas }) => {
        let plan: Plan = { ...EMPTY_PLAN, buffer };
        for (const { x, y, rotation } of locked) {
          const next = addHotspot(plan, hexagon(x, y, rotation)).plan;
          if (spacingViolations(next).length === 0) plan = next;
        }
        const owner = plan.hotspots[0]?.id ?? null;
        for (const { x, y, size } of exclusions) plan = addExclusion(plan, square(x, y, size), "school").plan;
        plan = {
          ...plan,
          patrolAreas: areas.map(({ x, y, size, mine }, i) => ({ id: `p${i}`, name: `P${i}`, hotspot: mine ? owner : null, shape: square(x, y, size), note: "" })),
        };
        const before = spacingViolations(plan).length;
        const town = clusteredTown(seed, 400, 1800);
        const params = {
          ...town, k, buffer,
          locked: plan.hotspots.map(({ shape }) => shape),
          patrolAreas: plan.patrolAreas.map(({ shape }) => shape),
          exclusions: plan.exclusions.map(({ shape }) => shape),
        };
        const found = await place(params);
        expect(spacingViolations(withHotspots(plan, found.hexagons))).toHaveLength(before);
        expect(found.hexagons.length).toBeLessThanOrEqual(k);
        expect(found.hexagons.every(({ side }) => side === 150)).toBe(true);

        // Promotion of the tessellation's cells is the same greedy choice.
        const cells = tessellate({ ...town, kind: "hexagon", side: 150 });
        const greedy = promote(plan, cells, byRank(cells), k, { keepApart: true }).plan.hotspots.slice(plan.hotspots.length).map(({ shape }) => shape);
        expect(found.greedy.hexagons).toEqual(greedy);
        expect(found.objective).toBeGreaterThanOrEqual(found.greedy.objective);
        expect(found.bound).toBeGreaterThanOrEqual(found.objective);
        const index = buildPointIndex(town.x, town.y);
        expect([...found.inside]).toEqual(found.hexagons.map((shape) => countInside(index, shape)));
        if (buffer > 0) expect(found.objective).toBe(found.inside.reduce((sum, inside) => sum + inside, 0));

        const again = await place({ ...params, seed: "another", start: [...found.hexagons] });
        expect(again.start).toEqual({ objective: found.objective, valid: true });
        expect(again.objective).toBeGreaterThanOrEqual(found.objective);
      }),
      { numRuns: 10 },
    );
  });

  it("finds the best set where it is plain: four tight clusters off the tessellation's centres", async () => {
    const centres = [[130, 75], [-620, 310], [0, -800], [900, 900]];
    const x = Float64Array.from({ length: 400 }, (_, i) => centres[i % 4][0] + 120 * Math.cos(i)), y = Float64Array.from({ length: 400 }, (_, i) => centres[i % 4][1] + 120 * Math.sin(i));
    const found = await place({ x, y, k: 4, gap: 0 });
    expect(found).toMatchObject({ objective: 400, bound: 400, gap: 0, finished: "proved" });
    expect(found.greedy.objective).toBeLessThan(400);
  });

  it("gives the same set again for the same seed", async () => {
    const town = clusteredTown("again", 600, 2500);
    const [one, other] = [await place({ ...town, seed: 7 }), await place({ ...town, seed: 7 })];
    expect(one.hexagons).toEqual(other.hexagons);
  });

  it("turns no hexagon where it may not, and keeps their centres in the study area", async () => {
    const area = [square(-900, -900, 900), square(100, 100, 600)];
    const found = await place({ ...clusteredTown("area", 800, 2500), rotate: false, rotation: 0.3, area });
    expect(found.hexagons).toHaveLength(3);
    for (const { rotation, centre } of found.hexagons) {
      expect(rotation).toBe(0.3);
      expect(area.some((part) => contains(part, centre.x, centre.y))).toBe(true);
    }
  });

  it("follows the weights: one incident of much harm before many of little", async () => {
    const x = Float64Array.of(0, 10, 20, 30, 2000), y = new Float64Array(5);
    const found = await place({ x, y, weight: Float64Array.of(1, 1, 1, 1, 365), k: 1 });
    expect(found.objective).toBe(365);
    expect(found.total).toBe(369);
  });

  it("says that a start breaks a rule, and does not build on it", async () => {
    const town = clusteredTown("start", 500, 2000);
    const found = await place({ ...town, k: 2, start: [hexagon(0, 0), hexagon(200, 0)] });
    expect(found.start?.valid).toBe(false);
    await expect(place({ ...town, start: [{ ...hexagon(0, 0), side: 100 }] })).rejects.toThrow("another edge than 150 m");
    await expect(place({ ...town, weight: new Float64Array(town.x.length).fill(-1) })).rejects.toThrow("none may be below 0");
  });

  it("places nothing where there are no incidents", async () => {
    const found = await place({ x: new Float64Array(0), y: new Float64Array(0) });
    expect(found).toMatchObject({ hexagons: [], objective: 0, bound: 0, gap: 0 });
  });

  it("holds at least 15 % more of San Francisco's assaults than the best fixed cells", async ({ skip }) => {
    const assaults = await readSanFrancisco("ASSAULT");
    if (!assaults) return skip();
    const found = await place({ ...assaults, k: 20, seconds: 10 });
    expect(found.greedy.objective).toBe(2687);
    expect(found.objective).toBeGreaterThan(1.15 * found.greedy.objective);
    expect(spacingViolations(withHotspots(EMPTY_PLAN, found.hexagons))).toEqual([]);
  });
});
