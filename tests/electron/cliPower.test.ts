// `hexbeat power` from a small invented project and by formula alone, and its refusals.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unpackTable } from "../../core/incidents/packedTable.ts";
import { EMPTY_PLAN } from "../../core/plan/plan.ts";
import { planToJson } from "../../core/plan/storeHistory.ts";
import { createRandom } from "../../core/stats/random.ts";
import type { FormulaPower } from "../../core/trial/power/powerByFormula.ts";
import type { TrialPower } from "../../core/trial/power/trialPower.ts";
import { withProject } from "../../electron/cliFiles.ts";
import { powerCommand } from "../../electron/cliPower.ts";
import { createCli, json } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-power-"));
afterAll(() => rmSync(folder, { recursive: true }));
const hexbeat = createCli(folder);
const P = "town.hexbeat";
const power = (...args: string[]): Promise<unknown> => powerCommand([join(folder, P), ...args]);

beforeAll(async () => {
  // Three hundred days of four places 1 km apart, two incidents a day on average.
  const random = createRandom(5);
  const lines = Array.from({ length: 600 }, () => {
    const date = new Date(Date.UTC(2023, 0, 1) + random.integer(300) * 86_400_000).toISOString().slice(0, 10);
    return `${date} ${10 + random.integer(13)}:30,${(10 + 0.014 * random.integer(4)).toFixed(6)},50,Assault`;
  });
  writeFileSync(join(folder, "incidents.csv"), ["date,longitude,latitude,offence", ...lines].join("\n"));
  json(hexbeat(["import", "incidents.csv", "-p", P]));
  await withProject(join(folder, P), "write", async ({ host, opened }) => {
    const table = unpackTable(await host.getIncidents({ id: opened.project.id }));
    const places = [...new Set(table.x)].sort((a, b) => a - b);
    const hotspots = places.map((x, i) => ({
      id: `H${i + 1}`, name: `H${i + 1}`, rank: null, note: "", locked: false,
      shape: { kind: "hexagon" as const, centre: { x, y: table.y[table.x.indexOf(x)] }, side: 150, rotation: 0 },
    }));
    await host.startHistory({ id: opened.project.id, base: planToJson({ ...EMPTY_PLAN, hotspots, next: 5 }), hotspots: 4 });
  });
});

describe("hexbeat power", () => {
  test("says what a trial on the plan's hotspots could detect, the same by the command as by the function", async () => {
    const args = ["--days", "100", "--measure", "count", "--expect", "0.2", "--draws", "100", "--no-curves"];
    const found = json<TrialPower & { readonly outcome: string; readonly past: readonly { readonly first: string; readonly days: number }[] }>(hexbeat(["power", P, ...args]));
    expect(found).toMatchObject({ hotspots: 4, days: 100, outcome: "All crime", expectedFall: 0.2, draws: 100 });
    expect(found.past).toEqual([{ first: "2023-01-01", days: found.historyDays }]);
    expect(found.measures.map(({ measure, byDays }) => [measure, byDays])).toEqual([["count", null]]);
    expect(found.measures[0].history.mean).toBeCloseTo(0.5, 1);
    expect(found.measures[0].verdict).toMatch(/^With 4 hotspots and 100 days/);
    expect(await power(...args)).toEqual(found);
  });

  test("takes fewer hotspots, other dates, delivery and contamination", async () => {
    const found = (await power("--hotspots", "3", "--from", "2023-02-01", "--to", "2023-06-01", "--delivery", "0.9", "--contamination", "0.1", "--draws", "50", "--no-curves", "--days", "60")) as TrialPower;
    expect(found).toMatchObject({ hotspots: 3, historyDays: 120 });
    expect(found.measures.map(({ measure }) => measure)).toEqual(["prevalence", "count"]);
    expect(found.cautions.at(-1)).toMatch(/90 % of treatment and 10 % of control/);
  });

  test("needs no project where the numbers are given: the first Thames Valley trial's prevalence", async () => {
    const found = (await powerCommand(["--control-prevalence", "0.14102564102564102", "--treatment-days", "2874", "--control-days", "2886", "--expect", "0.0874"])) as FormulaPower;
    expect(found.smallest).toBeCloseTo(0.175, 3);
    expect(found.power.pooled).toBeCloseTo(0.28, 2);
    const rates = (await powerCommand(["--control-rate", "0.209", "--dispersion", "1.87", "--treatment-days", "2874", "--control-days", "2886"])) as FormulaPower;
    expect(rates.smallest).toBeGreaterThan(0.17);
    // The exact test is for counts without overdispersion.
    expect(rates.power).not.toHaveProperty("exact");
    const poisson = (await powerCommand(["--control-rate", "0.209", "--treatment-days", "2874", "--control-days", "2886", "--expect", "0.0874"])) as FormulaPower;
    expect(poisson.power["exact"]).toBeCloseTo(poisson.power["logRatio"], 1);
    const harm = (await powerCommand(["--control-harm", "14", "--sd", "120", "--treatment-days", "2874", "--control-days", "2886"])) as FormulaPower;
    expect(harm.smallest).toBeGreaterThan(0.5);
  });

  test("refuses in words", async () => {
    await expect(power("--colour", "red")).rejects.toThrow(/--colour/);
    await expect(power("--sd", "3")).rejects.toThrow(/leave the project out/);
    await expect(power("--outcome", "Burglary")).rejects.toThrow(/no outcome "Burglary"; it has All crime/);
    await expect(power("--from", "2020-01-01", "--to", "2020-02-01")).rejects.toThrow(/no day before the trial/);
    await expect(power("--measure", "harm")).rejects.toThrow(/harm table/);
    await expect(power("--expect", "9")).rejects.toThrow(/--expect 9 is not a share/);
    await expect(powerCommand([])).rejects.toThrow(/Name a project, or give one of/);
    await expect(powerCommand(["--control-prevalence", "14.1", "--treatment-days", "100", "--control-days", "100"])).rejects.toThrow(/Write 14.1 % as 0.141/);
    await expect(powerCommand(["--control-harm", "14", "--treatment-days", "100", "--control-days", "100"])).rejects.toThrow(/standard deviation/);
    await expect(powerCommand(["--control-rate", "1", "--days", "5"])).rejects.toThrow(/--days goes with power from a project/);
  });
});
