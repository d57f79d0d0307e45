import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_HOURS, NIGHT_HOURS, NO_FILTER, type Filter } from "../../../core/incidents/filter.ts";
import { filterColumns, filterIncidents } from "../../../core/incidents/filterIncidents.ts";
import { requirePrecision } from "../../../core/incidents/requirePrecision.ts";
import { selectIncidents, type FilterColumns } from "../../../core/incidents/selectIncidents.ts";
import type { TimePrecision } from "../../../core/incidents/table.ts";
import { runJob } from "../../../core/job.ts";
import { context } from "./importText.ts";

interface Row { readonly x: number; readonly y: number; readonly start: string; readonly offence?: number; readonly domestic?: number }

const tableOf = (rows: readonly Row[], precision: TimePrecision = "minute"): FilterColumns => ({
  length: rows.length,
  precision,
  x: Float64Array.from(rows, ({ x }) => x),
  y: Float64Array.from(rows, ({ y }) => y),
  start: Float64Array.from(rows, ({ start }) => Date.parse(`${start}Z`)),
  offence: Uint16Array.from(rows, ({ offence }) => offence ?? 0),
  domestic: Uint8Array.from(rows, ({ domestic }) => domestic ?? 2),
});

const ms = (text: string): number => Date.parse(`${text}Z`);
const at = (...starts: string[]): FilterColumns => tableOf(starts.map((start) => ({ x: 0, y: 0, start })));
const select = (table: FilterColumns, filter: Partial<Filter>): number[] => [...selectIncidents(table, { ...NO_FILTER, ...filter })];

describe("selectIncidents", () => {
  it("keeps everything without a filter", () => {
    expect(select(at("2024-01-01T00:00", "2024-06-01T12:00"), {})).toEqual([0, 1]);
  });

  it("splits day (08:00-19:59) and night (20:00-07:59) at the minute, so that each incident is in one of them", () => {
    const table = at("2024-01-01T07:59", "2024-01-01T08:00", "2024-01-01T19:59", "2024-01-01T20:00", "2024-01-02T00:00");
    expect(select(table, { hours: DAY_HOURS })).toEqual([1, 2]);
    expect(select(table, { hours: NIGHT_HOURS })).toEqual([0, 3, 4]);
  });

  it("counts weekdays from Monday, also before 1970", () => {
    const table = at("2024-01-01T00:00", "2024-01-07T23:59", "1969-12-29T12:00", "1970-01-01T12:00");
    expect(select(table, { weekdays: [0] })).toEqual([0, 2]);
    expect(select(table, { weekdays: [6] })).toEqual([1]);
    expect(select(table, { weekdays: [3] })).toEqual([3]);
  });

  it("keeps months of the year over several years", () => {
    expect(select(at("2022-12-31T23:59", "2023-01-01T00:00", "2024-02-29T12:00", "2024-03-01T00:00"), { months: [0, 1] })).toEqual([1, 2]);
  });

  it("takes periods from their start up to, not including, their end, less the excluded ones", () => {
    const table = at("2024-01-31T23:59", "2024-02-01T00:00", "2024-02-14T12:00", "2024-02-29T23:59", "2024-03-01T00:00");
    const february = { from: ms("2024-02-01T00:00"), to: ms("2024-03-01T00:00") };
    const valentine = { from: ms("2024-02-14T00:00"), to: ms("2024-02-15T00:00") };
    expect(select(table, { periods: [february], excludedPeriods: [valentine] })).toEqual([1, 3]);
  });

  it("tells domestic from not domestic, and counts unknown as not", () => {
    const table = tableOf([0, 1, 2].map((domestic) => ({ x: 0, y: 0, start: "2024-01-01T00:00", domestic })));
    expect(select(table, { domestic: "only" })).toEqual([1]);
    expect(select(table, { domestic: "without" })).toEqual([0, 2]);
  });

  it("keeps what is in any polygon, leaving out its holes", () => {
    const square = (size: number, x = 0) => [{ x: x - size, y: -size }, { x: x + size, y: -size }, { x: x + size, y: size }, { x: x - size, y: size }];
    const area = [
      { kind: "polygon", rings: [square(10), square(5).toReversed()] },
      { kind: "polygon", rings: [square(10, 15)] },
    ] as const;
    const table = tableOf([{ x: 0, y: 0 }, { x: -7, y: 0 }, { x: 7, y: 0 }, { x: 20, y: 0 }, { x: 30, y: 0 }, { x: 7, y: 11 }].map((p) => ({ ...p, start: "2024-01-01T00:00" })));
    expect(select(table, { area })).toEqual([1, 2, 3]);
  });

  it("refuses what the times do not say, with the reason", () => {
    const months = tableOf([{ x: 0, y: 0, start: "2024-01-01T00:00" }], "month");
    expect(() => select(months, { hours: DAY_HOURS })).toThrow(/An hour-of-day filter needs times to the hour.*only the month/);
    expect(() => select(months, { weekdays: [1] })).toThrow(/A day-of-week filter needs times to the day/);
    expect(select(months, { months: [0] })).toEqual([0]);
    expect(select(months, { periods: [{ from: ms("2024-01-01T00:00"), to: ms("2024-02-01T00:00") }] })).toEqual([0]);
    expect(() => select(months, { periods: [{ from: ms("2024-01-01T00:00"), to: ms("2024-01-15T00:00") }] })).toThrow(/Choose whole months/);
    const none = tableOf([{ x: 0, y: 0, start: "1970-01-01T00:00" }], "none");
    expect(() => select(none, { months: [0] })).toThrow(/have no date at all/);
    expect(() => requirePrecision({ precision: "day" }, "day", "Anything")).not.toThrow();
  });

  it("agrees with a plain reading of the filter, row by row", () => {
    const row = fc.record({
      x: fc.integer({ min: -20, max: 20 }).map((v) => v + 0.5),
      y: fc.integer({ min: -20, max: 20 }).map((v) => v + 0.5),
      start: fc.integer({ min: ms("1968-01-01T00:00") / 60_000, max: ms("2031-01-01T00:00") / 60_000 }).map((m) => new Date(m * 60_000).toISOString().slice(0, 16)),
      offence: fc.integer({ min: 0, max: 4 }),
      domestic: fc.integer({ min: 0, max: 2 }),
    });
    const filter = fc.record({
      withoutOffences: fc.uniqueArray(fc.integer({ min: 0, max: 4 })),
      months: fc.uniqueArray(fc.integer({ min: 0, max: 11 })),
      weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
      hours: fc.option(fc.record({ from: fc.integer({ min: 0, max: 1439 }), to: fc.integer({ min: 0, max: 1440 }) })),
      domestic: fc.constantFrom("all" as const, "only" as const, "without" as const),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), filter, (rows, partial) => {
        const full: Filter = { ...NO_FILTER, ...partial };
        const others = (r: Row): boolean => {
          const date = new Date(`${r.start}Z`);
          const minute = date.getUTCHours() * 60 + date.getUTCMinutes();
          const { hours, months, weekdays, domestic } = full;
          return (
            (!hours || hours.from === hours.to || (hours.from < hours.to ? minute >= hours.from && minute < hours.to : minute >= hours.from || minute < hours.to)) &&
            (months.length === 0 || months.includes(date.getUTCMonth())) &&
            (weekdays.length === 0 || weekdays.includes((date.getUTCDay() + 6) % 7)) &&
            (domestic === "all" || (r.domestic === 1) === (domestic === "only"))
          );
        };
        const kept = rows.map((r, i) => (others(r) && !full.withoutOffences.includes(r.offence) ? i : -1)).filter((i) => i >= 0);
        const result = filterColumns(tableOf(rows), 5, full);
        expect([...result.selected]).toEqual(kept);
        expect([...selectIncidents(tableOf(rows), full)]).toEqual(kept);
        expect([...result.byOffence]).toEqual([0, 1, 2, 3, 4].map((code) => rows.filter((r) => r.offence === code && others(r)).length));
        const date = (i: number): Date => new Date(`${rows[i].start}Z`);
        expect([...(result.byHour ?? [])]).toEqual(Array.from({ length: 24 }, (_, hour) => kept.filter((i) => date(i).getUTCHours() === hour).length));
        expect([...(result.byWeekday ?? [])]).toEqual(Array.from({ length: 7 }, (_, day) => kept.filter((i) => (date(i).getUTCDay() + 6) % 7 === day).length));
        expect([...(result.byMonth ?? [])]).toEqual(Array.from({ length: 12 }, (_, month) => kept.filter((i) => date(i).getUTCMonth() === month).length));
      }),
    );
  });
});

describe("the job filterIncidents", () => {
  it("takes plain arrays too, and answers null for counts that the times do not say", async () => {
    const params = { precision: "month" as const, x: [0, 1], y: [0, 1], start: [0, 0], offence: [0, 1], domestic: [2, 1], offences: 2, filter: { ...NO_FILTER, withoutOffences: [1] } };
    const result = await runJob("filterIncidents", filterIncidents, params, context);
    expect(result).toMatchObject({ byHour: null, byWeekday: null });
    expect([[...result.selected], [...result.byOffence]]).toEqual([[0], [1, 1]]);
  });
});
