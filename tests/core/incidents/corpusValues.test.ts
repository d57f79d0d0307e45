// Bad dates, coordinates and record numbers, each with what is to happen to it. C-nnn are the names of the team's corpus.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../core/errors.ts";
import { settingsFrom } from "../../../core/incidents/draftSettings.ts";
import { importText, noticesOf, previewSource, questionsOf, reasonsOf, textSource } from "./importText.ts";

const withDates = (...dates: string[]): string => `date,lon,lat\n${dates.map((date) => `${date},-1.25,51.75\n`).join("")}`;
const withPoints = (...points: string[]): string => `date,lon,lat\n${points.map((point) => `2023-02-13,${point}\n`).join("")}`;
const many = (row: string, n: number): string[] => Array.from({ length: n }, () => row);
const start = async (content: string, choices = {}): Promise<string> =>
  new Date((await importText(content, choices)).table.start[0]).toISOString().slice(0, 16);

describe("dates", () => {
  it("asks which of day and month comes first, showing both readings (C-057)", async () => {
    const [question] = await questionsOf(withDates("01/02/2023"));
    expect(question.code).toBe("date-order");
    expect(question.text).toContain('"01/02/2023"');
    expect(question.text).toContain("1 February 2023 (day-first) or 2 January 2023 (month-first)");
    expect(question.flag).toBe("--date-order day-first or --date-order month-first");
    await expect(importText(withDates("01/02/2023"))).rejects.toThrow(/can be 1 February 2023/);
  });

  it("reads the order that was chosen", async () => {
    expect(await start(withDates("01/02/2023"), { dateOrder: "day-first" })).toBe("2023-02-01T00:00");
    expect(await start(withDates("01/02/2023"), { dateOrder: "month-first" })).toBe("2023-01-02T00:00");
  });

  it("takes a day over 12 as proof, for the whole column and far into the file (C-058)", async () => {
    expect(await start(withDates("01/02/2023", "13/02/2023"))).toBe("2023-02-01T00:00");
    expect(await start(withDates("01/02/2023", "02/13/2023"))).toBe("2023-01-02T00:00");
    expect(await start(withDates(...many("01/02/2023", 30_000), "13/02/2023"))).toBe("2023-02-01T00:00");
  });

  it("asks where both orders are proven, and sets the losing records aside (C-059)", async () => {
    const mixed = withDates(...many("13/02/2023", 60), ...many("02/13/2023", 40));
    expect((await questionsOf(mixed)).map(({ code }) => code)).toEqual(["date-order"]);
    const result = await importText(mixed, { dateOrder: "day-first" });
    expect(result.report.loaded).toBe(60);
    expect(reasonsOf(result)).toEqual({ "impossible-date": 40 });
  });

  const good = many("2023-02-13 10:07", 60);
  it.each<[string, string, Record<string, number>]>([
    ["C-060 30 February", "2023-02-30 10:00", { "impossible-date": 1 }],
    ["C-071 a year of two digits", "13/02/23", { "two-digit-year": 1 }],
    ["C-073 a date of 1900", "1900-01-01 00:00", { "placeholder-date": 1 }],
    ["C-075 29 February of a common year", "2023-02-29", { "impossible-date": 1 }],
    ["C-076 a month in another language", "1 Dezember 2023", { "bad-date": 1 }],
    ["C-076 digits of another script", "٢٠٢٣-٠٢-١٣", { "bad-date": 1 }],
    ["a blank date", "", { "no-date": 1 }],
  ])("sets aside %s", async (_name, date, reasons) => {
    const result = await importText(withDates(...good, date));
    expect(result.report.loaded).toBe(60);
    expect(reasonsOf(result)).toEqual(reasons);
  });

  it("reads 24:00 and second 60, and says so (C-067, C-075)", async () => {
    const result = await importText(withDates(...good, "2023-02-13 24:00", "2016-12-31 23:59:60"));
    expect(noticesOf(result)).toMatchObject({ "mended-times": 2 });
    expect(new Date(result.table.start[60]).toISOString()).toBe("2023-02-14T00:00:00.000Z");
  });

  it("keeps the clock of times with a zone, and names a mixture (C-064)", async () => {
    const result = await importText(withDates("2023-02-13T10:07:00Z", "2023-02-13T10:07:00+01:00", "2023-02-13T10:07:00"));
    expect([...result.table.start]).toEqual(many("", 3).map(() => Date.UTC(2023, 1, 13, 10, 7)));
    expect(result.report.notices.find(({ code }) => code === "zoned-times")?.text).toMatch(/not shifted.*Others carry none/);
  });

  it("gives month-only dates the precision month (C-065)", async () => {
    const result = await importText(withDates("2023-02", "2023-03"));
    expect(result.table.precision).toBe("month");
    expect(noticesOf(result)).toHaveProperty("month-only");
  });

  it("names a spike at midnight (C-066)", async () => {
    const result = await importText(withDates(...good, ...many("2023-02-13 00:00:00", 10)));
    expect(noticesOf(result)).toMatchObject({ "midnight-spike": 10 });
  });

  it("takes a column of midnights as days, and a column of full hours as hours", async () => {
    expect((await importText(withDates(...many("2023-02-13 00:00:00", 30)))).table.precision).toBe("day");
    expect((await importText(withDates(...many("2023-02-13 00:00:00", 15), ...many("2023-02-13 07:00:00", 15)))).table.precision).toBe("hour");
  });

  it.each([["C-068 a spreadsheet's serial number", "45000", "spreadsheet-serial"], ["C-069 seconds since 1970", "1700000000", "epoch-seconds"], ["C-070 milliseconds since 1970", "1700000000000", "epoch-milliseconds"]])(
    "asks about %s, with the date that it would be",
    async (_name, date, reading) => {
      const [question] = await questionsOf(withDates(date, date));
      expect(question.choices).toEqual([reading]);
      expect(question.text).toMatch(/\d{1,2} (March|November) 2023/);
    },
  );

  it("keeps intervals, and sets aside those that run backwards (C-074)", async () => {
    const content = "from date,to date,lon,lat\n2023-02-13 10:00,2023-02-14 08:30,-1.25,51.75\n2023-02-13 10:00,2023-02-12 08:00,-1.25,51.75\n2023-02-13 10:01,,-1.25,51.75\n2023-02-13 10:01,soon,-1.25,51.75\n";
    const result = await importText(content);
    expect(reasonsOf(result)).toEqual({ "reversed-interval": 1, "bad-end": 1 });
    expect([...result.table.end].map((ms, i) => (ms - result.table.start[i]) / 3_600_000)).toEqual([22.5, 0]);
    expect(noticesOf(result)).toMatchObject({ intervals: 1 });
  });

  it("puts a date and a time column, or a date and an hour column, together", async () => {
    expect(await start("date,time,lon,lat\n2023-02-13,23:15,-1.25,51.75\n")).toBe("2023-02-13T23:15");
    expect(await start("date,hour,lon,lat\n2023-02-13,7,-1.25,51.75\n")).toBe("2023-02-13T07:00");
    expect(await start("year,month,day,hour,minute,lon,lat\n2023,2,13,7,5,-1.25,51.75\n")).toBe("2023-02-13T07:05");
  });

  it("loads a file without any date, with precision none", async () => {
    const result = await importText("lon,lat\n-1.25,51.75\n");
    expect(result.table.precision).toBe("none");
    expect(noticesOf(result)).toHaveProperty("no-times");
  });
});

describe("coordinates", () => {
  it.each<[string, string, Record<string, number>]>([
    ["C-080 zero, zero", "0,0", { "placeholder-coordinates": 1 }],
    ["C-080 zero, zero with decimals", "0.0,-0.000", { "placeholder-coordinates": 1 }],
    ["C-081 San Francisco's latitude 90", "-120.5,90", { "placeholder-coordinates": 1 }],
    ["C-082 blank cells", ",", { "no-coordinates": 1 }],
    ["C-082 NULL", "NULL,NULL", { "no-coordinates": 1 }],
    ["C-082 N/A", "N/A,N/A", { "no-coordinates": 1 }],
    ["C-082 dashes", "-,-", { "no-coordinates": 1 }],
    ["C-082 -999", "-999,-999", { "no-coordinates": 1 }],
    ["C-079 the other way round in one row", "77.2,128.6", { "coordinates-out-of-range": 1 }],
    ["C-086 latitude 91", "-1.25,91", { "coordinates-out-of-range": 1 }],
    ["C-086 longitude 358.7", "358.7,51.75", { "coordinates-out-of-range": 1 }],
    ["C-087 NaN", "NaN,51.75", { "no-coordinates": 1 }],
    ["C-087 Infinity", "Infinity,51.75", { "bad-coordinates": 1 }],
    ["C-088 1e308", "1e308,1e309", { "bad-coordinates": 1 }],
    ["C-095 hexadecimal", "0x10,51.75", { "bad-coordinates": 1 }],
    ["C-095 an exponent", "1e1,51.75", { "bad-coordinates": 1 }],
    ["C-095 full-width digits", "１,51.75", { "bad-coordinates": 1 }],
    ["C-042 thousands", '"1 234,5",51.75', { "bad-coordinates": 1 }],
  ])("sets aside %s", async (_name, point, reasons) => {
    const result = await importText(withPoints(...many("-1.25,51.75", 60), point));
    expect(reasonsOf(result)).toEqual(reasons);
    expect(result.report.loaded).toBe(60);
  });

  it.each([`-1.25,51°45'0"N`.replace(/"/g, '""').replace(/,(.*)/, ',"$1"'), "1.25W,51.75N", "1 15 0 W,51 45 0 N"])("reads degrees with a hemisphere: %s (C-089)", async (point) => {
    const { table } = await importText(withPoints(...many("-1.25,51.75", 60), point));
    expect(table.length).toBe(61);
    expect(Math.hypot(table.x[60] - table.x[0], table.y[60] - table.y[0])).toBeLessThan(0.001);
  });

  it("asks whether columns are the other way round, judged by where the data should be (C-077, C-078)", async () => {
    const swapped = withPoints("51.75,-1.25", "51.76,-1.26");
    const expected = { west: -2, south: 51, east: -0.5, north: 52.5 };
    expect((await questionsOf(swapped, { expected })).map(({ code }) => code)).toEqual(["swapped"]);
    expect(await questionsOf(swapped)).toEqual([]);
    const delhi = { west: 76.8, south: 28.4, east: 77.4, north: 28.9 };
    expect((await questionsOf(withPoints("28.6,77.2"), { expected: delhi })).map(({ code }) => code)).toEqual(["swapped"]);
    expect((await questionsOf(withPoints("37.7,-122.4"))).map(({ code }) => code)).toEqual(["swapped"]);
    const { table } = await importText(swapped, { expected, map: { lat: "x", lon: "y" } });
    expect(table.plane.kind).toBe("british-national-grid");
  });

  it("asks for the system of metres, British National Grid first where that fits (C-083, C-085)", async () => {
    const bng = withPoints("449500,206300", "449600,206400");
    const [question] = await questionsOf(bng);
    expect(question).toMatchObject({ code: "crs", choices: ["EPSG:27700"], flag: "--crs EPSG:27700" });
    const { table, report } = await importText(bng, { crs: "EPSG:27700" });
    // Straight through: the plane is the file's own grid, to the last bit.
    expect([table.x[0], table.y[0]]).toEqual([449500, 206300]);
    expect(report.crs).toContain("EPSG:27700");
    expect((await questionsOf(withPoints("6005000,2115000")))[0].code).toBe("crs");
    await expect(importText(bng, { crs: "EPSG:99999" })).rejects.toThrow(/EPSG:99999/);
  });

  it.each([
    ["a pair with latitude first", '"51.75, -1.25"', "EPSG:4326"],
    ["a pair in brackets", '"(51.75, -1.25)"', "EPSG:4326"],
    ["well-known text", "POINT (-1.25 51.75)", "EPSG:4326"],
    ["a grid reference of ten figures", "SP 51873 05979", "EPSG:27700"],
    ["a grid reference without spaces", "sp518059", "EPSG:27700"],
  ])("reads a whole point from one column: %s (C-084, C-092)", async (_name, cell, crs) => {
    const { table, report } = await importText(`date,coordinates\n2023-02-13,${cell}\n2023-02-14,N/A\n2023-02-14,here\n`);
    expect(report.crs).toContain(crs);
    expect(report.reasons.map(({ code }) => code).toSorted((a, b) => a.localeCompare(b))).toEqual(["bad-coordinates", "no-coordinates"]);
    expect(Math.hypot(table.x[0] - 451_850, table.y[0] - 205_960)).toBeLessThan(100);
  });

  it("sets aside metres that the chosen system cannot hold", async () => {
    const result = await importText(withPoints(...many("449500,206300", 60), "9449500,206300"), { crs: "EPSG:27700" });
    expect(reasonsOf(result)).toEqual({ "coordinates-out-of-range": 1 });
  });

  it("names a place that holds far more than its share (C-091)", async () => {
    const spread = Array.from({ length: 100 }, (_, i) => `${-1.25 + i / 1000},51.75`);
    const result = await importText(withPoints(...spread, ...many("-1.3,51.7", 80)));
    expect(noticesOf(result)).toMatchObject({ "crowded-place": 80 });
  });

  it("names coordinates of few decimals (C-091)", async () => {
    const points = Array.from({ length: 30 }, (_, i) => `${(-1.25 + i / 100).toFixed(2)},51.75`);
    expect(noticesOf(await importText(withPoints(...points)))).toMatchObject({ "coarse-coordinates": 30 });
    expect(noticesOf(await importText(withPoints(...points, "-1.2501,51.75")))).not.toHaveProperty("coarse-coordinates");
  });

  it("does not let strays decide where the plane is, and names them (C-093)", async () => {
    const spread = Array.from({ length: 300 }, (_, i) => `${-95.4 + i / 5000},29.7`);
    const strayed = withPoints(...spread, "-1.25,51.75", "151.2,-33.9");
    const result = await importText(strayed);
    expect(result.table.plane).toEqual({ kind: "local", lon0: -95.37, lat0: 29.7 });
    expect(noticesOf(result)).toMatchObject({ "far-away": 2 });
    expect(result.report.loaded).toBe(302);
    const without = await importText(strayed, { farAway: "drop" });
    expect(without.report).toMatchObject({ loaded: 300, setAside: 0, leftOut: 2 });
    expect(reasonsOf(without)).toEqual({ "far-away": 2 });
  });

  it("names or leaves out what lies outside the study area, as chosen", async () => {
    const studyArea = [[[[-1.3, 51.7], [-1.2, 51.7], [-1.2, 51.8], [-1.3, 51.8], [-1.3, 51.7]]]];
    const content = withPoints("-1.25,51.75", "-1.25,51.85", "-1.21,51.71");
    expect(noticesOf(await importText(content, { studyArea }))).toMatchObject({ "outside-study-area": 1 });
    const result = await importText(content, { studyArea, outside: "drop" });
    expect(result.report).toMatchObject({ records: 3, loaded: 2, leftOut: 1 });
    expect([...result.table.line]).toEqual([2, 4]);
  });
});

describe("duplicates and record numbers", () => {
  const head = "id,date,lon,lat,offence\n";
  const row = "A1,2023-02-13 10:07,-1.25,51.75,Burglary\n";

  it("keeps repeated records and names them; leaves them out where that is chosen (C-050)", async () => {
    expect(noticesOf(await importText(head + row + row))).toMatchObject({ duplicates: 1 });
    const result = await importText(head + row + row, { duplicates: "drop" });
    expect(result.report).toMatchObject({ records: 2, loaded: 1, leftOut: 1 });
    expect(reasonsOf(result)).toEqual({ duplicate: 1 });
  });

  it("does not take records without a number for repeated, where others have one", async () => {
    const blank = row.replace("A1", "");
    expect((await importText(head + blank + blank, { duplicates: "drop" })).report.loaded).toBe(2);
  });

  it("names a record number that stands on different records, and keeps them (C-051)", async () => {
    const result = await importText(head + row + row.replace("Burglary", "Assault"), { duplicates: "drop" });
    expect(result.report.loaded).toBe(2);
    expect(noticesOf(result)).toMatchObject({ "repeated-ids": 1 });
  });

  it("does not use record numbers that a spreadsheet damaged (C-054)", async () => {
    const damaged = row.replace("A1", "1.23E+11");
    const result = await importText(head + damaged + damaged + row, { duplicates: "drop" });
    expect(result.report.loaded).toBe(3);
    expect(noticesOf(result)).toMatchObject({ "damaged-ids": 2 });
  });

  it("compares record numbers digit by digit (C-052, C-053)", async () => {
    const ids = ["007", "7", "12345678901234567890", "12345678901234567891"];
    const { report } = await importText(head + ids.map((id) => row.replace("A1", id)).join(""), { duplicates: "drop" });
    expect(report.loaded).toBe(4);
  });
});

describe("files that were glued, cut and garbled at random", () => {
  it("are refused with a reason the person can act on, or give a report that adds up", async () => {
    const piece = fc.constantFrom(
      "date,lon,lat,offence\n", "2023-02-13 10:07,-1.25,51.75,Burglary\n", "13/02/2023,-1.25,51.75,x\n", ",", '"', "\n", "\r", ";", "\t", "\0", "\uFEFF", "\uFFFD",
      "0,0", "90", "NaN", "1e309", "-", "é", "__proto__", "Total,,,4\n", "a,b\n", " ", "24:00", "2023-02", "\ud800",
    );
    const content = fc.array(piece, { maxLength: 40 }).map((pieces) => `date,lon,lat,offence\n2023-02-13 10:07,-1.25,51.75,Burglary\n${pieces.join("")}`);
    const choices = { crs: "EPSG:4326", dateOrder: "day-first" } as const;
    await fc.assert(
      fc.asyncProperty(content, async (text) => {
        try {
          const { report, table } = await importText(text, choices, { delimiter: ",", encoding: "utf-8", headerRow: 0 });
          expect(report.records).toBe(report.loaded + report.setAside + report.leftOut);
          expect(table.length).toBe(report.loaded);
          expect(table.x.every(Number.isFinite)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("settings from a preview", () => {
  it("name what does not exist", async () => {
    const preview = await previewSource(textSource(withPoints("-1.25,51.75")));
    expect(() => settingsFrom(preview, { map: { easting: "x" } })).toThrow(/no column "easting".*date, lon, lat/);
    expect(() => settingsFrom(preview, { map: { lon: "east" as "x" } })).toThrow(/"east" is no role/);
    expect(() => settingsFrom(preview, { preset: "utopia" })).toThrow(/no preset "utopia".*police\.uk/);
  });

  it("refuse next month's file where its columns stand elsewhere", async () => {
    const { importIncidents } = await import("../../../core/incidents/importIncidents.ts");
    const { runJob } = await import("../../../core/job.ts");
    const { context } = await import("./importText.ts");
    const settings = settingsFrom(await previewSource(textSource(withPoints("-1.25,51.75"))));
    const other = { source: textSource("lon,date,lat\n-1.25,2023-02-13,51.75\n"), name: "march.csv", settings };
    await expect(runJob("importIncidents", importIncidents, other, context)).rejects.toThrow(/"lon" as column 1; the settings expect "date"/);
  });
});
