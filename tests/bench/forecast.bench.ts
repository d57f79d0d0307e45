// The weekly update at the Delhi paper's size on two workers: fit, plug-in and full integral, beside the same formulas in R or numpy.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAllocationSampler } from "../../core/forecast/fit/allocationSampler.ts";
import { eventColumns } from "../../core/forecast/kernel/eventColumns.ts";
import type { Window } from "../../core/forecast/events.ts";
import type { Forecast, ForecastRequest } from "../../core/forecast/forecast.ts";
import { exactSurfaceSums } from "../../core/forecast/predict/exactSurfaceSums.ts";
import { adaptation } from "../../core/forecast/kernel/adaptation.ts";
import { createRandom } from "../../core/stats/random.ts";
import { createThreadPool } from "../../electron/threadPool.ts";
import { fitOnPool, forecastOnPool } from "../../workers/forecastOnPool.ts";
import { CELL, COLUMNS, forecastCity, ROWS } from "./forecastCity.ts";

const PAST = 40_000;
const LATEST = 800;
const WEEKS = 52;
const WINDOWS: readonly Window[] = [[0, 4], [4, 8], [8, 12], [12, 16], [16, 20], [20, 24]];

const city = forecastCity(PAST, LATEST, WEEKS);
const grid = { origin: { x: 0, y: 0 }, cell: CELL, columns: COLUMNS, rows: ROWS };
const request: ForecastRequest = { model: 5, adaptive: true, integral: "full", windows: WINDOWS, chains: 2, warmup: 100, draws: 100, seed: 1, blocks: city.blocks, grid };
const pool = createThreadPool(2);

interface Timed<T> { readonly value: T; readonly wall: number; readonly cpu: number }
async function timed<T>(work: () => Promise<T> | T): Promise<Timed<T>> {
  const start = performance.now();
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}
const seconds = (value: number): string => `${value.toFixed(2)} s`;

console.log(`${PAST} past events in ${WEEKS} blocks, ${LATEST} latest, ${city.cells.length} cells of ${CELL} m in a raster of ${COLUMNS} × ${ROWS}, ${WINDOWS.length} windows`);
console.log("two chains of 100 + 100 iterations (preliminary, then adaptive), 100 draws in the integral, two workers\n");
// The first run also compiles; the second is what a weekly update costs in a window that is open.
const first = await timed(() => forecastOnPool(pool, request));
const update = await timed(() => forecastOnPool(pool, request));
const fitted = await timed(() => fitOnPool(pool, request));
const plugIn = await timed(() => forecastOnPool(pool, { ...request, integral: "plug-in" }));
const forecast: Forecast = update.value;
const { fit, draws, blocks, adaptation: lists } = forecast.sources[0];
if (!fit) throw new Error("no fit");
const line = (name: string, { wall, cpu }: Timed<unknown>, note = ""): void => console.log(`${name.padEnd(44)}${seconds(wall).padStart(9)} wall, ${seconds(cpu).padStart(9)} processor  ${note}`);
line("whole weekly update, first run", first);
line("whole weekly update", update, "fit, A, full integral for six windows");
line("  of it the fit", fitted, `α ${fit.alpha.map(({ mean }, i) => (i < 2 ? `1/${(1 / mean).toFixed(0)} m` : mean.toFixed(2))).join(", ")}; β ${fit.beta.map(({ mean }) => mean.toFixed(2)).join(", ")}; sums over all events for ${((100 * fit.refined) / (2 * 201 * LATEST)).toFixed(3)} % of the draws`);
line("update with the plug-in", plugIn);
console.log(`  so the integral over 100 draws costs        ${seconds(update.wall - plugIn.wall)} more than the plug-in`);
console.log(`bound on the error / peak, by window          ${forecast.windows.map(({ bound }) => bound.toExponential(1)).join(", ")}`);

// The unpruned sum at cells about the peak and anywhere.
const flat = Float64Array.from(lists.flatMap((a) => Array.from(a)));
const random = createRandom("cells");
const { values, peak } = forecast.windows[5];
const peakCell = values.indexOf(peak);
const checked = [peakCell, peakCell + 1, peakCell - COLUMNS, ...Array.from({ length: 9 }, () => city.cells[random.integer(city.cells.length)])];
let worst = 0;
for (const cell of checked) {
  const one = { origin: { x: (cell % COLUMNS) * CELL, y: Math.floor(cell / COLUMNS) * CELL }, cell: CELL, columns: 1, rows: 1 };
  const exact = exactSurfaceSums({ blocks, adaptation: flat, draws, grid: one, windows: [WINDOWS[5]], part: 0, of: 1 });
  worst = Math.max(worst, Math.abs(exact.numerators[0][0] / exact.denominators[0] - values[cell]));
}
console.log(`worst difference from the unpruned sum / peak ${(worst / peak).toExponential(1)} (${checked.length} cells, 20–24)`);

// Allocations against brute force at equal uniform numbers, with the posterior's own draws.
const columns = eventColumns(city.blocks.slice(0, -1));
const latest = city.blocks[WEEKS];
const fitA = adaptation(city.blocks.slice(0, -1), fit.preliminary ?? draws[0]);
const logA = Float64Array.from(fitA.values.flatMap((a) => Array.from(a, Math.log)));
const sampler = createAllocationSampler(columns, logA, latest);
const brute = createAllocationSampler(columns, logA, latest);
const chosen = new Int32Array(LATEST);
const expected = new Int32Array(LATEST);
let different = 0;
let bruteTime = 0;
let fastTime = 0;
for (const parameters of fit.draws.slice(0, 12)) {
  const uniforms = Float64Array.from({ length: LATEST }, () => random.uniform());
  const a = performance.now();
  sampler.draw(parameters, uniforms, chosen);
  const b = performance.now();
  brute.drawFromAll(parameters, uniforms, expected);
  fastTime += b - a;
  bruteTime += performance.now() - b;
  chosen.forEach((parent, l) => (different += parent === expected[l] ? 0 : 1));
}
console.log(`allocations that differ from brute force      ${different} of ${12 * LATEST}; a sweep's allocations ${(fastTime / 12).toFixed(1)} ms, by brute force here ${(bruteTime / 12).toFixed(0)} ms`);
pool.dispose();

// The peer: a few sweeps and a few cells of the same formulas, scaled to the whole.
const folder = mkdtempSync(join(tmpdir(), "hexbeat-peer-"));
const parameters = fit.draws[fit.draws.length - 1];
const probe = city.cells.filter((_, i) => i % 1450 === 0);
const centres = { x: Array.from(probe, (cell) => ((cell % COLUMNS) + 0.5) * CELL), y: Array.from(probe, (cell) => (Math.floor(cell / COLUMNS) + 0.5) * CELL) };
writeFileSync(join(folder, "events.csv"), Array.from({ length: columns.count }, (_, j) => [columns.x[j], columns.y[j], columns.hours[j], columns.block[j] + 1, logA[j]].join(",")).join("\n"));
writeFileSync(join(folder, "latest.csv"), Array.from({ length: LATEST }, (_, l) => [latest.x[l], latest.y[l], latest.hours[l]].join(",")).join("\n"));
writeFileSync(join(folder, "cells.csv"), centres.x.map((x, i) => `${x},${centres.y[i]}`).join("\n"));
writeFileSync(join(folder, "parameters.csv"), [...parameters.alpha, ...parameters.beta, ...parameters.weights].join("\n"));
const peers = [["Rscript", "forecastPeer.R"], ["python3", "forecastPeer.py"]] as const;
interface Peer { readonly name: string; readonly sweep: number; readonly cell: number; readonly density: readonly number[] }
function runPeer(): Peer | null {
  for (const [command, script] of peers) {
    const run = spawnSync(command, [join(import.meta.dirname, script), folder], { encoding: "utf8", env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" } });
    if (run.status === 0) return JSON.parse(run.stdout) as Peer;
  }
  return null;
}
const peer = runPeer();
rmSync(folder, { recursive: true });
if (!peer) {
  console.log("SKIPPED: neither R nor Python with numpy is installed; there is no peer to compare with.");
} else {
  const scaled = { sweeps: 400 * peer.sweep, plugIn: peer.cell * city.cells.length, integral: 100 * WINDOWS.length * peer.cell * city.cells.length };
  const hours = (value: number): string => `${(value / 3600).toFixed(2)} h`;
  const own = exactSurfaceSums({ blocks: city.blocks.slice(0, -1), adaptation: Float64Array.from(logA, Math.exp), draws: [parameters], grid: { origin: { x: centres.x[0] - CELL / 2, y: centres.y[0] - CELL / 2 }, cell: CELL, columns: 1, rows: 1 }, windows: [[20, 24]], part: 0, of: 1 });
  const same = Math.abs(own.numerators[0][0] / own.denominators[0] / peer.density[0] - 1);
  console.log(`\n${peer.name}, vectorised over the events: ${peer.sweep.toFixed(2)} s a sweep, ${(peer.cell * 1000).toFixed(1)} ms a cell and window (processor time of a few, scaled up; same density to ${same.toExponential(0)})`);
  console.log(`  400 sweeps ${hours(scaled.sweeps)}, one plug-in window ${hours(scaled.plugIn)}, the full integral ${hours(scaled.integral)}`);
  console.log(`  whole weekly update: ${((scaled.sweeps + scaled.integral) / update.wall).toFixed(0)} times our wall time, ${((scaled.sweeps + scaled.integral) / update.cpu).toFixed(0)} times our processor time`);
}
