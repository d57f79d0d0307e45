import { describe, expect, it } from "vitest";
import { countInside } from "../../../../core/geo/countInside.ts";
import { buildPointIndex } from "../../../../core/geo/pointIndex.ts";
import type { Hexagon } from "../../../../core/geo/types.ts";
import { createClearance } from "../../../../core/hotspots/placement/clearance.ts";
import { createHexagonCounter } from "../../../../core/hotspots/placement/hexagonCounter.ts";
import { placementPool } from "../../../../core/hotspots/placement/placementPool.ts";
import { placementProblem } from "../../../../core/hotspots/placement/placementProblem.ts";
import { isClear } from "../../../../core/hotspots/obstacles.ts";
import { clusteredTown, square } from "./clusteredTown.ts";

const town = clusteredTown("pool", 1500, 4000);
const exclusions = [square(500, 600, 700), square(-900, -300, 400)];
const problem = placementProblem({ ...town, side: 150, buffer: 75, k: 5, rotate: true, rotation: 0.1, locked: [], patrolAreas: [], exclusions });
const index = buildPointIndex(problem.x, problem.y, problem.weight);
const pool = placementPool(problem, createClearance(problem), 10);
const hexagon = (k: number): Hexagon => ({ kind: "hexagon", centre: { x: pool.x[k], y: pool.y[k] }, side: 150, rotation: pool.rotation[k] });

describe("placementPool", () => {
  it("gives every place the exact weight inside, and none that is not clear or holds too little", () => {
    expect(pool.x.length).toBeGreaterThan(500);
    for (let k = 0; k < pool.x.length; k += 7) {
      expect(pool.weight[k]).toBe(countInside(index, hexagon(k)));
      expect(pool.weight[k]).toBeGreaterThanOrEqual(10);
      expect(isClear(problem.obstacles, hexagon(k))).toBe(true);
    }
  });

  it("misses no place of its grid that holds most", () => {
    const best = Math.max(...pool.weight);
    const at = pool.weight.indexOf(best);
    const count = createHexagonCounter(buildPointIndex(problem.x, problem.y, problem.weight, 75), 150);
    const clearance = createClearance(problem);
    for (let u = -150; u <= 150; u++) {
      for (let v = -150; v <= 150; v++) {
        const x = pool.x[at] + 10 * u, y = pool.y[at] + 10 * v, rotation = pool.rotation[at];
        if (count(x, y, rotation) > best) expect(clearance.allows(x, y, rotation)).toBe(false);
      }
    }
  });
});
