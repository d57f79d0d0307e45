// Whether some allocation reaches all the demand, and one that does: the question that p-centre and set covering ask again and again.

import type { JobContext } from "../../job.ts";
import { createRandom } from "../../stats/random.ts";
import type { CoveringProblem } from "../covering/coveringReduction.ts";
import { createCoveringSearch } from "../covering/coveringSearch.ts";
import { type SetFamily, setOf, transposeSets } from "../covering/coverSets.ts";
import { limitRows, postCapacity } from "../posting/limitRows.ts";
import { solveProgram } from "../program/solveProgram.ts";
import { reduceAll } from "./reduceAll.ts";

/** Searches, and rounds in each. */
const [CHUNKS, ROUNDS] = [12, 25];

/**
 * Σ_{j covers i} vⱼ ≥ 1 for all demand with weight, the limits on v. First what is cheap: demand out of everyone's reach, demand of
 * which no two can share a vehicle (more of it than vehicles proves "none"), and search; then HiGHS.
 * @param timeLimit - s, for HiGHS
 * @returns posts, ascending; "none" where that is proved, "late" where time was up first
 */
export async function coverAll({ weight, covers, limits }: CoveringProblem, timeLimit: number, context: JobContext): Promise<Uint32Array | "none" | "late"> {
  const coveredBy = transposeSets(covers, weight.length);
  if (weight.some((w, i) => w > 0 && setOf(coveredBy, i).length === 0)) return "none";
  // What a demand point weighs does not matter: all of it is to be reached.
  const { problem, posts, settled } = reduceAll({ weight: weight.map((w) => (w > 0 ? 1 : 0)), covers, limits });
  const original = (chosen: readonly number[]): Uint32Array => Uint32Array.from([...chosen.map((k) => posts[k]), ...settled]).sort();
  const demandCount = problem.weight.length;
  const reaches = transposeSets(problem.covers, demandCount);
  if (apart(problem.covers, reaches) > problem.limits.vehicles.reduce((sum, most) => sum + most, 0)) return "none";

  const random = createRandom("cover all");
  const urgency = problem.weight.slice();
  let chosen: number[] = [];
  for (let chunk = 0; chunk < CHUNKS; chunk++) {
    const search = createCoveringSearch({ ...problem, weight: urgency });
    search.begin(chosen);
    search.improve(ROUNDS, random);
    chosen = search.posts();
    const missing = new Set(urgency.keys());
    for (const post of chosen) for (const i of setOf(problem.covers, post)) missing.delete(i);
    if (missing.size === 0) return original(chosen);
    // What stays out of reach counts more next time.
    for (const i of missing) urgency[i] += demandCount / missing.size;
  }
  if (timeLimit <= 0) return "late";

  const postCount = posts.length;
  const { status, columns } = solveProgram(
    await context.loadHighs(),
    {
      cost: new Float64Array(postCount),
      upper: Float64Array.from(posts, (_, k) => postCapacity(problem.limits, k)),
      whole: postCount,
      rows: [
        ...Array.from({ length: demandCount }, (_, i) => ({ columns: setOf(reaches, i), lower: 1, upper: Infinity })),
        ...limitRows(problem.limits).map((row) => ({ columns: row.posts, lower: row.lower, upper: row.upper })),
      ],
    },
    { timeLimit },
  );
  if (columns) return original(Array.from(columns).flatMap((vehicles, k) => Array.from({ length: Math.round(vehicles) }, () => k)));
  return status === "infeasible" ? "none" : "late";
}

/** How many demand points can be found of which no post covers two: each needs a vehicle of its own. */
function apart(covers: SetFamily, coveredBy: SetFamily): number {
  const size = (i: number): number => coveredBy.starts[i + 1] - coveredBy.starts[i];
  const order = Uint32Array.from({ length: coveredBy.starts.length - 1 }, (_, i) => i).sort((a, b) => size(a) - size(b) || a - b);
  const near = new Uint8Array(order.length);
  let count = 0;
  for (const i of order) {
    if (near[i] === 1) continue;
    count++;
    for (const post of setOf(coveredBy, i)) for (const other of setOf(covers, post)) near[other] = 1;
  }
  return count;
}
