// The short run of the kill harness; tests/faults/kill.ts does as many as are asked for.

import { expect, it } from "vitest";
import { createRandom } from "../../core/stats/random.ts";
import { killProject } from "./killProject.ts";

it("loses nothing that was acknowledged, whenever the host is killed", async () => {
  const { kills, acknowledged, violations } = await killProject(12, createRandom(2026));
  expect(violations).toEqual([]);
  expect(kills).toBe(12);
  expect(acknowledged).toBeGreaterThan(12);
}, 120_000);
