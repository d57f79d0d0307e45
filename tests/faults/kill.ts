// `node tests/faults/kill.ts --runs 100 --seed 1`: kills a writing host at random moments; ends with 1 if anything was lost.

import { parseArgs } from "node:util";
import { createRandom } from "../../core/stats/random.ts";
import { killProject } from "./killProject.ts";

const { values } = parseArgs({ options: { runs: { type: "string", default: "100" }, seed: { type: "string", default: "1" } } });
const started = performance.now();
const { kills, acknowledged, recovered, violations } = await killProject(Number.parseInt(values.runs, 10), createRandom(values.seed));
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`${kills} kills (seed ${values.seed}, ${seconds} s): ${acknowledged} acknowledged writes, ${recovered} recoveries, ${violations.length} violations`);
for (const violation of violations) console.log(`  ${violation}`);
process.exitCode = violations.length > 0 ? 1 : 0;
