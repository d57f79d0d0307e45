// The command line's pool runs real threads: results, transfers, progress, cancel, refusals, the end.

import { afterAll, expect, test } from "vitest";
import { InputError } from "../../core/errors.ts";
import type { KernelDensity } from "../../core/stats/kernelDensity.ts";
import { createThreadPool } from "../../electron/threadPool.ts";
import { runNamedJob } from "../../electron/cliJob.ts";

const pool = createThreadPool(2);
afterAll(() => pool.dispose());

const grid = { origin: { x: 0, y: 0 }, cell: 10, columns: 30, rows: 20 };
const small = { x: Float64Array.of(50, 120), y: Float64Array.of(60, 90), grid, bandwidthX: 30, bandwidthY: 30, kernel: "gaussian", exact: true } as const;
const large = (n: number) => ({ ...small, x: new Float64Array(n).map((_, i) => i % 300), y: new Float64Array(n).map((_, i) => i % 200), grid: { ...grid, columns: 600, rows: 600 } });

test("a thread answers what the same job answers here", async () => {
  const found = await pool.run("kernelDensity", small);
  const here = (await runNamedJob("kernelDensity", small)) as KernelDensity;
  expect(found).toEqual(here);
});

test("more jobs than threads wait their turn, and each gets its own answer", async () => {
  const found = await Promise.all([30, 40, 50, 60, 70].map((bandwidth) => pool.run("kernelDensity", { ...small, bandwidthX: bandwidth, bandwidthY: bandwidth })));
  expect(found.map(({ used }) => used.bandwidthX)).toEqual([30, 40, 50, 60, 70]);
});

test("a buffer that the caller gives up is handed over, one that it keeps is copied", async () => {
  const given = small.x.slice();
  await pool.run("kernelDensity", { ...small, x: given }, { transfer: [given.buffer] });
  expect(given.length).toBe(0);
  expect(small.x.length).toBe(2);
});

test("progress arrives while a job runs", async () => {
  const heard: number[] = [];
  await pool.run("kernelDensity", large(20_000), { onProgress: (fraction) => heard.push(fraction) });
  expect(heard.length).toBeGreaterThan(0);
  expect(heard.every((fraction) => fraction >= 0 && fraction <= 1)).toBe(true);
});

test("a cancelled job ends its thread at once, and the pool goes on with another", async () => {
  const cancel = new AbortController();
  const running = pool.run("kernelDensity", large(2_000_000), { signal: cancel.signal, onProgress: () => cancel.abort() });
  await expect(running).rejects.toMatchObject({ name: "AbortError" });
  const after = await Promise.all([pool.run("kernelDensity", small), pool.run("kernelDensity", small)]);
  expect(after[0].peak).toBe(after[1].peak);
});

test("parameters that do not fit are an InputError here too, and the thread lives on", async () => {
  await expect(pool.run("kernelDensity", { ...small, bandwidthX: -1 })).rejects.toThrow(InputError);
  expect((await pool.run("kernelDensity", small)).peak).toBeGreaterThan(0);
});

test("HiGHS loads in a thread", async () => {
  const found = await pool.run("maximalCovering", { x: [0, 100, 1000], y: [0, 0, 0], weight: [1, 2, 4], radius: 150, vehicles: 1 });
  expect(found).toMatchObject({ objective: 4, proven: true });
});
