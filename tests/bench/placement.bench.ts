// k hexagons on San Francisco's assaults: inside, bound, gap and time, beside the best fixed cells and a peer that nudges them.

import { countInAny } from "../../core/geo/countInside.ts";
import { buildPointIndex } from "../../core/geo/pointIndex.ts";
import { placeHexagons, type PlacedHexagons } from "../../core/hotspots/placement/placeHexagons.ts";
import { byRank, promote } from "../../core/hotspots/promote.ts";
import { proposeNudge } from "../../core/hotspots/proposeNudge.ts";
import { spacingViolations } from "../../core/hotspots/spacing.ts";
import { tessellate } from "../../core/hotspots/tessellate.ts";
import { runJob } from "../../core/job.ts";
import { addHotspot } from "../../core/plan/edits/addHotspot.ts";
import { EMPTY_PLAN, type Plan } from "../../core/plan/plan.ts";
import { createRandom } from "../../core/stats/random.ts";
import { nodeContext } from "../support/nodeContext.ts";
import { readSanFrancisco } from "../support/sanFrancisco.ts";

const SECONDS = 30, PEER_SECONDS = 12;
const SIDE = 150, BUFFER = 75;

const assaults = await readSanFrancisco("ASSAULT");
if (!assaults) process.exit(0);
const { x, y } = assaults;
const index = buildPointIndex(x, y);
const insideOf = (plan: Plan): number => countInAny(index, plan.hotspots.map(({ shape }) => shape));

/** The best cells of a tessellation moved and turned at random, each nudged to its best place nearby until none gains; the best of many. */
function nudgedGreedy(k: number): { readonly inside: number; readonly tries: number } {
  const random = createRandom("peer"), started = performance.now();
  let inside = 0, tries = 0;
  while (performance.now() - started < 1000 * PEER_SECONDS) {
    const origin = { x: 450 * random.uniform(), y: 450 * random.uniform() };
    const cells = tessellate({ x, y, side: SIDE, kind: "hexagon", origin, rotation: (random.uniform() * Math.PI) / 3 });
    let { plan } = promote(EMPTY_PLAN, cells, byRank(cells), k, { keepApart: true });
    for (let before = -1; insideOf(plan) > before; ) {
      before = insideOf(plan);
      for (let i = 0; i < plan.hotspots.length; i++) {
        const { hexagon } = proposeNudge(plan, plan.hotspots[i], index);
        plan = { ...plan, hotspots: plan.hotspots.with(i, { ...plan.hotspots[i], shape: hexagon }) };
      }
    }
    inside = Math.max(inside, insideOf(plan));
    tries++;
  }
  return { inside, tries };
}

interface Run {
  readonly result: PlacedHexagons;
  readonly seconds: number;
  /** When the best set was found, s. */
  readonly bestAt: number;
}

async function place(k: number): Promise<Run> {
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  let bestAt = 0, most = 0;
  const result = await runJob("placeHexagons", placeHexagons, { x, y, side: SIDE, buffer: BUFFER, k, seconds: SECONDS }, {
    ...nodeContext,
    elapsed,
    found: (better) => {
      const { objective } = better as PlacedHexagons;
      if (objective > most) [most, bestAt] = [objective, elapsed()];
    },
  });
  return { result, seconds: elapsed(), bestAt };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
console.log(`${x.length.toLocaleString("en-GB")} assaults, hexagons of ${SIDE} m, buffers of ${BUFFER} m, one worker, ${SECONDS} s for search and proof together; wall time\n`);
console.log(`| k | best fixed cells | nudged from many tessellations, ${PEER_SECONDS} s | placed anywhere | more than fixed | than nudged | bound | gap | best found after | time |`);
console.log("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
for (const k of [20, 45, 100]) {
  const peer = nudgedGreedy(k);
  const { result, seconds, bestAt } = await place(k);
  const { objective, greedy, bound, gap, hexagons } = result;
  console.log(
    `| ${k} | ${greedy.objective} | ${peer.inside} (best of ${peer.tries}) | ${objective} | ${percent(objective / greedy.objective - 1)} | ` +
      `${percent(objective / peer.inside - 1)} | ${bound} | ${percent(gap)} | ${bestAt.toFixed(1)} s | ${seconds.toFixed(1)} s |`,
  );
  const violations = spacingViolations(hexagons.reduce((plan, shape) => addHotspot(plan, shape).plan, EMPTY_PLAN));
  if (violations.length > 0) {
    console.error(`FAILED: ${violations.length} buffers overlap.`);
    process.exitCode = 1;
  }
}
