import { describe, expect, it } from "vitest";
import { countInside } from "../../../core/geo/countInside.ts";
import { buildPointIndex, type PointIndex } from "../../../core/geo/pointIndex.ts";
import type { Hexagon } from "../../../core/geo/types.ts";
import { proposeNudge } from "../../../core/hotspots/proposeNudge.ts";
import { spacingViolations } from "../../../core/hotspots/spacing.ts";
import { addExclusion } from "../../../core/plan/edits/addExclusion.ts";
import { addHotspot } from "../../../core/plan/edits/addHotspot.ts";
import { EMPTY_PLAN, type Plan } from "../../../core/plan/plan.ts";
import { createRandom } from "../../../core/stats/random.ts";

const hexagon = (x: number, y: number, rotation = 0): Hexagon => ({ kind: "hexagon", centre: { x, y }, side: 150, rotation });

/** Clusters of incidents over 2 km, the same at every run. */
function incidents(seed: string): PointIndex {
  const random = createRandom(seed);
  const x = new Float64Array(6000), y = new Float64Array(6000);
  const centres = Array.from({ length: 30 }, () => [2000 * random.uniform() - 1000, 2000 * random.uniform() - 1000]);
  for (let i = 0; i < x.length; i++) {
    const [cx, cy] = centres[random.integer(30)];
    x[i] = cx + 160 * (random.uniform() + random.uniform() - 1);
    y[i] = cy + 160 * (random.uniform() + random.uniform() - 1);
  }
  return buildPointIndex(x, y);
}

const withNeighbours: Plan = [hexagon(0, 0, 0.2), hexagon(420, 60, 0.7), hexagon(-200, 390)].reduce(
  (plan, shape) => addHotspot(plan, shape).plan, EMPTY_PLAN,
);

describe("proposeNudge", () => {
  it("breaks no spacing rule, stays within the radius, counts truly, and is never worse", () => {
    for (const seed of ["a", "b", "c", "d"]) {
      const index = incidents(seed);
      for (const hotspot of withNeighbours.hotspots) {
        const { better, hexagon: place, inside, before, moved, clearBefore } = proposeNudge(withNeighbours, hotspot, index, { radius: 120 });
        expect(before).toBe(countInside(index, hotspot.shape));
        expect(inside).toBe(countInside(index, place));
        expect(moved).toBeLessThanOrEqual(120);
        expect(place.side).toBe(150);
        if (!better) expect(place).toEqual(hotspot.shape);
        else expect(spacingViolations(withNeighbours, [{ ...hotspot, shape: place }])).toEqual([]);
        if (clearBefore) expect(inside).toBeGreaterThanOrEqual(before);
      }
    }
  });

  it("finds at least as much as trying every 10 m and 10° exactly", () => {
    for (const seed of ["a", "e", "f"]) {
      const index = incidents(seed);
      const [hotspot] = withNeighbours.hotspots;
      let brute = 0;
      for (let dx = -100; dx <= 100; dx += 10) {
        for (let dy = -100; dy <= 100; dy += 10) {
          for (let turn = 0; turn < 6 && Math.hypot(dx, dy) <= 100; turn++) {
            const shape = hexagon(dx, dy, (turn * Math.PI) / 18);
            if (spacingViolations(withNeighbours, [{ ...hotspot, shape }]).length === 0) brute = Math.max(brute, countInside(index, shape));
          }
        }
      }
      expect(proposeNudge(withNeighbours, hotspot, index).inside).toBeGreaterThanOrEqual(brute);
    }
  });

  it("moves a hexagon out of an exclusion even where that loses incidents", () => {
    const ring = [{ x: -400, y: -120 }, { x: -110, y: -120 }, { x: -110, y: 120 }, { x: -400, y: 120 }];
    const plan = addExclusion(addHotspot(EMPTY_PLAN, hexagon(0, 0)).plan, { kind: "polygon", rings: [ring] }, "prison").plan;
    const index = buildPointIndex(Float64Array.of(-120, -100, -90, 30), Float64Array.of(0, 10, -10, 0));
    const found = proposeNudge(plan, plan.hotspots[0], index);
    expect(found).toMatchObject({ better: true, clearBefore: false, clear: true });
    expect(spacingViolations(plan, [{ ...plan.hotspots[0], shape: found.hexagon }])).toEqual([]);
  });

  it("moves into an exclusion only where that is overruled, and breaks no rule then", () => {
    const ring = [{ x: 20, y: -400 }, { x: 400, y: -400 }, { x: 400, y: 400 }, { x: 20, y: 400 }];
    const excluded = addExclusion(addHotspot(EMPTY_PLAN, hexagon(-130, 0)).plan, { kind: "polygon", rings: [ring] }, "school").plan;
    const overruled = { ...excluded, exclusions: excluded.exclusions.map((exclusion) => ({ ...exclusion, overruled: "moved away" })) };
    const index = buildPointIndex(Float64Array.of(-150, 60, 70, 80), Float64Array.of(0, 5, -5, 10));
    expect(proposeNudge(excluded, excluded.hotspots[0], index)).toMatchObject({ before: 1, inside: 1, better: false });
    const found = proposeNudge(overruled, overruled.hotspots[0], index);
    expect(found).toMatchObject({ before: 1, inside: 4, better: true, clear: true });
    expect(spacingViolations(overruled, [{ ...overruled.hotspots[0], shape: found.hexagon }])).toEqual([]);
  });

  it("says that nothing is better where nothing is clear, and leaves a locked hotspot alone", () => {
    const crowded = [hexagon(0, 0), hexagon(200, 0), hexagon(-200, 0), hexagon(0, 250), hexagon(0, -250)].reduce((plan, shape) => addHotspot(plan, shape).plan, EMPTY_PLAN);
    const index = incidents("a");
    expect(proposeNudge(crowded, crowded.hotspots[0], index, { radius: 50 })).toMatchObject({ better: false, clear: false, moved: 0 });
    const locked = { ...withNeighbours.hotspots[0], locked: true };
    expect(proposeNudge(withNeighbours, locked, index).better).toBe(false);
  });

  it("does not turn where it is told not to", () => {
    const [hotspot] = withNeighbours.hotspots;
    const { hexagon: place, turned } = proposeNudge(withNeighbours, hotspot, incidents("b"), { rotate: false });
    expect(turned).toBe(0);
    expect(place.rotation).toBe(0.2);
  });
});
