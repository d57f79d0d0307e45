import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseClock, parseTime, type DateReading, type ReadTime } from "../../../core/incidents/parseTime.ts";

const read = (text: string, reading: DateReading): string => {
  const time = parseTime(text, reading);
  return typeof time === "string" ? time : `${new Date(time.ms).toISOString().slice(0, 19)} ${time.precision}`;
};

describe("parseTime", () => {
  it.each<[string, DateReading, string]>([
    ["2023-02-13", "year-first", "2023-02-13T00:00:00 day"],
    ["2011-01-01 00:01:00", "year-first", "2011-01-01T00:01:00 minute"],
    ["2018/01/01 09:26:00 PM", "year-first", "2018-01-01T21:26:00 minute"],
    ["2019-04-23T12:30:00Z", "year-first", "2019-04-23T12:30:00 minute"],
    ["2019-04-23T12:30:00.000+01:00", "year-first", "2019-04-23T12:30:00 minute"],
    ["2024-01", "year-first", "2024-01-01T00:00:00 month"],
    ["20240131", "year-first", "2024-01-31T00:00:00 day"],
    ["01/02/2023", "day-first", "2023-02-01T00:00:00 day"],
    ["01/02/2023", "month-first", "2023-01-02T00:00:00 day"],
    ["01/02/2023", "year-first", "bad-date"],
    ["13.02.2023 7:05", "day-first", "2023-02-13T07:05:00 minute"],
    ["12/31/2015 11:59:59 PM", "month-first", "2015-12-31T23:59:59 minute"],
    ["01/01/2015 12:00:00 AM", "month-first", "2015-01-01T00:00:00 minute"],
    ["13 Feb 2023", "year-first", "2023-02-13T00:00:00 day"],
    ["February 13, 2023 14:00", "day-first", "2023-02-13T14:00:00 minute"],
    ["13-Feb-2023", "month-first", "2023-02-13T00:00:00 day"],
    ["2023-02-30", "year-first", "impossible-date"],
    ["31/06/2023", "day-first", "impossible-date"],
    ["2023-02-29", "year-first", "impossible-date"],
    ["2024-02-29", "year-first", "2024-02-29T00:00:00 day"],
    ["13/02/2023", "month-first", "impossible-date"],
    ["01/02/23", "day-first", "two-digit-year"],
    ["1900-01-01", "year-first", "placeholder-date"],
    ["2023-03-26 24:00", "year-first", "2023-03-27T00:00:00 minute"],
    ["2016-12-31 23:59:60", "year-first", "2016-12-31T23:59:59 minute"],
    ["2023-01-01 25:00", "year-first", "bad-date"],
    ["2023-01-01 13:00 PM", "year-first", "bad-date"],
    ["1 martes 2023", "year-first", "bad-date"],
    ["yesterday", "day-first", "bad-date"],
    ["45000", "spreadsheet-serial", "2023-03-15T00:00:00 day"],
    ["45000.5", "spreadsheet-serial", "2023-03-15T12:00:00 minute"],
    ["45000", "day-first", "bad-date"],
    ["1700000000", "epoch-seconds", "2023-11-14T22:13:20 minute"],
    ["1700000000000", "epoch-milliseconds", "2023-11-14T22:13:20 minute"],
  ])("reads %j %s as %s", (text, reading, expected) => {
    expect(read(text, reading)).toBe(expected);
  });

  it("says whether a zone was written, and does not shift by it", () => {
    expect(parseTime("2019-04-23T12:30:00Z", "year-first")).toMatchObject({ zoned: true, ms: Date.UTC(2019, 3, 23, 12, 30) });
    expect(parseTime("2019-04-23T12:30:00-05:00", "year-first")).toMatchObject({ zoned: true, ms: Date.UTC(2019, 3, 23, 12, 30) });
    expect(parseTime("2019-04-23 12:30", "year-first")).toMatchObject({ zoned: false });
  });

  it("reads every minute between 1950 and 2150 back, in each order of day and month", () => {
    const minute = fc.integer({ min: Date.UTC(1950, 0, 1) / 60_000, max: Date.UTC(2150, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minute, (minutes) => {
        const iso = new Date(minutes * 60_000).toISOString();
        const [y, m, d, clock] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10), iso.slice(11, 16)];
        for (const [text, reading] of [
          [`${y}-${m}-${d}T${clock}`, "year-first"], [`${d}/${m}/${y} ${clock}`, "day-first"], [`${m}/${d}/${y} ${clock}`, "month-first"],
        ] as const) {
          expect((parseTime(text, reading) as ReadTime).ms).toBe(minutes * 60_000);
        }
      }),
    );
  });
});

describe("parseClock", () => {
  it.each([["23:15", 1395, "minute"], ["2315", 1395, "minute"], ["7", 420, "hour"], ["0", 0, "hour"], ["11:15 PM", 1395, "minute"], ["12:05 am", 5, "minute"]])(
    "reads %j as minute %d of the day",
    (text, minutes, precision) => {
      expect(parseClock(text)).toMatchObject({ ms: minutes * 60_000, precision });
    },
  );

  it.each(["", "24", "24:01", "noon", "12:60", "-1"])("refuses %j", (text) => {
    const clock = parseClock(text);
    // 24 alone is 24:00, the end of the day.
    if (text === "24") expect(clock).toMatchObject({ ms: 86_400_000, mended: true });
    else expect(clock).toBeUndefined();
  });
});
