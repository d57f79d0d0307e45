// The command line as a person or a script meets it: child processes, exit codes, standard output and error.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Host } from "../../core/host.ts";
import type { ImportReport } from "../../core/incidents/importReport.ts";
import { jobs } from "../../core/jobs.ts";
import { EMPTY_PLAN } from "../../core/plan/plan.ts";
import { addHotspot } from "../../core/plan/edits/addHotspot.ts";
import { planToJson } from "../../core/plan/storeHistory.ts";
import { NO_FILTER } from "../../core/incidents/filter.ts";
import { unpackTable } from "../../core/incidents/packedTable.ts";
import { withProject } from "../../electron/cliFiles.ts";
import { describeParams, type ParameterDescription } from "../../electron/describeParams.ts";
import { runNamedJob } from "../../electron/cliJob.ts";
import { createCli, expectRefusal, json, root } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

const hexbeat = createCli(folder);

const write = (name: string, text: string): string => (writeFileSync(join(folder, name), text), name);
const CRIMES = write(
  "crimes.csv",
  ["id,date,time,longitude,latitude,offence"]
    .concat(Array.from({ length: 50 }, (_, i) => `${i},2024-03-${String(1 + (i % 28)).padStart(2, "0")},${10 + (i % 12)}:17,${(-1.25 + i * 1e-4).toFixed(6)},51.75,${i % 2 ? "burglary" : "robbery"}`))
    .join("\n"),
);

describe("help", () => {
  test("the list of commands and every command's own help go to standard output", () => {
    const all = hexbeat(["--help"]);
    expect(all.code).toBe(0);
    for (const command of ["import", "call", "export", "forecast", "backtest", "info", "replay", "jobs"]) expect(all.out).toContain(`  ${command} `);
    for (const command of ["import", "export", "forecast", "backtest"]) {
      const own = hexbeat([command, "--help"]);
      expect(own.code).toBe(0);
      expect(own.out).toMatch(new RegExp(`^hexbeat ${command} `));
    }
  });

  test("without a command, or with one that is not there, it says what there is and fails", () => {
    expect(hexbeat([])).toMatchObject({ code: 2, out: "" });
    expectRefusal(hexbeat(["destroy"]), 2, /no command "destroy".*import, call/);
    expectRefusal(hexbeat(["import", "--frobnicate"]), 2, /Unknown option '--frobnicate'/);
  });
});

describe("jobs", () => {
  test("all jobs are listed with a title", () => {
    const list = json<{ name: string; title: string }[]>(hexbeat(["jobs"]));
    expect(list.map(({ name }) => name)).toEqual(Object.keys(jobs));
    expect(list.every(({ title }) => title.length > 10)).toBe(true);
  });

  test("a job's parameters come from its schema, with type, meaning and whether they may be left out", () => {
    const { parameters } = json<{ parameters: ParameterDescription[] }>(hexbeat(["jobs", "kernelDensity"]));
    const named = new Map(parameters.map((parameter) => [parameter.name, parameter]));
    expect(named.get("x")).toMatchObject({ type: "array of number", optional: false });
    expect(named.get("grid.cell")).toMatchObject({ type: "number (> 0)", optional: false });
    expect(named.get("kernel")).toMatchObject({ type: '"gaussian" | "quartic"' });
    expect(named.get("exact")).toMatchObject({ type: "boolean", optional: true });
    const held = json<{ parameters: ParameterDescription[] }>(hexbeat(["jobs", "summariseBacktest"]));
    expect(held.parameters.find(({ name }) => name === "settings.windows")?.type).toBe("array of [number (≥ 0, ≤ 24), number (≥ 0, ≤ 24)]");
    for (const [name, { params }] of Object.entries(jobs)) expect(describeParams(params).length, name).toBeGreaterThan(0);
  });
});

describe("call", () => {
  test("the density of one incident integrates to one, from a file and from standard input", () => {
    const params = JSON.stringify({
      x: [5], y: [5], grid: { origin: { x: -1000, y: -1000 }, cell: 10, columns: 201, rows: 201 },
      bandwidthX: 100, bandwidthY: 100, kernel: "gaussian", exact: true,
    });
    const fromInput = json<{ values: number[] }>(hexbeat(["call", "kernelDensity", "-"], params));
    const sum = fromInput.values.reduce((total, value) => total + value * 100, 0);
    expect(sum).toBeCloseTo(1, 6);
    expect(json(hexbeat(["call", "kernelDensity", write("params.json", params)]))).toEqual(fromInput);
  });

  test("HiGHS solves a covering problem to proven optimality", () => {
    const params = JSON.stringify({ x: [0, 100, 1000], y: [0, 0, 0], weight: [1, 2, 4], radius: 150, vehicles: 1 });
    expect(json(hexbeat(["call", "maximalCovering", "-"], params))).toMatchObject({ objective: 4, bound: 4, proven: true });
  });

  test("a job that takes a file takes its path", () => {
    const params = JSON.stringify({ source: { kind: "text", file: CRIMES }, name: CRIMES });
    expect(json<{ columns: { name: string }[] }>(hexbeat(["call", "previewIncidents", "-"], params)).columns.map(({ name }) => name)).toContain("longitude");
  });

  test("what does not fit is named, in one line", () => {
    expectRefusal(hexbeat(["call", "fly", "-"], "{}"), 1, /no job "fly"/);
    expectRefusal(hexbeat(["call", "kernelDensity", "-"], '{"x":[1]}'), 1, /grid.*hexbeat jobs kernelDensity/);
    expectRefusal(hexbeat(["call", "kernelDensity", "-"], "{"), 1, /not JSON/);
    expectRefusal(hexbeat(["call", "kernelDensity", "nowhere.json"]), 1, /no file nowhere\.json/);
    expectRefusal(hexbeat(["call"]), 1, /Name a job/);
  });
});

describe("a project", () => {
  const P = "town.hexbeat";

  test("is made by an import, whose report adds up", () => {
    const report = json<ImportReport>(hexbeat(["import", CRIMES, "--project", P]));
    expect(report).toMatchObject({ records: 50, loaded: 50, setAside: 0, leftOut: 0, file: CRIMES });
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(folder)).toContain(P);
  });

  test("takes more incidents, or others in their place", () => {
    const again = hexbeat(["import", CRIMES, "-p", P]);
    json(again);
    expect(again.error).toMatch(/added to the 50 incidents/);
    expect(json(hexbeat(["info", P]))).toMatchObject({ incidents: { count: 100 } });
    json(hexbeat(["import", CRIMES, "-p", P, "--replace"]));
    expect(json(hexbeat(["info", P]))).toMatchObject({ incidents: { count: 50, filtered: 50, period: "2024-03-01 to 2024-03-28" }, readOnly: null });
  });

  test("is not made by an import that fails, and the question is asked in one line", () => {
    const ambiguous = write("ambiguous.csv", "date,lon,lat\n03/04/2024,-1.2,51.7\n05/06/2024,-1.3,51.8\n");
    expectRefusal(hexbeat(["import", ambiguous, "-p", "new.hexbeat"]), 1, /--date-order/);
    expect(existsSync(join(folder, "new.hexbeat"))).toBe(false);
    json(hexbeat(["import", ambiguous, "-p", "new.hexbeat", "--date-order", "day-first"]));
    expectRefusal(hexbeat(["import", ambiguous, "-p", "new.hexbeat", "--date-order", "odd"]), 1, /not one of: year-first/);
    expectRefusal(hexbeat(["import", ambiguous, "-p", "new.hexbeat", "--map", "lon"]), 1, /not COLUMN=ROLE/);
    expectRefusal(hexbeat(["import", "nowhere.csv", "-p", P]), 1, /no file nowhere\.csv/);
    expectRefusal(hexbeat(["import", CRIMES]), 1, /--project/);
    expectRefusal(hexbeat(["import", CRIMES, "-p", "town.db"]), 1, /ending in \.hexbeat/);
  });

  test("exports its hotspots in each format, with the counts inside", async () => {
    await withProject(join(folder, P), "write", async ({ host, opened }) => {
      const { id } = opened.project;
      const { x, y } = unpackTable(await host.getIncidents({ id }));
      const { plan } = addHotspot(EMPTY_PLAN, { kind: "hexagon", centre: { x: x[0], y: y[0] }, side: 150, rotation: 0 });
      await host.startHistory({ id, base: planToJson(plan) });
    });
    for (const format of ["geojson", "csv", "kml", "gpkg"]) {
      const written = json<{ hotspots: number; bytes: number }>(hexbeat(["export", P, "--hotspots", "--as", format, "-o", `h.${format}`]));
      expect(written.hotspots).toBe(1);
      expect(readFileSync(join(folder, `h.${format}`)).length).toBe(written.bytes);
    }
    const { features } = JSON.parse(readFileSync(join(folder, "h.geojson"), "utf8")) as { features: { properties: { incidents: number; edge_m: number } }[] };
    // A corner points east, 150 m from the first incident; 1e-4 degrees of longitude at 51.75° are 6.9 m: 22 are inside.
    expect(features[0].properties).toMatchObject({ incidents: 22, edge_m: 150 });
    expect(readFileSync(join(folder, "h.gpkg")).subarray(0, 15).toString()).toBe("SQLite format 3");
    expectRefusal(hexbeat(["export", P, "--hotspots", "--as", "dwg", "-o", "h.dwg"]), 1, /--as gpkg\|geojson\|csv\|kml/);
    expectRefusal(hexbeat(["export", P, "--as", "csv", "-o", "h.csv"]), 1, /--hotspots/);
    expectRefusal(hexbeat(["export", "nowhere.hexbeat", "--hotspots", "--as", "csv", "-o", "h.csv"]), 1, /no project nowhere/);
  });

  test("replays its results: the same numbers pass, a changed one is named and fails", async () => {
    const params = { grid: { origin: { x: -500, y: -500 }, cell: 50, columns: 40, rows: 20 }, bandwidthX: 100, bandwidthY: 100, kernel: "gaussian" };
    const keep = async (host: Host, id: string, name: string, values: Float64Array): Promise<void> => {
      await host.putResult({
        id,
        result: {
          id: name, job: "kernelDensity", title: "Density", made: "2026-01-01T00:00:00.000Z", version: "0.1.0", parameters: {},
          request: { job: "kernelDensity", filter: NO_FILTER, params }, value: { shown: null, numbers: { values } },
        },
      });
    };
    const values = await withProject(join(folder, P), "write", async ({ host, opened }) => {
      const { id } = opened.project;
      const { x, y } = unpackTable(await host.getIncidents({ id }));
      const found = (await runNamedJob("kernelDensity", { ...params, x, y })) as { values: Float64Array };
      await keep(host, id, "result-1", found.values);
      return found.values;
    });
    expect(json(hexbeat(["replay", P]))).toMatchObject({ same: true, results: [{ id: "result-1", same: true, difference: null }] });
    await withProject(join(folder, P), "write", ({ host, opened }) =>
      keep(host, opened.project.id, "result-2", values.with(7, values[7] + values[410] * 1e-6 + 1e-9)),
    );
    const ran = hexbeat(["replay", P]);
    expect(ran.code).toBe(1);
    expect(ran.error).toMatch(/1 not the same/);
    const { results } = JSON.parse(ran.out) as { results: { id: string; same: boolean; difference: { at: string } | null }[] };
    expect(results.find(({ id }) => id === "result-1")?.same).toBe(true);
    expect(results.find(({ id }) => id === "result-2")?.difference?.at).toBe("values[7]");
  });

  test("can be read while a window has it open, and not written", async () => {
    await withProject(join(folder, P), "write", async () => {
      expect(json(hexbeat(["info", P]))).toMatchObject({ incidents: { count: 50 } });
      expectRefusal(hexbeat(["import", CRIMES, "-p", P]), 1, /cannot be written/);
    });
  });
});

test("npm run -s hexbeat prints the JSON and nothing else", () => {
  const done = spawnSync("npm", ["run", "-s", "hexbeat", "--", "jobs"], { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
  expect(done.status, done.stderr).toBe(0);
  expect(Object.keys(jobs)).toEqual((JSON.parse(done.stdout) as { name: string }[]).map(({ name }) => name));
});
