// The randomisation test and the negative binomial model of 45 hotspots over 128 days, beside numpy's draws and R's glm.nb.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { weekdayOf } from "../../core/incidents/selectIncidents.ts";
import { fitCounts } from "../../core/stats/counts/fitCounts.ts";
import { createRandom } from "../../core/stats/random.ts";
import { drawnRandomisation } from "../../core/trial/randomisation/drawnRandomisation.ts";
import { exactRandomisation } from "../../core/trial/randomisation/exactRandomisation.ts";
import { randomisedBlocks } from "../../core/trial/randomisation/randomisedBlocks.ts";
import { statisticColumns } from "../../core/trial/randomisation/statisticColumns.ts";
import { blocksOf } from "../../core/trial/schedule/blocks.ts";
import { inventedTrial, THAMES_VALLEY } from "../core/trial/randomisation/inventedTrial.ts";

const DRAWS = 10_000;
const UNITS = 45, DAYS = 128, DAY = 86_400_000;

const { units, arms, y } = inventedTrial(createRandom("trial bench"), { ...THAMES_VALLEY, strata: [UNITS], ratio: 0.9 });
const harm = y.map((count, row) => count * [1, 2.5, 10, 19, 365, 5, 10, 182.5][(row * 7919) % 8] * (1 + (row % 97) / Math.PI));

/** Processor time of the median of several runs, after as many to compile. */
function timed<T>(runs: number, work: () => T): { readonly value: T; readonly ms: number } {
  const times: number[] = [];
  let value = work();
  for (let run = 1; run < 2 * runs; run++) {
    const before = process.cpuUsage(), wall = performance.now();
    value = work();
    const { user, system } = process.cpuUsage(before);
    // Collecting garbage on other threads counts for processor time, waiting for a shared processor for neither.
    if (run >= runs) times.push(Math.min(performance.now() - wall, (user + system) / 1000));
  }
  return { value, ms: times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] };
}

const blocks = randomisedBlocks(blocksOf(units, DAYS, "day", arms), UNITS);
const columns = statisticColumns(blocks, y), harmColumns = statisticColumns(blocks, harm);
const exact = timed(15, () => exactRandomisation(columns.y.sums)!);
const drawn = timed(2, () => drawnRandomisation(columns, "difference", { draws: DRAWS, seed: "1" }));
const ofHarm = timed(2, () => drawnRandomisation(harmColumns, "t", { draws: DRAWS, seed: "1" }));

/** As one would write it: a partial shuffle of each day. */
function plainDraws(): number {
  const random = createRandom("plain draws");
  const order = Array.from({ length: UNITS }, (_, i) => i);
  let asFar = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    let sum = 0;
    for (let day = 0; day < DAYS; day++) {
      for (let k = 22 + (day % 2), i = 0; i < k; i++) {
        const j = i + random.integer(UNITS - i);
        [order[i], order[j]] = [order[j], order[i]];
        sum += y[day * UNITS + order[i]];
      }
    }
    if (Math.abs(sum - exact.value.expected) >= Math.abs(exact.value.observed - exact.value.expected)) asFar++;
  }
  return (1 + asFar) / (1 + DRAWS);
}
const plain = timed(1, plainDraws);

const level = Uint32Array.from(y.keys()), hotspots = { level: level.map((row) => row % UNITS), levels: UNITS };
const weekdays = { level: level.map((row) => weekdayOf(Math.floor(row / UNITS) * DAY)), levels: 7 };
const treatment = Float64Array.from(arms);
const model = timed(25, () => fitCounts({ y, columns: [treatment], effects: [hotspots, weekdays], family: "negative-binomial", cluster: hotspots }));

const folder = mkdtempSync(join(tmpdir(), "hexbeat-peer-"));
const file = join(folder, "trial.csv");
writeFileSync(file, ["hotspot,day,weekday,treat,count", ...Array.from(y, (count, row) => [row % UNITS, Math.floor(row / UNITS), weekdays.level[row], arms[row], count].join(","))].join("\n"));
function peer<T>(command: string, script: string): T | null {
  const run = spawnSync(command, [join(import.meta.dirname, script), file, `${DRAWS}`], { encoding: "utf8", env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" } });
  return run.status === 0 ? (JSON.parse(run.stdout) as T) : null;
}
const numpy = peer<{ name: string; ms: number; p: number }>("python3", "trialPeer.py");
const r = peer<{ name: string; ms: number; logLikelihood: number; coefficient: number; theta: number }>("Rscript", "trialPeer.R");
rmSync(folder, { recursive: true });

const line = (name: string, ms: number, note: string): void => console.log(`${name.padEnd(58)}${ms.toFixed(ms < 100 ? 1 : 0).padStart(8)} ms  ${note}`);
console.log(`${UNITS} hotspots, ${DAYS} days, ${y.length} location-days, ${columns.total.y} incidents; processor time`);
line("exact p-value over every assignment", exact.ms, `p = ${exact.value.p.toFixed(6)}`);
line(`${DRAWS} seeded draws of the difference`, drawn.ms, `p = ${drawn.value.p.toFixed(4)}`);
line(`${DRAWS} seeded draws of Welch's t of harm`, ofHarm.ms, `p = ${ofHarm.value.p.toFixed(4)}`);
line(`${DRAWS} draws by a plain loop here`, plain.ms, `p = ${plain.value.toFixed(4)}: ${(plain.ms / exact.ms).toFixed(0)} times the exact`);
if (numpy) line(`${DRAWS} draws by ${numpy.name}`, numpy.ms, `p = ${numpy.p.toFixed(4)}: ${(numpy.ms / exact.ms).toFixed(0)} times the exact, ${(numpy.ms / drawn.ms).toFixed(1)} times our draws`);
else console.log("SKIPPED: Python with numpy is not installed; there are no draws to compare with.");
console.log();
line("negative binomial, hotspot and weekday effects", model.ms, `log-likelihood ${model.value.logLikelihood.toFixed(6)}, treatment ${model.value.coefficients[0].toFixed(6)}, θ ${model.value.theta?.toFixed(5)}`);
if (r) {
  line(r.name, r.ms, `log-likelihood ${r.logLikelihood.toFixed(6)}, treatment ${r.coefficient.toFixed(6)}, θ ${r.theta.toFixed(5)}: ${(r.ms / model.ms).toFixed(0)} times ours`);
  console.log(`relative difference of the log-likelihoods ${Math.abs(model.value.logLikelihood / r.logLikelihood - 1).toExponential(1)}`);
} else console.log("SKIPPED: R with MASS is not installed; there is no model to compare with.");
