// The p-median on the paper's 43 × 46 tiles: time to 1 % and to 0.1 % with the proof, beside HiGHS with the whole model; and a drag.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { runJob } from "../../core/job.ts";
import { bestMoves } from "../../core/patrol/live/bestMoves.ts";
import { prepareDrag } from "../../core/patrol/live/prepareDrag.ts";
import { pMedian, type PMedian } from "../../core/patrol/median/pMedian.ts";
import { createPosting } from "../../core/patrol/posting/createPosting.ts";
import { createRandom } from "../../core/stats/random.ts";
import { nodeContext } from "../support/nodeContext.ts";
import { allocationSurfaces, tiles } from "./allocationSurfaces.ts";
import { firstTiles } from "./firstTiles.ts";
import type { PeerAnswer } from "./medianPeer.ts";

const LIMIT = 10; // s
const PEER_LIMIT = 60; // s

interface Run {
  readonly result: PMedian;
  readonly wall: number;
  readonly cpu: number;
  /** Wall time and objective of each better allocation. */
  readonly found: readonly { readonly at: number; readonly objective: number }[];
}

const surfaces = allocationSurfaces();

async function solve(params: object): Promise<Run> {
  const found: { at: number; objective: number }[] = [];
  const started = performance.now(), cpu = process.cpuUsage();
  const seconds = (): number => (performance.now() - started) / 1000;
  const result = await runJob("pMedian", pMedian, params, {
    ...nodeContext,
    elapsed: seconds,
    found: (better) => found.push({ at: seconds(), objective: (better as PMedian).objective }),
  });
  const wall = seconds();
  const { user, system } = process.cpuUsage(cpu);
  return { result, wall, cpu: (user + system) / 1e6, found };
}
/** Most bytes in typed arrays at any report, above those before; in a run of its own, because collecting takes time. */
async function memoryOf(params: object): Promise<number> {
  const live = (): number => {
    globalThis.gc?.();
    return process.memoryUsage().arrayBuffers;
  };
  live();
  await setTimeout(100); // the collector gives buffers back in the background
  const before = live();
  let most = 0;
  await runJob("pMedian", pMedian, params, { ...nodeContext, progress: () => (most = Math.max(most, live() - before)) });
  return most;
}
const s = (value: number | undefined): string => (value === undefined ? "–" : `${value.toFixed(2)} s`);
const percent = (share: number): string => `${(100 * share).toFixed(3)} %`;

await solve({ ...tiles, weight: surfaces[1].weight, vehicles: 25, gap: 0.01 }); // the first run also compiles

console.log(`43 × 46 tiles of 300 m, one worker; wall time from the parameters (processor time in brackets)\n`);
console.log("| surface | vehicles | first within 1 % of the bound | proved within 1 % | proved within 0.1 % | gap then, or after 10 s | mean distance | typed arrays |");
console.log("|---|---:|---:|---:|---:|---:|---:|---:|");
for (const { name, weight } of surfaces) {
  for (const vehicles of [5, 25, 50]) {
    const one = await solve({ ...tiles, weight, vehicles, gap: 0.01, timeLimit: LIMIT });
    const tenth = await solve({ ...tiles, weight, vehicles, gap: 0.001, timeLimit: LIMIT });
    const { gap, bound, meanDistance } = tenth.result;
    const first = tenth.found.find(({ objective }) => bound >= 0.99 * objective);
    const proved = ({ result, wall, cpu }: Run, within: number): string => (result.bound >= result.objective * (1 - within) * (1 - 1e-9) ? `${s(wall)} (${s(cpu)})` : `not in ${LIMIT} s`);
    console.log(`| ${name} | ${vehicles} | ${s(first?.at)} | ${proved(one, 0.01)} | ${proved(tenth, 0.001)} | ${percent(gap)} | ${meanDistance.toFixed(1)} m | ${((await memoryOf({ ...tiles, weight, vehicles, gap: 0.01 })) / 1e6).toFixed(0)} MB |`);
  }
}

console.log(`\nHiGHS (highs-wasm) with the whole model, to 0.1 % or ${PEER_LIMIT} s, beside ours to 0.1 %; smooth surface\n`);
console.log("| tiles | vehicles | HiGHS: building + solving | its gap | ours | ratio |");
console.log("|---|---:|---:|---:|---:|---:|");
for (const [columns, rows, vehicles] of [[15, 15, 5], [15, 15, 10], [20, 20, 10], [43, 46, 25]]) {
  const ours = await solve({ ...firstTiles(columns, rows), vehicles, gap: 0.001, timeLimit: LIMIT });
  const { stdout, signal, status } = spawnSync(process.execPath, [join(import.meta.dirname, "medianPeer.ts"), ...[columns, rows, vehicles, PEER_LIMIT].map(String)], { encoding: "utf8", timeout: 2 * PEER_LIMIT * 1000 });
  const row = (peer: string, gap: string, ratio: string): void => console.log(`| ${columns} × ${rows} | ${vehicles} | ${peer} | ${gap} | ${s(ours.wall)}, gap ${percent(ours.result.gap)} | ${ratio} |`);
  if (status !== 0) {
    row(signal ? `nothing in ${2 * PEER_LIMIT} s` : "stops for want of memory", "–", "–");
    continue;
  }
  const peer = JSON.parse(stdout) as PeerAnswer;
  const gap = Number.isFinite(peer.objective) && peer.objective > 0 ? percent((peer.objective - peer.bound) / peer.objective) : "no allocation";
  row(`${s(peer.built)} + ${s(peer.solved)}`, gap, `×${((peer.built + peer.solved) / ours.wall).toFixed(0)}${peer.optimal ? "" : " at least"}`);
}

const weight = surfaces[0].weight;
const posting = createPosting({ ...tiles, weight, vehicles: 50 }, 500);
const random = createRandom("drag");
const chosen = Uint32Array.from({ length: 50 }, () => random.integer(weight.length));
const drag = prepareDrag(posting, { chosen, kinds: new Uint8Array(50) }, 0, 500);
const quantileOf = (times: readonly number[], share: number): string => `${times.toSorted((a, b) => a - b)[Math.floor(share * (times.length - 1))].toFixed(2)} ms`;
const moves = Array.from({ length: 1000 }, () => {
  const place = { x: 43 * 300 * random.uniform(), y: 46 * 300 * random.uniform() };
  const began = performance.now();
  drag.at(place);
  return performance.now() - began;
});
const best: number[] = [];
for (let k = 0; k < 20; k++) {
  const began = performance.now();
  await runJob("bestMoves", bestMoves, { ...tiles, weight, vehicles: 50, chosen, objective: "distance" }, nodeContext);
  best.push(performance.now() - began);
}
console.log(`\na dragged vehicle, 50 vehicles: ${quantileOf(moves, 0.5)} a move (95 % within ${quantileOf(moves, 0.95)}); the best move of each ${quantileOf(best, 0.5)}`);
