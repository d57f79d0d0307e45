// Maximal covering on the San Francisco paper's grid: first allocation, best after a second, proof; beside CBC and plain HiGHS.

import loadHighs from "highs";
import { maximalCovering, type MaximalCovering } from "../../core/patrol/covering/maximalCovering.ts";
import type { CoveringProblem } from "../../core/patrol/covering/coveringReduction.ts";
import { postSets } from "../../core/patrol/covering/postSets.ts";
import { proveCovering } from "../../core/patrol/covering/proveCovering.ts";
import { gapOf } from "../../core/patrol/posting/allocation.ts";
import { createPosting } from "../../core/patrol/posting/createPosting.ts";
import { markdownTable } from "../support/markdown.ts";
import { allocationSurfaces, tiles } from "./allocationSurfaces.ts";
import { cbcCovering, haveCbc } from "./cbcCovering.ts";

/** s for each instance of the table, and for each solver where they meet. */
const [LIMIT, MEETING] = [10, 45];

/** Instances on which the other solvers are run too: one that all prove, and hard ones at radii of 2 and 3 tiles. */
const MEETINGS = [
  { surface: "noisy", radius: 500, vehicles: 25 },
  { surface: "smooth", radius: 600, vehicles: 50 },
  { surface: "smooth", radius: 900, vehicles: 25 },
] as const;

/** s of the processor since now: other programs on the machine do not count. */
function processorClock(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
}

interface Run {
  readonly result: MaximalCovering;
  readonly seconds: number;
  /** Each better allocation: s, covered weight. */
  readonly trace: readonly (readonly [seconds: number, covered: number])[];
}

const surfaces = allocationSurfaces();
const weightOf = (name: string): Float64Array => surfaces.find((surface) => surface.name === name)!.weight;

async function solve(weight: Float64Array, radius: number, vehicles: number, timeLimit: number): Promise<Run> {
  const elapsed = processorClock();
  const trace: [number, number][] = [];
  const context = { progress: () => undefined, loadHighs: () => loadHighs(), elapsed, found: (best: unknown) => void trace.push([elapsed(), (best as MaximalCovering).objective]) };
  const result = await maximalCovering.run({ ...tiles, weight, radius, vehicles, timeLimit }, context);
  return { result, seconds: elapsed(), trace };
}
const bestAt = ({ trace }: Run, seconds: number): number => trace.findLast(([at]) => at <= seconds)?.[1] ?? 0;
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

// The first run also compiles.
await solve(weightOf("smooth"), 600, 5, LIMIT);
const rows: string[][] = [];
for (const radius of [500, 600, 900]) {
  for (const vehicles of [5, 25, 50]) {
    for (const { name, weight } of surfaces) {
      const run = await solve(weight, radius, vehicles, LIMIT);
      const { result, seconds, trace } = run;
      rows.push([
        `${radius} m, ${vehicles} cars, ${name}`,
        `${(1000 * trace[0][0]).toFixed(0)} ms`,
        percent(1 - bestAt(run, 1) / result.bound),
        result.proven ? `${seconds.toFixed(1)} s` : "–",
        result.proven ? "0" : percent(gapOf(result)),
        result.objective.toFixed(1),
      ]);
    }
  }
}
console.log(`43 × 46 tiles of 300 m, at most ${LIMIT} s each, one worker, seconds of the processor\n`);
console.log(markdownTable(["radius, cars, surface", "first", "short of the bound after 1 s", "proved after", `gap after ${LIMIT} s`, "covered"], rows));

const cbc = haveCbc();
if (!cbc) console.log("\nSKIPPED: cbc is not installed (Debian: coinor-cbc); its columns stay empty.");
const highs = await loadHighs();
const peers: string[][] = [];
for (const { surface, radius, vehicles } of MEETINGS) {
  const weight = weightOf(surface);
  const posting = createPosting({ ...tiles, weight, vehicles }, radius);
  const problem: CoveringProblem = { weight, covers: postSets(posting, () => radius), limits: posting.limits };
  const total = posting.totalWeight;
  const ours = await solve(weight, radius, vehicles, MEETING);
  const clock = processorClock();
  // No start, no reductions, no fixing.
  const plain = proveCovering(highs, problem, [], { timeLimit: MEETING, distinct: 0, onProgress: () => undefined, onBetter: () => undefined });
  const plainSeconds = clock();
  const covered = new Set(plain.chosen.flatMap((post) => [...problem.covers.members.subarray(problem.covers.starts[post], problem.covers.starts[post + 1])]));
  const plainCovered = [...covered].reduce((sum, i) => sum + weight[i], 0);
  const other = cbc ? cbcCovering(problem, MEETING) : null;
  const level = ours.trace.find(([, value]) => value >= (other?.covered ?? Infinity) * (1 - 1e-9));
  peers.push([
    `${radius} m, ${vehicles} cars, ${surface}`,
    percent(bestAt(ours, 1) / total),
    ours.result.proven ? `proved, ${ours.seconds.toFixed(1)} s` : `${percent(ours.result.share)}, gap ${percent(gapOf(ours.result))}`,
    plain.proven ? `proved, ${plainSeconds.toFixed(1)} s (×${(plainSeconds / ours.seconds).toFixed(0)})` : `${percent(plainCovered / total)}, gap ${percent(1 - plainCovered / plain.bound)}`,
    other ? `${percent(other.covered / total)}${other.proven ? ", proved" : ""}` : "–",
    level ? `${level[0].toFixed(2)} s` : "–",
  ]);
}
console.log(`\nwith ${MEETING} s for each solver\n`);
console.log(markdownTable(["radius, cars, surface", "covered after 1 s", "at the end", "plain HiGHS", "CBC", "as good as CBC after"], peers));
