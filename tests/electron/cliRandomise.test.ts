// `hexbeat randomise` and `hexbeat verify-schedule`: from a table of units, and from a project that keeps what is sealed.

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { FeatureCollection } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EMPTY_PLAN } from "../../core/plan/plan.ts";
import { planToJson } from "../../core/plan/storeHistory.ts";
import { withProject } from "../../electron/cliFiles.ts";
import { randomiseCommand } from "../../electron/cliRandomise.ts";
import { replayCommand } from "../../electron/cliReplay.ts";
import { verifyScheduleCommand } from "../../electron/cliVerifySchedule.ts";
import { keepSealed, sealedSchedules } from "../../electron/sealedSchedules.ts";
import { protocol } from "../core/trial/schedule/inventedProtocol.ts";
import { independentVerifier } from "../core/trial/schedule/independentVerifier.ts";
import { createCli, expectRefusal, json } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-randomise-"));
afterAll(() => rmSync(folder, { recursive: true }));
const hexbeat = createCli(folder);
const at = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(at(name), "utf8");
const P = at("town.hexbeat");

beforeAll(async () => {
  const units = Array.from({ length: 45 }, (_, i) => (i < 19 ? `D${i + 1},day,` : `N${i - 18},night,${i < 22 ? "quay" : ""}`));
  writeFileSync(at("units.csv"), `id,stratum,group\n${units.join("\n")}\n`);
  writeFileSync(at("incidents.csv"), `date,longitude,latitude,offence\n${Array.from({ length: 40 }, (_, i) => `2024-02-${`${1 + (i % 28)}`.padStart(2, "0")} 18:30,${(10 + 0.0001 * i).toFixed(6)},50.001,Assault`).join("\n")}`);
  json(hexbeat(["import", "incidents.csv", "-p", "town.hexbeat"]));
  await withProject(P, "write", async ({ host, opened }) => {
    await host.startHistory({ id: opened.project.id, base: planToJson({ ...EMPTY_PLAN, trial: protocol({ first: Date.UTC(2124, 3, 1) }) }) });
  });
});

describe("hexbeat randomise from a table of units", () => {
  const draw = ["randomise", "units.csv", "--first", "2021-09-01", "--days", "128", "--seed", "7", "-o", "schedule.csv", "--registration", "registration.txt"];

  test("writes the file that its hash is of, and the registration that its seal is of; a script without our code repeats the draw", () => {
    const answer = json<{ hash: string; seal: string; balance: object }>(hexbeat(draw));
    expect(answer).toMatchObject({ units: 45, days: 128, version: 1, attempt: 1, balance: { treatment: 1216 + answerNight(text("schedule.csv")) } });
    const sha256 = (name: string): string => createHash("sha256").update(readFileSync(at(name))).digest("hex");
    expect(answer.hash).toBe(sha256("schedule.csv"));
    expect(answer.seal).toBe(sha256("registration.txt"));
    expect(independentVerifier(text("schedule.csv"), text("registration.txt"))).toEqual([]);
  });

  test("is verified with exit code 0, and with 1 and the cell's name where one cell was changed", () => {
    expect(json(hexbeat(["verify-schedule", "schedule.csv", "--registration", "registration.txt"]))).toMatchObject({ same: true, locationDays: 45 * 128 });
    const lines = text("schedule.csv").split("\n");
    lines[700] = lines[700].endsWith("treatment") ? lines[700].replace("treatment", "control") : lines[700].replace(/control$/, "treatment");
    writeFileSync(at("changed.csv"), lines.join("\n"));
    const { code, out, error } = hexbeat(["verify-schedule", "changed.csv", "--registration", "registration.txt"]);
    expect(code).toBe(1);
    expect(error).toMatch(/^hexbeat: changed.csv is not as registered \(version 1, seal \w{12} …\), by the draw repeated \(attempt 1\)\.\n$/);
    const [day, unit] = lines[700].split(",");
    expect(JSON.parse(out)).toMatchObject({ same: false, differences: [{ line: 701, day, unit }] });
  });

  test("refuses in words what it cannot draw", async () => {
    const run = (...more: string[]) => randomiseCommand([at("units.csv"), ...more]);
    await expect(run("--days", "5")).rejects.toThrow(/Say the first day: --first 2024-04-01/);
    await expect(run("--first", "2024-04-01")).rejects.toThrow(/Say how many days/);
    await expect(run("--first", "2024-04-01", "--days", "5", "--share", "1")).rejects.toThrow(/--share 1 is not below 1/);
    await expect(run("--first", "2024-04-01", "--days", "5", "--redraw", "9")).rejects.toThrow(/--redraw N and --most M go together/);
    await expect(run("--first", "2024-04-01", "--days", "5", "--seal")).rejects.toThrow(/A version is sealed in a project/);
    await expect(run("--first", "2024-04-01", "--days", "5", "-o", at("a.geojson"))).rejects.toThrow(/needs shapes, and there are none/);
    await expect(run("--first", "2024-04-01", "--days", "5", "-o", at("a.doc"))).rejects.toThrow(/says no format: end it in \.csv/);
    await expect(randomiseCommand([P, "--seed", "8"])).rejects.toThrow(/--seed is set in the project's protocol/);
    expectRefusal(hexbeat(["verify-schedule", "schedule.csv"]), 1, /Say what it is verified against/);
  });
});

/** Groups weigh more than one unit, so that the night's number is the file's own. */
const answerNight = (csv: string): number => csv.split("\n").filter((line) => line.endsWith(",night,treatment")).length;

describe("hexbeat randomise in a project", () => {
  test("draws without keeping, seals with --seal, asks for a reason the next time, and replays all versions", async () => {
    await expect(randomiseCommand([P])).resolves.toMatchObject({ sealed: false, version: 1, units: 9, days: 12 });
    await expect(verifyScheduleCommand([at("schedule.csv"), "--project", P])).rejects.toThrow(/has no sealed schedule/);
    await randomiseCommand([P, "--seal", "-o", at("first.csv"), "--registration", at("first.txt")]);
    await expect(randomiseCommand([P, "--seal"])).rejects.toThrow(/Version 1 is sealed; another needs a reason/);
    await expect(randomiseCommand([P, "--seal", "--reason", "For the test"])).resolves.toMatchObject({ version: 2, kept: 0 });
    expect(await withProject(P, "read", async (project) => (await sealedSchedules(project)).map(({ version }) => version))).toEqual([1, 2]);
    await expect(replayCommand([P])).resolves.toMatchObject({ same: true, results: [{ job: "randomiseSchedule" }, { job: "randomiseSchedule" }] });
    await expect(verifyScheduleCommand([at("first.csv"), "--project", P, "--version", "1"])).resolves.toMatchObject({ same: true, faults: [], version: 1 });
    await expect(verifyScheduleCommand([at("first.csv"), "--registration", at("first.txt")])).resolves.toMatchObject({ same: true });
    await expect(verifyScheduleCommand([at("first.csv"), "--project", P, "--version", "3"])).rejects.toThrow(/has no version 3; it has 1, 2/);
  });

  test("writes shapes with arms by date, in one file or a day each", async () => {
    await randomiseCommand([P, "-o", at("s.geojson")]);
    const all = JSON.parse(text("s.geojson")) as FeatureCollection;
    expect(all.features).toHaveLength(9 * 12);
    expect(all.features[0]).toMatchObject({ properties: { date: "2124-04-01", hotspot: "D1", from: "2124-04-01T06:00:00", to: "2124-04-02T06:00:00", available_hours: "08-11" }, geometry: { type: "MultiPolygon" } });
    const arms = all.features.map(({ properties }) => (properties as { arm: string }).arm);
    expect(arms).toEqual(text("first.csv").trim().split("\n").slice(1).map((line) => line.split(",")[3]));
    await randomiseCommand([P, "-o", at("s.zip")]);
    const days = unzipSync(readFileSync(at("s.zip")));
    expect(Object.keys(days)).toHaveLength(12);
    const [day] = Object.entries(days);
    expect(day[0]).toBe("2124-04-01.geojson");
    expect((JSON.parse(new TextDecoder().decode(day[1])) as FeatureCollection).features).toHaveLength(9);
  });

  test("finds arms that were changed inside of the project, by the seal and by the draw", async () => {
    await withProject(P, "write", async (project) => {
      const [first] = await sealedSchedules(project);
      await keepSealed(project, { ...first, version: 3, arms: first.arms.map((arm, i) => (i === 4 ? 1 - arm : arm)) });
    });
    const checked = await verifyScheduleCommand([at("first.csv"), "--project", P]);
    expect(checked.same).toBe(false);
    expect(checked.differences.map(({ problem }) => problem)).toEqual([expect.stringMatching(/registered as/), expect.stringMatching(/but the draw repeated gives/)]);
    expect(checked.faults.join()).toMatch(/the seal of version 3 is not that of its registration.*version 3 does not name the seal of the version before/);
  });
});
