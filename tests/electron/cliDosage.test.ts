// `hexbeat dosage` on the sample's trial: its patrol logs and positions against its schedule.

import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { csvRows } from "../../core/formats/csvRows.ts";
import { EMPTY_PLAN } from "../../core/plan/plan.ts";
import { planToJson } from "../../core/plan/storeHistory.ts";
import { START_PROTOCOL } from "../../core/trial/protocol.ts";
import { dosageCommand } from "../../electron/cliDosage.ts";
import { withProject } from "../../electron/cliFiles.ts";
import { importCommand } from "../../electron/cliImport.ts";
import { createCli, json, root } from "../support/cli.ts";
import { SAMPLE_DAYS, sampleUnits } from "../support/sampleTrial.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-dosage-"));
afterAll(() => rmSync(folder, { recursive: true }));
const hexbeat = createCli(folder);
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  for (const name of ["patrol-logs.csv.gz", "radio-pings.csv.gz", "trial-schedule.csv"]) copyFileSync(join(root, "assets", "sample", name), at(name));
  // The grid of the sample, from incidents where it lies.
  writeFileSync(at("incidents.csv"), `date,longitude,latitude,offence\n${Array.from({ length: 40 }, (_, i) => `2024-02-${`${1 + (i % 28)}`.padStart(2, "0")} 18:30,${(1.2 + 0.0001 * i).toFixed(6)},54.4,Assault`).join("\n")}`);
  await importCommand([at("incidents.csv"), "-p", at("town.hexbeat")]);
  await withProject(at("town.hexbeat"), "write", async ({ host, opened }) => {
    await host.startHistory({ id: opened.project.id, base: planToJson({ ...EMPTY_PLAN, trial: { ...START_PROTOCOL, ...SAMPLE_DAYS, units: sampleUnits() } }) });
  });
});

describe("hexbeat dosage", () => {
  test("tells delivery, contamination and the alarm, and writes the location-days", () => {
    const answer = json<{ readonly delivered: object; readonly series: readonly { readonly name: string; readonly total: number }[] }>(
      hexbeat(["dosage", "town.hexbeat", "--logs", "patrol-logs.csv.gz", "--pings", "radio-pings.csv.gz", "--schedule", "trial-schedule.csv", "-o", "days.csv"]),
    );
    expect(answer).toMatchObject({
      units: 20, days: 182, file: "days.csv",
      files: [{ file: "patrol-logs.csv.gz", rows: 6426, kept: 6410 }, { file: "radio-pings.csv.gz", rows: 7078, kept: 7078 }],
      delivered: { yes: 1602, of: 1820 }, contaminated: { yes: 65, of: 1820 },
      alarms: [{ name: "Full patrols", state: "delivered" }, { name: "Pings", state: "delivered" }],
    });
    const [head, ...rows] = csvRows(readFileSync(at("days.csv"), "utf8"));
    const full = rows.reduce((sum, { cells }) => sum + Number.parseFloat(cells[head.cells.indexOf("full patrols")]), 0);
    expect(full).toBe(answer.series.find(({ name }) => name === "Full patrols")?.total);
  });

  const run = (...args: readonly string[]): Promise<unknown> => dosageCommand([at("town.hexbeat"), ...args]);
  const logs = ["--logs", at("patrol-logs.csv.gz")], arms = ["--schedule", at("trial-schedule.csv")];

  test("a log handed back twice counts once, and that is said", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect(await run(...logs, ...logs, ...arms)).toMatchObject({ matched: [{ rows: 6410 }] });
    expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/patrol-logs\.csv\.gz: 6410 rows repeat an earlier file's and were left out\.$/));
    said.mockRestore();
  });

  test("says what is missing", async () => {
    await expect(run(...logs)).rejects.toThrow(/no sealed schedule\. Seal one .*--schedule FILE\.csv/);
    await expect(run(...arms)).rejects.toThrow(/Give patrol logs, positions or stops/);
    await expect(run(...arms, "--logs", at("trial-schedule.csv"))).rejects.toThrow(/"trial-schedule\.csv" has no column that says when a patrol started/);
    await expect(run(...arms, ...logs, "--map", "area=beat")).rejects.toThrow(/"area=beat" is no COLUMN=role\. The roles are: unit, officer/);
  });
});
