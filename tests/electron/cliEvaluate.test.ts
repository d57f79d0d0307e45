// `hexbeat evaluate`: the sample's trial from its files, and published tables from their counts.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TrialEvaluation } from "../../core/trial/evaluate/trialEvaluation.ts";
import type { PublishedTables } from "../../core/trial/published/publishedTables.ts";
import { evaluateCommand } from "../../electron/cliEvaluate.ts";
import { withProject } from "../../electron/cliFiles.ts";
import { importCommand } from "../../electron/cliImport.ts";
import { sealedSchedules } from "../../electron/sealedSchedules.ts";
import { sealSample } from "../e2e/sealedSample.ts";
import { createCli, expectRefusal, json, root } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-evaluate-"));
const hexbeat = createCli(folder);
const sample = (name: string): string => join(root, "assets", "sample", name);
const project = join(folder, "sample.hexbeat");
const evaluate = <T>(...args: string[]): Promise<T> => evaluateCommand(args) as Promise<T>;
const trial = ["--schedule", sample("trial-schedule.csv"), "--units", sample("trial-hotspots.geojson"), "--start-hour", "0"];

afterAll(() => rmSync(folder, { recursive: true }));

describe("hexbeat evaluate", () => {
  beforeAll(() => importCommand([sample("incidents.csv.gz"), "--project", project]), 60_000);

  test("evaluates the sample's trial from its schedule, hotspots and patrol logs", () => {
    writeFileSync(join(folder, "harm.csv"), "offence,days\nViolence against the person,100\nTheft,10\n");
    const found = json<TrialEvaluation & { readonly days: number; readonly harm: string }>(
      hexbeat(["evaluate", "sample.hexbeat", ...trial, "--logs", sample("patrol-logs.csv.gz"), "--outcome", "All crime", "--outcome", "Theft=Theft,Burglary", "--harm", "harm.csv", "--report", "report.html"]),
    );
    expect(found).toMatchObject({ days: 182, harm: "harm.csv", primary: { outcome: "All crime", measure: "count" }, interim: null });
    expect(found.comparisons.map(({ outcome, measure }) => `${outcome} ${measure}`)).toEqual(["All crime prevalence", "All crime count", "All crime harm", "Theft prevalence", "Theft count", "Theft harm"]);
    const [, count] = found.comparisons;
    expect([count.treatment.total, count.control.total]).toEqual([825, 950]);
    expect(found.flow.delivered).toEqual({ treatment: 1602, control: 65, logged: { treatment: 1820, control: 1820 } });
    expect(found.perProtocol!.delivery.treatment).toBeCloseTo(1602 / 1820, 12);
    expect(found.cautions).toContainEqual(expect.stringMatching(/count 0 days of harm: the harm table does not name/));
    expect(found.cautions).toContainEqual(expect.stringMatching(/^The schedule came from a file/));
    const report = readFileSync(join(folder, "report.html"), "utf8");
    for (const words of ["825", "a change of −13.2 % (count)", "88.0 % of treatment location-days had a full patrol", "The schedule was not sealed."]) expect(report).toContain(words);
  });

  test("looks at the days to a date, and refuses what it cannot evaluate", async () => {
    const { interim } = await evaluate<TrialEvaluation>(project, ...trial, "--until", "2024-05-10");
    expect(interim).toEqual({ day: 40, of: 182 });
    await expect(evaluate(project)).rejects.toThrow(/has no sealed schedule\. Seal one .* or give --schedule FILE\.csv\./);
    await expect(evaluate(project, ...trial, "--until", "2024-03-01")).rejects.toThrow(/lies before the trial's first day, 2024-04-01/);
    await expect(evaluate(project, "--units", sample("trial-hotspots.geojson"))).rejects.toThrow(/go with --schedule/);
    expectRefusal(hexbeat(["evaluate"]), 1, /Name one project/);
  });

  test("takes the sealed schedule and the delivery that was counted for it, and says where it departs from what was sealed", async () => {
    await sealSample(folder);
    const fullPatrols = Float64Array.from({ length: 20 * 182 }, (_, i) => (i % 4 === 0 ? 1 : 0));
    const kept = { fullPatrols, series: [{ name: "Full patrols", definition: "", values: fullPatrols, from: 0, until: 100 }] };
    await withProject(project, "write", async (opened) => {
      const [{ seal }] = await sealedSchedules(opened);
      await opened.host.putResult({
        id: opened.opened.project.id,
        result: { id: "result-9", job: "dosageOfTrial", title: "", parameters: {}, made: "2024-10-01T00:00:00.000Z", version: "", request: {}, value: { shown: { seal, dosage: kept }, numbers: {} } },
      });
    });
    const sealed = await evaluate<TrialEvaluation & { readonly trial: string }>(project);
    expect(sealed.trial).toBe("Harrowmere patrols");
    expect(sealed.flow.delivered!.logged).toEqual({ treatment: 1000, control: 1000 });
    expect(sealed.cautions.join(" ")).not.toContain("Exploratory");
    const other = await evaluate<TrialEvaluation>(project, "--outcome", "Burglary=Burglary", "--primary", "prevalence");
    expect(other.cautions[0]).toBe("Exploratory: the sealed protocol declared outcomes, measure, rings and level beforehand, and here they are otherwise (--outcome, --primary).");
  });

  test("computes published tables again: the Thames Valley's own, or those of a file", async () => {
    const { title, cells } = await evaluate<PublishedTables>("--counts", "thames-valley");
    expect(title).toBe("Thames Valley, Trial One");
    expect(cells.length).toBeGreaterThan(80);
    const arms = { treatment: { n: 2874, yes: 359 }, control: { n: 2886, yes: 407 } };
    const mine = join(folder, "table.json"), wrong = join(folder, "wrong.json");
    writeFileSync(mine, JSON.stringify({ title: "Mine", rows: [{ outcome: "Violence", measure: "prevalence", ...arms, printed: { statistic: "3.104" } }] }));
    expect((await evaluate<PublishedTables>("--counts", mine)).cells).toContainEqual(expect.objectContaining({ outcome: "Violence", printed: "3.104", verdict: "same" }));
    writeFileSync(wrong, JSON.stringify({ rows: [{ outcome: "Violence", measure: "prevalence", treatment: { n: "many" } }] }));
    await expect(evaluate("--counts", wrong)).rejects.toThrow(/wrong\.json is not a paper's counts: rows\.0\.treatment\.n: /);
    await expect(evaluate(project, "--counts", mine)).rejects.toThrow(/leave the project out/);
  });
});
