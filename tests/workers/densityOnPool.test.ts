// Density on a pool of workers equals the density of one; a slid bandwidth reuses what it can.

import { expect, test } from "vitest";
import { runJob } from "../../core/job.ts";
import { jobs } from "../../core/jobs.ts";
import { type KernelDensity, kernelDensity } from "../../core/stats/kernelDensity.ts";
import { createRandom } from "../../core/stats/random.ts";
import { createDensitySlider, densityOnPool } from "../../workers/densityOnPool.ts";
import type { JobPool } from "../../workers/pool.ts";
import { nodeContext } from "../support/nodeContext.ts";

/** A pool that runs each job at once, and tells which ran. */
function recordingPool(size: number): { pool: JobPool; ran: string[] } {
  const ran: string[] = [];
  const pool = {
    size,
    run: (name: keyof typeof jobs, params: unknown) => {
      ran.push(name);
      return runJob<never, unknown>(name, jobs[name] as never, structuredClone(params), nodeContext);
    },
    dispose: () => undefined,
  } as unknown as JobPool;
  return { pool, ran };
}

const random = createRandom("densityOnPool");
const x = Float64Array.from({ length: 30_000 }, () => 8000 * random.uniform() ** 2);
const y = Float64Array.from({ length: 30_000 }, () => 6000 * random.uniform());
const grid = { origin: { x: 0, y: 0 }, cell: 50, columns: 160, rows: 121 };

const alone = (params: object): Promise<KernelDensity> =>
  runJob("kernelDensity", kernelDensity, { x, y, grid, kernel: "gaussian", ...params }, nodeContext);
const furthest = (a: Float64Array, b: Float64Array): number => a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);

test.each([
  { kernel: "gaussian", exact: false, bandwidthX: 300, bandwidthY: 400 },
  { kernel: "gaussian", exact: false, bandwidthX: 15, bandwidthY: 15 },
  { kernel: "gaussian", exact: true, bandwidthX: 300, bandwidthY: 400 },
  { kernel: "quartic", exact: false, bandwidthX: 300, bandwidthY: 400 },
] as const)("three workers give the surface of one ($kernel, exact: $exact, $bandwidthX m)", async (request) => {
  const { pool, ran } = recordingPool(3);
  const together = await densityOnPool(pool, { x, y, grid, ...request });
  const one = await alone(request);
  expect(ran.length).toBeGreaterThanOrEqual(3);
  expect(furthest(together.values, one.values)).toBeLessThanOrEqual(1e-11 * one.peak);
  expect(together.bound).toBeLessThanOrEqual(1e-6);
  expect(together.used).toEqual(one.used);
});

test("a new bandwidth in the range is smoothed only, and as exact as from the start", async () => {
  const { pool, ran } = recordingPool(2);
  const slider = createDensitySlider(pool, { x, y }, grid, { smallestX: 150, smallestY: 150, largestX: 1200, largestY: 1200 });
  await slider.at(300, 300);
  ran.length = 0;
  for (const h of [150, 400, 1200]) {
    const slid = await slider.at(h, h);
    const exact = await alone({ bandwidthX: h, bandwidthY: h, exact: true });
    expect(slid.bound).toBeLessThanOrEqual(1e-6);
    expect(furthest(slid.values, exact.values)).toBeLessThanOrEqual(slid.bound * exact.peak * (1 + 1e-6));
  }
  expect(new Set(ran)).toEqual(new Set(["smoothDensity"]));
});

test("a bandwidth outside the range spreads the incidents again", async () => {
  const { pool, ran } = recordingPool(2);
  const slider = createDensitySlider(pool, { x, y }, grid, { smallestX: 300, smallestY: 300, largestX: 500, largestY: 500 });
  await slider.at(400, 400);
  ran.length = 0;
  const slid = await slider.at(200, 250);
  const exact = await alone({ bandwidthX: 200, bandwidthY: 250, exact: true });
  expect(ran).toContain("spreadDensity");
  expect(furthest(slid.values, exact.values)).toBeLessThanOrEqual(slid.bound * exact.peak * (1 + 1e-6));
});

test("a range whose finest bandwidth would need too many nodes still answers, for the bandwidth asked", async () => {
  const { pool } = recordingPool(2);
  const slider = createDensitySlider(pool, { x, y }, grid, { smallestX: 1, smallestY: 1, largestX: 500, largestY: 500 });
  const slid = await slider.at(300, 300);
  const one = await alone({ bandwidthX: 300, bandwidthY: 300 });
  expect(slid.bound).toBeLessThanOrEqual(1e-6);
  expect(furthest(slid.values, one.values)).toBeLessThanOrEqual(2e-6 * one.peak);
  expect((await slider.at(2, 2)).used.method).toBe("direct");
});
