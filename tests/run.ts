// `npm test`: every stage in order, and at the end all that failed. `npm test -- unit e2e` runs only those stages.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser, ensureGdal } from "./support/ensureTools.ts";

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const root = join(import.meta.dirname, "..");
const results = join(root, "out", "test-results");
const SOURCES = ["core", "workers", "electron", "renderer", "assets", "tests"];

const stages: Readonly<Record<string, () => Tally>> = {
  typecheck: () => check("tsc", ["--build"]),
  lint: () => check("oxlint", ["--type-aware", ...SOURCES]),
  unit() {
    ensureGdal();
    const report = join(results, "unit.json");
    const args = ["run", "--config", "tests/vitest.config.ts", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    return tallied(run("vitest", args), () => fromVitest(report));
  },
  build: () => check(process.execPath, ["electron/build.ts"]),
  e2e() {
    ensureBrowser();
    const report = join(results, "e2e.json");
    const args = ["test", "--config", "tests/playwright.config.ts", "--reporter=list,json"];
    return tallied(run("playwright", args, { PLAYWRIGHT_JSON_OUTPUT_NAME: report }), () => fromPlaywright(report));
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(stages, name));
if (unknown.length > 0) {
  console.error(`There is no stage "${unknown.join('", "')}". The stages are: ${Object.keys(stages).join(", ")}.`);
  process.exit(2);
}

mkdirSync(results, { recursive: true });
const outcomes = Object.entries(stages)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .map(([name, stage]) => {
    console.log(`\n━━━ ${name} ━━━`);
    const started = performance.now();
    return { name, ...guarded(stage), seconds: (performance.now() - started) / 1000 };
  });

console.log("\n━━━ results ━━━");
for (const { name, passed, failed, skipped, seconds } of outcomes) {
  const verdict = failed > 0 ? "FAILED" : "passed";
  console.log(`${name.padEnd(10)} ${verdict}  ${passed} passed, ${failed} failed, ${skipped} skipped  (${seconds.toFixed(0)} s)`);
}
const sum = (part: keyof Tally): number => outcomes.reduce((total, outcome) => total + outcome[part], 0);
process.exitCode = sum("failed") > 0 ? 1 : 0;
console.log(`${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);

function guarded(stage: () => Tally): Tally {
  try {
    return stage();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env }, shell: process.platform === "win32" });
  if (done.error) console.error(`${command} could not be run: ${done.error.message}`);
  return done.status === 0;
}

/** A tool that only says yes or no counts as one test. */
function check(command: string, args: readonly string[]): Tally {
  const ok = run(command, args);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** A runner that fails without naming a failed test (a file that does not load) still counts as a failure. */
function tallied(ok: boolean, read: () => Tally): Tally {
  const tally = read();
  return !ok && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** The report of this run; removed once read, so that no later run takes it for its own. */
function take<T>(path: string): T {
  const text = readFileSync(path, "utf8");
  rmSync(path);
  return JSON.parse(text) as T;
}

function fromVitest(path: string): Tally {
  const report = take<{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }>(path);
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests };
}

function fromPlaywright(path: string): Tally {
  const { stats } = take<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(path);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
