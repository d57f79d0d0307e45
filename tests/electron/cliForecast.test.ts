// `hexbeat forecast` and `hexbeat backtest` on a small invented project: the JSON, the files, the refusals.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Backtest } from "../../core/forecast/evaluate/backtest.ts";
import { cutBlocks } from "../../core/forecast/cutBlocks.ts";
import { eventAreaCurve } from "../../core/forecast/evaluate/eventArea.ts";
import { eventsInWindow } from "../../core/forecast/events.ts";
import { atCells } from "../../core/forecast/studyCells.ts";
import { countInCells } from "../../core/geo/countInCells.ts";
import type { Grid } from "../../core/geo/types.ts";
import { unpackTable } from "../../core/incidents/packedTable.ts";
import { createRandom } from "../../core/stats/random.ts";
import { drawNormal } from "../../core/stats/drawNormal.ts";
import { withProject } from "../../electron/cliFiles.ts";
import { createCli, expectRefusal, json } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "hexbeat-forecast-"));
afterAll(() => rmSync(folder, { recursive: true }));
const hexbeat = createCli(folder);
const P = "town.hexbeat";

/** 60 days, 20 incidents a day: most about two places, one busy by day and one by night. */
function incidents(): string {
  const random = createRandom("cli forecast");
  const two = (value: number): string => `${Math.floor(value)}`.padStart(2, "0");
  const lines = Array.from({ length: 1200 }, (_, i) => {
    const date = new Date(Date.UTC(2024, 0, 1 + Math.floor(i / 20))).toISOString().slice(0, 10);
    const kind = random.uniform();
    const spread = kind < 0.8 ? 0.002 : 0.02;
    const night = kind < 0.4;
    const hour = (((night ? 22 : 13) + 2.5 * drawNormal(random)) % 24 + 24) % 24;
    const lon = (night ? 10.03 : 9.97) + spread * drawNormal(random), lat = (night ? 50.01 : 49.99) + spread * drawNormal(random);
    return `${date} ${two(hour)}:${two((hour % 1) * 60)},${lon.toFixed(6)},${lat.toFixed(6)},theft`;
  });
  return ["date,longitude,latitude,offence", ...lines].join("\n");
}

beforeAll(async () => {
  writeFileSync(join(folder, "incidents.csv"), incidents());
  json(hexbeat(["import", "incidents.csv", "-p", P]));
  const ring = [[9.95, 49.97], [10.05, 49.97], [10.05, 50.03], [9.95, 50.03], [9.95, 49.97]];
  await withProject(join(folder, P), "write", ({ host, opened }) =>
    host.putLayer({
      id: opened.project.id,
      layer: { id: "layer-1", name: "town", data: { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } }] } },
    }),
  );
});

const SMALL = ["--project", P, "--blocks", "6", "--block-days", "3", "--windows", "6-18,18-6", "--draws", "20", "--warmup", "20", "--area", "town"];

interface Printed {
  readonly block: { readonly from: string; readonly days: number };
  readonly studyArea: string;
  readonly settings: Record<string, unknown>;
  readonly grid: Grid;
  readonly cellsThatCount: readonly number[];
  readonly windows: readonly { readonly window: readonly number[]; readonly share: number; readonly bound: number; readonly values: readonly number[] }[];
  readonly expertPoints: { readonly forecastBlock: number; readonly latestBlock: number };
  readonly parameters: readonly {
    readonly bandwidths: readonly { readonly unit: string; readonly at: number; readonly low: number; readonly high: number }[];
    readonly alpha: readonly { readonly unit: string; readonly mean: number }[];
    readonly weights: readonly { readonly block: string; readonly mean: number }[];
    readonly diagnostics: readonly object[];
  }[];
}

describe("hexbeat forecast", () => {
  test("prints settings as used, a density for each window, and parameters with units and intervals", () => {
    const found = json<Printed>(hexbeat(["forecast", ...SMALL]));
    expect(found.block).toEqual({ from: "2024-03-01", days: 3 });
    expect(found.settings).toMatchObject({ model: 5, blocks: 6, days: 3, draws: 20, warmup: 20, chains: 2, adaptive: true, integral: "full", cell: 200, end: "2024-03-01" });
    expect(found.windows.map(({ window }) => window)).toEqual([[6, 18], [18, 6]]);
    for (const { values, share, bound } of found.windows) {
      expect(values).toHaveLength(found.grid.columns * found.grid.rows);
      // Densities per km² over cells of 0.04 km²: nearly all of the mass lies on the raster.
      const mass = values.reduce((sum, value) => sum + value * 0.04, 0);
      expect(mass).toBeGreaterThan(0.8);
      expect(mass).toBeLessThan(1.001);
      expect(share).toBeGreaterThan(0.3);
      expect(bound).toBeLessThan(1e-6);
    }
    expect(found.windows[0].share + found.windows[1].share).toBeCloseTo(1, 6);
    const [fit] = found.parameters;
    expect(fit.alpha.map(({ unit }) => unit)).toEqual(["1/m", "1/m", "1/radian"]);
    expect(fit.bandwidths.map(({ unit }) => unit)).toEqual(["m", "m", "h"]);
    fit.bandwidths.forEach(({ at, low, high }) => expect(low <= at && at <= high).toBe(true));
    expect(fit.bandwidths[2].at).toBeCloseTo(12 / Math.PI / fit.alpha[2].mean, 10);
    expect(fit.weights.map(({ block }) => block)).toEqual(["lag 6", "lag 5", "lag 4", "lag 3", "lag 2", "lag 1"]);
    expect(fit.weights.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(1, 9);
    expect(found.studyArea).toMatch(/cells of 200 m .* whose centre lies in the study area/);
  });

  test("day and night are busy in their own places", () => {
    const { windows, grid } = json<Printed>(hexbeat(["forecast", ...SMALL]));
    const [byDay, byNight] = windows.map(({ values }) => values.indexOf(Math.max(...values)) % grid.columns);
    expect(byNight).toBeGreaterThan(byDay + 10);
  });

  test("-o writes the whole and prints a line; the same seed gives the same numbers", () => {
    const brief = json<{ file: string; bytes: number; windows: number }>(hexbeat(["forecast", ...SMALL, "-o", "out.json", "--seed", "7"]));
    const bytes = readFileSync(join(folder, "out.json"));
    expect(brief).toMatchObject({ file: "out.json", bytes: bytes.length, windows: 2 });
    expect(json<Printed>(hexbeat(["forecast", ...SMALL, "--seed", "7"]))).toEqual(JSON.parse(bytes.toString()));
  });

  test("a kind of day and an error of the places are taken, told and checked", () => {
    const found = json<Printed & { parameters: readonly { covariates: readonly { mean: number }[] }[] }>(
      hexbeat(["forecast", ...SMALL, "--day-kind", "holiday", "--holiday", "2024-02-26", "--place-error", "25", "--equal-weights"]),
    );
    expect(found.settings).toMatchObject({ dayKind: { forecast: "holiday", publicHolidays: [Date.UTC(2024, 1, 26)] }, placeError: 25, blockWeights: "equal" });
    const [{ covariates, weights }] = found.parameters;
    expect(covariates[0].mean).toBeGreaterThan(0);
    expect(covariates[0].mean).toBeLessThanOrEqual(0.5);
    for (const { mean } of weights) expect(mean).toBeCloseTo(1 / 6, 12);
    expectRefusal(hexbeat(["forecast", ...SMALL, "--day-kind", "feast"]), 1, /holiday or workday/);
    expectRefusal(hexbeat(["forecast", ...SMALL, "--holiday", "2024-02-26"]), 1, /add --day-kind/);
  });

  test("an earlier block can be forecast, by another model, at the posterior means, with fixed bandwidths", () => {
    const found = json<Printed>(hexbeat(["forecast", ...SMALL, "--end", "2024-02-20", "--model", "4", "--plug-in", "--fixed", "--cell", "300"]));
    expect(found.block.from).toBe("2024-02-20");
    expect(found.settings).toMatchObject({ model: 4, integral: "plug-in", adaptive: false, cell: 300 });
    expect(found.parameters).toHaveLength(2);
    expect(found.parameters[0].bandwidths).toHaveLength(2);
  });

  test("Silverman's rule has parameters without intervals", () => {
    const [fit] = json<Printed>(hexbeat(["forecast", ...SMALL, "--model", "3"])).parameters;
    expect(fit.bandwidths[0].low).toBe(fit.bandwidths[0].high);
    expect(fit.diagnostics).toEqual([]);
  });

  test("expert points of the block and of the one before it count, by their dates", () => {
    const point = (date: string, lon: number): string => `${date},${lon},50.02,18,6,new bus stop,A. Officer`;
    const lines = ["date,lon,lat,from,to,note,author", ...[0, 1, 2, 3].map((i) => point("2024-02-27", 9.96 + i * 1e-3)), ...[0, 1].map((i) => point("2024-03-02", 9.96 + i * 1e-3)), point("2024-05-01", 9.96)];
    writeFileSync(join(folder, "expert.csv"), lines.join("\n"));
    const found = json<Printed>(hexbeat(["forecast", ...SMALL, "--expert", "expert.csv"]));
    expect(found.expertPoints).toEqual({ forecastBlock: 2, latestBlock: 4 });
    expect(found.parameters[0].weights[0].block).toBe("expert");
    expect(found.parameters[0].weights).toHaveLength(7);
  });

  test("what cannot be is refused in one line", () => {
    const refused = (args: readonly string[], message: RegExp, code = 1): void => expectRefusal(hexbeat(["forecast", ...args]), code, message);
    refused([], /Name the project/);
    refused([...SMALL, "--model", "6"], /--model 6 is no model/);
    refused([...SMALL, "--windows", "25-3"], /"25-3" is not a window/);
    refused([...SMALL, "--end", "20/02/2024"], /not a date/);
    refused([...SMALL, "--area", "moon"], /no layer "moon"; it has: town/);
    refused(["-p", P], /53 blocks of 7 days need 371 days .* cover 60 days: 8 blocks/);
    refused([...SMALL, "--expert", "nowhere.csv"], /no file nowhere\.csv/);
    refused([...SMALL, "--cell", "0"], /--cell 0 is not a number above 0/);
    refused([...SMALL, "--frobnicate"], /Unknown option/, 2);
  });
});

describe("hexbeat backtest", () => {
  test("scores the models on the last blocks, and writes JSON and CSV", () => {
    const brief = json<{ auc: { model: number; mean: number }[]; tested: object; csv: string }>(
      hexbeat(["backtest", ...SMALL, "--test-blocks", "3", "--models", "3,5", "--skip-updates", "1", "-o", "back.json", "--csv", "back.csv"]),
    );
    expect(brief.tested).toEqual({ from: "2024-02-21", to: "2024-03-01", blocks: 3 });
    expect(brief.auc.map(({ model }) => model)).toEqual([3, 5]);
    // Most incidents are about two places: any of the models is far above 0.5.
    for (const { mean } of brief.auc) expect(mean).toBeGreaterThan(0.75);
    const whole = JSON.parse(readFileSync(join(folder, "back.json"), "utf8")) as Pick<Backtest, "summaries" | "differences" | "skips" | "problems"> & { rows: { start: string; score: { auc: number } }[] };
    expect(whole.rows).toHaveLength(3 * 2 * 2);
    expect(whole.problems).toEqual([]);
    expect(whole.skips.map(({ model, skip, blocks }) => [model, skip, blocks])).toEqual([[3, 0, 3], [3, 1, 2], [5, 0, 3], [5, 1, 2]]);
    expect(whole.differences.every(({ model, against }) => model === 3 && against === 5)).toBe(true);
    const lines = readFileSync(join(folder, brief.csv), "utf8").trimEnd().split("\r\n");
    expect(lines).toHaveLength(13);
    expect(lines[1]).toMatch(/^3,2024-02-21,6,18,/);
  });

  test("one of its forecasts is the one that hexbeat forecast makes for that block", async () => {
    const { rows } = json<{ rows: { start: string; window: [number, number]; score: { auc: number; centreAuc: number } }[] }>(hexbeat(["backtest", ...SMALL, "--test-blocks", "1", "--models", "5"]));
    expect(rows.map(({ start, window }) => [start, window])).toEqual([["2024-02-27", [6, 18]], ["2024-02-27", [18, 6]]]);
    const means = json<Printed>(hexbeat(["forecast", ...SMALL, "--end", "2024-02-27"]));
    const centres = json<Printed>(hexbeat(["forecast", ...SMALL, "--end", "2024-02-27", "--centres"]));
    const table = await withProject(join(folder, P), "read", async ({ host, opened }) => unpackTable(await host.getIncidents({ id: opened.project.id })));
    const [happened] = cutBlocks(table, Uint32Array.from(table.x.keys()), { days: 3, count: 1 }).blocks;
    const cells = Uint32Array.from(means.cellsThatCount);
    rows.forEach(({ window, score }, w) => {
      const { counts } = countInCells(means.grid, eventsInWindow(happened, window));
      const auc = ({ windows }: Printed) => eventAreaCurve(atCells(Float64Array.from(windows[w].values), cells), atCells(counts, cells)).auc;
      expect(auc(means)).toBeCloseTo(score.auc, 12);
      expect(auc(centres)).toBeCloseTo(score.centreAuc, 12);
    });
  });

  test("peers are scored beside the models, and an unknown one is refused", () => {
    const { auc } = json<{ auc: { model: number | string; mean: number }[] }>(hexbeat(["backtest", ...SMALL, "--test-blocks", "1", "--models", "3", "--peers", "selfExciting,random"]));
    expect(auc.map(({ model }) => model)).toEqual([3, "selfExciting", "random"]);
    expect(auc[1].mean).toBeGreaterThan(auc[2].mean);
    expectRefusal(hexbeat(["backtest", ...SMALL, "--peers", "oracle"]), 1, /--peers oracle is not one of: selfExciting, random/);
  });

  test("too few blocks, unknown models and a share above 1 are refused, and nothing is written", () => {
    expectRefusal(hexbeat(["backtest", ...SMALL, "--test-blocks", "30", "-o", "no.json"]), 1, /37 blocks of 3 days need 111 days/);
    expectRefusal(hexbeat(["backtest", ...SMALL, "--models", "5,7"]), 1, /7 is no model/);
    expectRefusal(hexbeat(["backtest", ...SMALL, "--coverable", "1.5"]), 1, /more than 1/);
    expect(existsSync(join(folder, "no.json"))).toBe(false);
  });
});
