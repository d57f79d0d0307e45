// Real files, whole. The expected counts were made with Python's csv module, which shares no code with ours:
// rows, rows with blank or placeholder coordinates, distinct coordinates, and rows equal in all mapped columns.

import { describe, expect, it } from "vitest";
import { appendIncidents } from "../../../core/incidents/appendIncidents.ts";
import type { ImportChoices } from "../../../core/incidents/draftSettings.ts";
import type { ImportedIncidents } from "../../../core/incidents/importIncidents.ts";
import { planeProjection } from "../../../core/geo/plane.ts";
import { crsByCode } from "../../../core/geo/crs.ts";
import { requirePrecision } from "../../../core/incidents/requirePrecision.ts";
import type { IncidentTable } from "../../../core/incidents/table.ts";
import { haveShared } from "../../support/shared.ts";
import { sharedFile } from "../../support/sharedFile.ts";
import { importFrom, noticesOf, previewSource, questionsOf, reasonsOf } from "./importText.ts";

const importFile = async (file: string, choices?: ImportChoices): Promise<ImportedIncidents> =>
  importFrom({ kind: "text", file: await sharedFile(file) }, choices, {}, file);

const have = (file: string): boolean => haveShared("data", file);

/** How many incidents each offence has, by category. */
function byCategory({ offence, offences }: IncidentTable): Record<string, number> {
  const found: Record<string, number> = {};
  for (const code of offence) found[offences[code].category] = (found[offences[code].category] ?? 0) + 1;
  return found;
}

const adds = ({ report, table }: ImportedIncidents): void => {
  expect(report.records).toBe(report.loaded + report.setAside + report.leftOut);
  expect(table.length).toBe(report.loaded);
  for (const values of [table.x, table.y, table.start, table.end]) {
    expect(values.length).toBe(table.length);
    expect(values.every(Number.isFinite)).toBe(true);
  }
};

describe("San Francisco, every second week", () => {
  const file = "sf_even_weeks_2011-01_2013-06.csv.gz";
  it.skipIf(!have(file))("loads 175,922 incidents and names its default times, gaps, rounding and the Hall of Justice", async () => {
    const result = await importFile(file);
    adds(result);
    expect(result.report).toMatchObject({ preset: "San Francisco, 2003 to 2018", records: 175_922, loaded: 175_922, precision: "minute" });
    expect(noticesOf(result)).toMatchObject({ "full-hours": 51_650, gaps: 65, "crowded-place": 5299, snapped: 20_879, duplicates: 456 });
    const texts = result.report.notices.map(({ text }) => text).join("\n");
    expect(texts).toContain("at exactly 00:01");
    expect(texts).toContain("at exactly 12:00");
    expect(texts).toMatch(/800 Block of BRYANT ST/);
    expect(result.report.notices.filter(({ code }) => code === "default-time").map(({ count }) => count)).toEqual([5052, 4241]);
    expect(result.table.offences).toHaveLength(775);
    expect(Object.keys(byCategory(result.table))).toHaveLength(39);
    expect([result.report.from, result.report.to]).toEqual(["2011-01-01T00:01", "2013-06-30T23:59"]);
  });
});

describe("Chicago, aggravated assaults", () => {
  const file = "chicago_agg_assault_2010_2014.csv.gz";
  it.skipIf(!have(file))("loads all 74,240 to the minute, without gaps", async () => {
    const result = await importFile(file);
    adds(result);
    expect(result.report).toMatchObject({ loaded: 74_240, precision: "minute" });
    expect(noticesOf(result)).toMatchObject({ duplicates: 59, "no-offence": 74_240 });
    expect(noticesOf(result)).not.toHaveProperty("gaps");
  });
});

describe("Houston", () => {
  const file = "houston_2010_jan_apr.csv.gz";
  it.skipIf(!have(file))("joins date and hour, proves month-first, and flags the points far outside the city", async () => {
    const result = await importFile(file);
    adds(result);
    expect(result.report).toMatchObject({ records: 41_090, loaded: 41_089, precision: "hour" });
    expect(reasonsOf(result)).toEqual({ "no-coordinates": 1 });
    // 95 stacked on -95.114129, 31.414044, 10 others more than 1° away, and one at 0.9°.
    expect(noticesOf(result)).toMatchObject({ "far-away": 106, duplicates: 285 });
    expect(byCategory(result.table)).toEqual({ theft: 22_340, burglary: 8387, "auto theft": 3897, "aggravated assault": 3194, robbery: 3024, rape: 180, murder: 67 });
    const without = await importFile(file, { farAway: "drop" });
    adds(without);
    expect(without.report).toMatchObject({ loaded: 40_983, setAside: 1, leftOut: 106 });
  });
});

describe("police.uk, Thames Valley", () => {
  const files = ["2018-06-", "2024-01-", "2024-02-"].map((month) => `${month}thames-valley-street.csv.gz`);
  const expected = [
    { records: 18_188, loaded: 16_491, setAside: 1697 },
    { records: 15_606, loaded: 15_258, setAside: 348 },
    { records: 15_016, loaded: 14_682, setAside: 334 },
  ];

  it.skipIf(!files.every(have))("loads three months, refuses the hour, and appends them to one table", async () => {
    const tables: IncidentTable[] = [];
    for (const [i, file] of files.entries()) {
      const result = await importFile(file);
      adds(result);
      expect(result.report).toMatchObject({ ...expected[i], precision: "month", preset: "police.uk street-level crime" });
      expect(reasonsOf(result)).toEqual({ "no-coordinates": expected[i].setAside });
      expect(noticesOf(result)).toHaveProperty("month-only");
      expect(noticesOf(result)).not.toHaveProperty("duplicates");
      expect(result.table.plane).toEqual({ kind: "british-national-grid" });
      tables.push(result.table);
    }
    const all = tables.reduce(appendIncidents);
    expect(all.length).toBe(46_431);
    expect(all.offences).toHaveLength(14);
    expect(all.sources).toEqual(files);
    expect(Object.values(byCategory(all)).reduce((a, b) => a + b)).toBe(46_431);
    const parts = tables.map(byCategory);
    for (const [category, count] of Object.entries(byCategory(all))) {
      expect(count).toBe(parts.reduce((sum, part) => sum + (part[category] ?? 0), 0));
    }
    const location = all.texts.find(({ name }) => name === "Location");
    expect(location?.values[location.codes[0]]).toBe("On or near Willow Drive");
    expect(() => requirePrecision(all, "hour", "An hour-of-day filter")).toThrow(/An hour-of-day filter needs times to the hour; these incidents say only the month/);
  });
});

describe("Vancouver, zipped, in UTM", () => {
  const file = "vancouver_crimes_2020.zip";
  it.skipIf(!have(file))("asks for the zone, sets 3,750 masked and one blank row aside, and places the rest to the millimetre", async () => {
    const bytes = new Uint8Array(await (await sharedFile(file)).arrayBuffer());
    expect((await questionsOf(bytes)).map(({ code }) => code)).toEqual(["crs"]);
    const result = await importFile(file, { crs: "EPSG:32610" });
    adds(result);
    expect(result.report).toMatchObject({ records: 37_512, loaded: 33_761, setAside: 3751, precision: "minute" });
    expect(reasonsOf(result)).toEqual({ "placeholder-coordinates": 3750, "no-coordinates": 1 });
    expect(result.report.file).toContain("crimedata_csv_AllNeighbourhoods_2020.csv");
    const back = crsByCode("EPSG:32610").fromLonLat(planeProjection(result.table.plane).inverse({ x: result.table.x[0], y: result.table.y[0] }));
    expect(Math.hypot(back.x - 491059.4824, back.y - 5459122.4178)).toBeLessThan(0.001);
    expect(new Date(result.table.start[0]).toISOString()).toBe("2020-06-19T03:40:00.000Z");
  });
});

describe("Medellín, semicolons and decimal commas", () => {
  const file = "medellin_homicides_semicolon_decimal_comma.csv";
  it.skipIf(!have(file))("loads 9,279, sets the 81 NA aside, and keeps the clock of times marked Z", async () => {
    const result = await importFile(file);
    adds(result);
    expect(result.report).toMatchObject({ records: 9360, loaded: 9279, setAside: 81 });
    expect(reasonsOf(result)).toEqual({ "no-coordinates": 81 });
    expect(noticesOf(result)).toMatchObject({ "zoned-times": 9279 });
    const [lon, lat] = planeProjection(result.table.plane).inverse({ x: result.table.x[0], y: result.table.y[0] });
    expect(lon).toBeCloseTo(-75.569854, 9);
    expect(lat).toBeCloseTo(6.25722555, 9);
    expect(new Date(result.table.start[0]).toISOString()).toBe("2019-04-23T12:30:00.000Z");
  });
});

describe("the 1.2 million points of 39 forces", () => {
  const file = "uk_39_forces_2024-01_2024-04_points.csv.gz";
  it.skipIf(!have(file))("are previewed without reading the file to its end", async () => {
    const preview = await previewSource({ kind: "text", file: await sharedFile(file) });
    expect(preview).toMatchObject({ preset: "police.uk", delimiter: ",", encoding: "utf-8" });
    expect(preview.records).toHaveLength(100);
  });
});
