// Maximal covering by CBC, the best open solver for it: the model as a text, solved with a time limit.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CoveringProblem } from "../../core/patrol/covering/coveringReduction.ts";
import { setOf, transposeSets } from "../../core/patrol/covering/coverSets.ts";

export const haveCbc = (): boolean => spawnSync("cbc", ["-quit"]).error === undefined;

/** @returns the covered weight of CBC's best allocation, and whether it is proved */
export function cbcCovering({ weight, covers, limits }: CoveringProblem, seconds: number): { covered: number; proven: boolean } {
  const coveredBy = transposeSets(covers, weight.length);
  const sites = Array.from(limits.siteOf, (_, post) => `v${post}`);
  const lines = [
    "Minimize",
    "uncovered:",
    ...Array.from(weight, (w, i) => `+ ${w} u${i}`),
    "Subject To",
    ...Array.from(weight, (_, i) => `c${i}: u${i} ${Array.from(setOf(coveredBy, i), (post) => `+ v${post}`).join("\n")} >= 1`),
    `fleet: ${sites.map((site) => `+ ${site}`).join("\n")} <= ${limits.vehicles[0]}`,
    "Bounds",
    ...Array.from(weight, (_, i) => `u${i} <= 1`),
    "Binaries",
    ...sites,
    "End",
  ];
  const folder = mkdtempSync(join(tmpdir(), "covering-"));
  try {
    const model = join(folder, "model.lp");
    writeFileSync(model, lines.join("\n"));
    const { stdout } = spawnSync("cbc", [model, "sec", String(seconds), "ratio", "0", "solve"], { encoding: "utf8" });
    const objective = /Objective value:\s+([\d.]+)/.exec(stdout);
    if (!objective) throw new Error(`CBC answered without an objective:\n${stdout.slice(-2000)}`);
    return { covered: weight.reduce((sum, w) => sum + w, 0) - Number(objective[1]), proven: stdout.includes("Optimal solution found") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
