import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countInside } from "../../../../core/geo/countInside.ts";
import { buildPointIndex } from "../../../../core/geo/pointIndex.ts";
import type { Hexagon, Polygon } from "../../../../core/geo/types.ts";
import { gapTooSmall } from "../../../../core/hotspots/gapTooSmall.ts";
import { boundPlacements } from "../../../../core/hotspots/placement/boundPlacements.ts";
import { placementProblem, type PlacementInput, type PlacementProblem } from "../../../../core/hotspots/placement/placementProblem.ts";
import { createRandom, type Random } from "../../../../core/stats/random.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const SIDE = 150, BUFFER = 75;
const problemOf = (input: Partial<PlacementInput> & Pick<PlacementInput, "x" | "y">): PlacementProblem =>
  placementProblem({ side: SIDE, buffer: BUFFER, k: 3, rotate: true, rotation: 0, locked: [], patrolAreas: [], exclusions: [], ...input });

/** As many rounds as are asked for, whatever the clock says. */
async function boundAfter(rounds: number, problem: PlacementProblem, objective = 0): Promise<number> {
  let round = 0;
  const { bound } = await boundPlacements(problem, { hexagons: [], objective }, { seconds: rounds, gap: 0 }, {
    ...nodeContext, elapsed: () => round, progress: () => round++,
  });
  return bound;
}

/** Clusters and single incidents within a kilometre or so: what hexagons compete for. */
function town(random: Random, incidents: number): { x: Float64Array; y: Float64Array } {
  const middles = Array.from({ length: 4 }, () => [random.uniform() * 900, random.uniform() * 900]);
  const at = (axis: number) => (_: number, i: number): number =>
    i % 3 === 0 ? random.uniform() * 1000 : middles[i % 4][axis] + (random.uniform() - 0.5) * 250;
  return { x: Float64Array.from({ length: incidents }, at(0)), y: Float64Array.from({ length: incidents }, at(1)) };
}

/** Every set of k from the best of a grid of positions and turns, as far as it is allowed: none of it may beat the bound. */
function bestOfGrid(problem: PlacementProblem): number {
  const index = buildPointIndex(problem.x, problem.y, problem.weight);
  const placements: { hexagon: Hexagon; inside: number }[] = [];
  for (let x = -100; x <= 1100; x += 20) {
    for (let y = -100; y <= 1100; y += 20) {
      for (let turn = 0; turn < 6; turn++) {
        const hexagon: Hexagon = { kind: "hexagon", centre: { x, y }, side: SIDE, rotation: problem.rotate ? (turn * Math.PI) / 18 : problem.rotation };
        const inside = countInside(index, hexagon);
        if (inside > 0 && problem.obstacles.every(({ shape, needed }) => gapTooSmall(hexagon, shape, needed) === null)) placements.push({ hexagon, inside });
      }
    }
  }
  placements.sort((a, b) => b.inside - a.inside);
  const leaders = placements.slice(0, 400);
  let best = 0;
  const search = (from: number, taken: readonly Hexagon[], sum: number): void => {
    best = Math.max(best, sum);
    if (taken.length === problem.k) return;
    for (let i = from; i < leaders.length; i++) {
      const { hexagon, inside } = leaders[i];
      if (sum + inside * (problem.k - taken.length) <= best) return;
      if (taken.every((other) => gapTooSmall(hexagon, other, 2 * problem.buffer) === null)) search(i + 1, [...taken, hexagon], sum + inside);
    }
  };
  search(0, [], 0);
  return best;
}

describe("boundPlacements", () => {
  it("is never below the best of thousands of positions and turns, with and without turning and locked hotspots", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.boolean(), async (seed, k, rotate, withLocked) => {
        const random = createRandom(seed);
        const locked: Hexagon[] = withLocked ? [{ kind: "hexagon", centre: { x: random.uniform() * 900, y: random.uniform() * 900 }, side: SIDE, rotation: random.uniform() }] : [];
        const problem = problemOf({ ...town(random, 60), k, rotate, locked, rotation: random.uniform() });
        const reached = bestOfGrid(problem);
        expect(await boundAfter(25, problem, reached)).toBeGreaterThanOrEqual(reached);
      }),
      { numRuns: 8 },
    );
  });

  it("is exact where the hexagons do not compete", async () => {
    const x = Float64Array.from([0, 10, 20, 1000, 1000, 3000]), y = Float64Array.from([0, 10, -20, 5, 15, 0]);
    const best = [3, 5, 6, 6];
    expect(await Promise.all(best.map((reached, i) => boundAfter(40, problemOf({ x, y, k: i + 1 }), reached)))).toEqual(best);
  });

  it("knows that two stacks too close for two hexagons and too far for one cannot both be held", async () => {
    // 302 m is more than a hexagon of 150 m edge is wide; two that hold a stack each and are 302 m apart at the outside overlap.
    const x = Float64Array.from([0, 0, 0, 302, 302]), y = Float64Array.from([0, 1, 2, 0, 1]);
    expect(await boundAfter(60, problemOf({ x, y, k: 2 }), 3)).toBe(5); // they may both turn away from each other
    expect(await boundAfter(60, problemOf({ x, y, k: 2, buffer: 200 }), 3)).toBe(3); // 400 m apart they cannot
  });

  it("leaves out what obstacles and the study area forbid", async () => {
    const x = Float64Array.from([0, 1, 2, 2000, 2001]), y = Float64Array.from([0, 0, 0, 0, 0]);
    const square = (cx: number, half: number): Polygon => ({
      kind: "polygon",
      rings: [[{ x: cx - half, y: -half }, { x: cx + half, y: -half }, { x: cx + half, y: half }, { x: cx - half, y: half }]],
    });
    expect(await boundAfter(20, problemOf({ x, y, k: 1 }), 3)).toBe(3);
    expect(await boundAfter(20, problemOf({ x, y, k: 1, exclusions: [square(0, 20)] }), 2)).toBe(2);
    expect(await boundAfter(20, problemOf({ x, y, k: 2, area: [square(2000, 100)] }), 2)).toBe(2);
    expect(await boundAfter(60, problemOf({ x, y, k: 2, exclusions: [square(0, 20), square(2000, 20)] }))).toBe(0);
  });

  it("does not fall when one more hexagon may be placed, and scales with lengths and weights", async () => {
    const { x, y } = town(createRandom(5), 80);
    const bounds: number[] = [];
    for (const k of [1, 2, 3, 4, 6]) bounds.push(await boundAfter(20, problemOf({ x, y, k })));
    expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
    // A power of two changes no rounding.
    const weight = new Float64Array(80).fill(0.5);
    const scaled = problemOf({ x: x.map((value) => 2 * value), y: y.map((value) => 2 * value), weight, side: 2 * SIDE, buffer: 2 * BUFFER, k: 3 });
    const plain = await boundAfter(20, problemOf({ x, y, weight: weight.map(() => 1 + 1 / 1024), k: 3 }));
    expect((await boundAfter(20, scaled)) / plain).toBeCloseTo(0.5 / (1 + 1 / 1024), 1);
  });

  it("is 0 where there is nothing to hold", async () => {
    expect(await boundAfter(10, problemOf({ x: new Float64Array(), y: new Float64Array() }))).toBe(0);
  });
});
