// `hexbeat replay` on trade-offs, fleets and allocations over draws: made again from the request that was kept, number by number.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRandom } from "../../core/stats/random.ts";
import { withProject } from "../../electron/cliFiles.ts";
import { replayCommand } from "../../electron/cliReplay.ts";
import { fleetSizesOnPool } from "../../workers/fleetSizesOnPool.ts";
import { frontierOnPool } from "../../workers/frontierOnPool.ts";
import { robustOnPool } from "../../workers/robustOnPool.ts";
import { directPool } from "../support/directPool.ts";
import { smallProblem } from "../support/everyAllocation.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-replay-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "town.hexbeat");

beforeAll(async () => {
  const random = createRandom("replay allocations");
  const params = smallProblem(random, 16, 3, "rules");
  const shared = { params, radius: 150, gap: 0.001, timeLimit: 60 };
  const draws = Array.from({ length: 12 }, () => params.x.map(() => random.uniform()));
  const robust = { ...shared, draws, objective: "distance", tail: 0.25 } as const;
  // On one worker here, on several when they are made again.
  const { pool } = directPool(1);
  const kept = [
    { job: "frontier", params: shared, numbers: await frontierOnPool(pool, shared) },
    { job: "fleetSizes", params: shared, numbers: await fleetSizesOnPool(pool, shared) },
    { job: "robust", params: robust, numbers: await robustOnPool(pool, robust) },
    { job: "frontier", params: shared, numbers: { exact: false } },
  ];
  await withProject(path, "create", async ({ host, opened }) => {
    for (const [i, { job, params: asked, numbers }] of kept.entries()) {
      const result = { id: `result-${i + 1}`, job, title: job, made: `2024-01-0${i + 1}T00:00:00Z`, parameters: {}, version: "0", request: { job, filter: null, params: asked }, value: { shown: {}, numbers } };
      await host.putResult({ id: opened.project.id, result });
    }
  });
});

test("what was kept comes again on however many workers, and a number that was changed is found", async () => {
  const { results, same } = await replayCommand([path]);
  expect(same).toBe(false);
  expect(Object.fromEntries(results.map(({ id, difference }) => [id, difference]))).toEqual({
    "result-1": null,
    "result-2": null,
    "result-3": null,
    "result-4": { at: "exact", was: false, is: true },
  });
});
