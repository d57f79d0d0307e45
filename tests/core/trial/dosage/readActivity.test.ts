import { describe, expect, test } from "vitest";
import { activityKind, mappingFromText } from "../../../../core/trial/dosage/activityColumns.ts";
import { at, lonLat, readText } from "./trialOfTwo.ts";

const INSIDE = lonLat(50, 50);
const reasons = (report: { readonly setAside: readonly { readonly reason: string; readonly count: number }[] }) => report.setAside.map(({ reason, count }) => [reason, count]);

describe("patrol logs", () => {
  test("the log of the tasking pack is read as it is", async () => {
    const { patrols, report } = await readText(
      "pack,team,officer,hotspot,area,date,start,end,minutes,start longitude,start latitude,start accuracy m,end longitude,end latitude,end accuracy m,activity,note\r\n" +
        `P1,North,1042,Market,Bus stop,2024-06-01,2024-06-01 12:15:10,2024-06-01 12:31:10,16,${INSIDE},12,,,,,\r\n`,
      "patrols",
    );
    expect(report).toMatchObject({ rows: 1, kept: 1, far: 0, setAside: [] });
    expect(patrols).toMatchObject({ unit: Float64Array.of(0), officer: Float64Array.of(0), start: Float64Array.of(at("2024-06-01 12:15:10")), end: Float64Array.of(at("2024-06-01 12:31:10")) });
    expect(patrols!.fixes.accuracy).toEqual(Float64Array.of(12));
    expect(patrols!.fixes.x[0]).toBeCloseTo(50, 0);
    expect(report.notices).toEqual(["Without a position at the end: 1 patrols. They count all the same."]);
  });

  test("hotspots are found by id or name in any letters, and rows that cannot be used are set aside with reason and line: rows = kept + set aside", async () => {
    const { patrols, report } = await readText(
      ["area,officer,start,end", "A,1,2024-06-01 12:00,2024-06-01 12:15", "STATION,1,2024-06-01 13:00,2024-06-01 13:15", "Harbour,1,2024-06-01 14:00,2024-06-01 14:15",
        "a,1,2024-06-01 15:15,2024-06-01 15:00", "a,1,,2024-06-01 15:00", "a,1,2024-06-01,2024-06-01 15:00", "a,1,2024-06-31 12:00,2024-06-31 12:15", ",1,2024-06-01 12:00,2024-06-01 12:15",
        "a,1,2024-06-01 12:00,2024-06-03 12:15", "a,1,2024-06-01 12:00,2024-06-01 12:15", "a,2,2024-06-01 12:00,2024-06-01 12:15", "a,1,2024-06-01 12:00"].join("\n"),
      "patrols",
    );
    expect(patrols!.unit).toEqual(Float64Array.of(0, 1, 0));
    expect(patrols!.officer).toEqual(Float64Array.of(0, 0, 1));
    expect(report.rows).toBe(12);
    expect(report.rows).toBe(report.kept + report.setAside.reduce((sum, { count }) => sum + count, 0));
    expect(reasons(report)).toContainEqual(['no unit of the trial is called "Harbour"', 1]);
    expect(reasons(report)).toContainEqual(["the start is missing", 1]);
    expect(reasons(report)).toContainEqual(["the start does not read as a date and time", 1]);
    expect(report.setAside.find(({ reason }) => reason === "the end lies before the start")?.lines).toEqual([5]);
    expect(reasons(report)).toContainEqual(["it repeats an earlier row", 1]);
    expect(reasons(report)).toContainEqual(["the patrol lasts over a day", 1]);
    expect(reasons(report)).toContainEqual(["it names no hotspot and has no position", 1]);
    expect(reasons(report)).toContainEqual(["3 cells stand under 4 headers", 1]);
  });

  test("times of day beside a date pass midnight, and minutes stand for an end", async () => {
    const clocks = await readText("hotspot;date;start;end\na;01/06/2024;23:50;00:10\nb;13/06/2024;12:00;12:20\n", "patrols");
    expect(clocks.patrols!.start[0]).toBe(at("2024-06-01 23:50"));
    expect(clocks.patrols!.end).toEqual(Float64Array.of(at("2024-06-02 00:10"), at("2024-06-13 12:20")));
    const minutes = await readText("hotspot,start,minutes\na,2024-06-01 12:00,14.5\n", "patrols");
    expect(minutes.patrols!.end[0] - minutes.patrols!.start[0]).toBe(14.5 * 60_000);
    const clocksBack = await readText("hotspot,start,end,minutes\na,2024-10-27 01:50,2024-10-27 01:06,16\n", "patrols");
    expect(clocksBack.patrols!.end[0] - clocksBack.patrols!.start[0]).toBe(16 * 60_000);
    expect(clocksBack.report.notices.join()).toContain("1 patrols. They last as many minutes as the log says");
  });

  test("dates that can be read in two ways are refused until the order is given", async () => {
    const text = "hotspot,start,end\na,01/06/2024 12:00,01/06/2024 12:15\n";
    await expect(readText(text, "patrols")).rejects.toThrow(/can be 1 June 2024 \(day-first\) or 6 January 2024 \(month-first\)/);
    const { patrols } = await readText(text, "patrols", { dateOrder: "day-first" });
    expect(patrols!.start[0]).toBe(at("2024-06-01 12:00"));
  });

  test("columns of other names are told by a mapping, and a file without them says what is missing", async () => {
    const text = "Beat,Booked on,Booked off\na,2024-06-01 12:00,2024-06-01 12:15\n";
    await expect(readText(text, "patrols")).rejects.toThrow(/no column that says when a patrol started .*Beat, Booked on, Booked off.*COLUMN=start/);
    const { report } = await readText(text, "patrols", { mapping: { Beat: "unit", "booked on": "start", "Booked off": "end" } });
    expect(report.kept).toBe(1);
    expect(report.columns).toEqual(["unit: Beat", "start: Booked on", "end: Booked off"]);
  });

  test("officers are codes in the order of the file, never their numbers", async () => {
    const { patrols } = await readText("hotspot,officer,start,end\na,PC 7214,2024-06-01 12:00,2024-06-01 12:15\nb,pc-7214,2024-06-02 12:00,2024-06-02 12:15\na,PC 9,2024-06-02 12:00,2024-06-02 12:15\n", "patrols");
    expect(patrols!.officer).toEqual(Float64Array.of(0, 0, 1));
  });

  test("a file of which no row can be used is refused with the first reason", async () => {
    await expect(readText("hotspot,start,end\nHarbour,2024-06-01 12:00,2024-06-01 12:15\n", "patrols")).rejects.toThrow(/of 1 rows none can be used: no unit of the trial is called "Harbour" \(line 2\)/);
  });
});

describe("a dropped table", () => {
  const kind = (header: string) => activityKind(header.split(","));

  test("is known by its headers: the pack's log, the sample's files, and incidents as none of them", () => {
    expect(kind("pack,team,officer,hotspot,area,date,start,end,minutes,start longitude,start latitude,start accuracy m,end longitude,end latitude,end accuracy m,activity,note")).toBe("patrols");
    expect(kind("area,officer,start,end,start longitude,start latitude,end longitude,end latitude")).toBe("patrols");
    expect(kind("officer,time,longitude,latitude")).toBe("pings");
    expect(kind("id,category,offence name,domestic,date from,date to,longitude,latitude,location,district")).toBeNull();
    expect(kind("officer,time,longitude,latitude,offence")).toBeNull();
    expect(kind("date,hotspot,arm")).toBeNull();
    expect(kind("lon,lat,date,from,to,author")).toBeNull();
  });

  test("a mapping in words is headers and roles", () => {
    expect(mappingFromText("Beat=unit, Booked on = start")).toEqual({ Beat: "unit", "Booked on": "start" });
    expect(() => mappingFromText("Beat")).toThrow(/"Beat" is no COLUMN=role/);
  });
});

describe("positions and stops", () => {
  test("positions far from every hotspot are counted and not kept, but for the ones beside a near one", async () => {
    const row = (minute: string, x: number): string => `7,2024-06-01 12:${minute},${lonLat(x, 50)}`;
    const { sightings, report } = await readText(["officer,time,longitude,latitude", row("00", 9000), row("01", 5000), row("02", 50), row("03", 60), row("04", 5000), row("05", 9000)].join("\n"), "pings");
    expect(report).toMatchObject({ rows: 6, kept: 4, far: 2 });
    expect(sightings!.time[0]).toBe(at("2024-06-01 12:01"));
  });

  test("a position that cannot be one is set aside", async () => {
    const { report } = await readText(`time,lon,lat\n2024-06-01 12:00,${INSIDE}\n2024-06-01 12:01,0,0\n2024-06-01 12:02,200,3\n2024-06-01 12:03,x,1\n2024-06-01 12:04,,\n`, "pings");
    expect(report.kept).toBe(1);
    expect(new Set(reasons(report).map(([reason]) => reason))).toEqual(new Set([
      "the position is a placeholder (0, 0 or latitude 90)", "the position is no longitude within 180 and latitude within 90 degrees", "the position is no plain decimal numbers", "there is no position",
    ]));
    expect(report.notices).toContain("The positions name no officers, so minutes on site cannot be estimated from them.");
  });

  test("stops may name their hotspot in the place of a position, and groups are told apart", async () => {
    const { sightings } = await readText("date,time,hotspot,department\n2024-06-01,12:00,Market,JOU\n2024-06-01,13:00,b,Local\n", "stops");
    expect(sightings).toMatchObject({ unit: Float64Array.of(0, 1), group: Float64Array.of(0, 1), groups: ["JOU", "Local"] });
  });

  test("eastings are of the British grid in a British project, and elsewhere of the system that is named", async () => {
    const text = "time,easting,northing\n2024-06-01 12:00,608000,506000\n";
    const british = await readText(text, "pings", { plane: { kind: "british-national-grid" }, ring: 1e7 });
    expect(british.sightings!.x[0]).toBeCloseTo(608_000, 1);
    await expect(readText(text, "pings")).rejects.toThrow(/gives positions as "easting", and nothing says in which system/);
    expect((await readText(text, "pings", { crs: "EPSG:32631", ring: 1e7 })).report.kept).toBe(1);
  });

  test("numbers are dates only where that is said", async () => {
    const text = `time,longitude,latitude\n1717243200,${INSIDE}\n`;
    await expect(readText(text, "pings")).rejects.toThrow(/can be 1 June 2024 \(epoch-seconds\)/);
    const { sightings } = await readText(text, "pings", { dateOrder: "epoch-seconds" });
    expect(sightings!.time[0]).toBe(at("2024-06-01 12:00"));
  });

  test("the open data of stops and searches are read as they are", async () => {
    const { sightings, report } = await readText(
      `Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range\nPerson search,2024-06-01T12:20:00+00:00,False,,${INSIDE.split(",").toReversed().join(",")},Male,18-24\nPerson search,2024-06-01T13:20:00+00:00,False,,,,Male,18-24\n`,
      "stops",
    );
    expect(report).toMatchObject({ rows: 2, kept: 1, setAside: [{ reason: "there is no position", count: 1, lines: [3] }] });
    expect(sightings!.x[0]).toBeCloseTo(50, 0);
  });

  test("times with a zone keep their clock time, and that is said", async () => {
    const { sightings, report } = await readText(`time,longitude,latitude\n2024-06-01T12:00:00Z,${INSIDE}\n`, "pings");
    expect(sightings!.time[0]).toBe(at("2024-06-01 12:00"));
    expect(report.notices[0]).toMatch(/^With a zone in the time.*: 1 rows/);
  });
});
