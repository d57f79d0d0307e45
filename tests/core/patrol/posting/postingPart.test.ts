// The part of an allocation job's parameters that all of them take.

import { expect, test } from "vitest";
import { postingPart } from "../../../../core/patrol/posting/postingPart.ts";
import { NO_GROUND, prepareAllocation, USUAL_TARGETS } from "../../../../core/patrol/prepareAllocation.ts";

const tiles = { origin: { x: 0, y: 0 }, cell: 100, columns: 2, rows: 1 };

test("demand, vehicles and rules stay; what one objective asks for goes", () => {
  const plan = { objective: "targets", vehicles: 1, radius: 100, tile: 100, targets: USUAL_TARGETS, gap: 0.01, timeLimit: 5, fixed: [{ x: 50, y: 50 }], forbidden: [], least: [] } as const;
  const { params } = prepareAllocation(tiles, Float64Array.of(1, 2), plan, NO_GROUND);
  const part = postingPart(params);
  expect(Object.keys(part).sort()).toEqual(["fixed", "vehicles", "weight", "x", "y"]);
  expect(part.weight).toBe(params.weight);
  expect(params).toHaveProperty("targets");
});
