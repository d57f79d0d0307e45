import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOfFilter } from "../../../core/incidents/daysOfFilter.ts";
import { NO_FILTER, type Filter } from "../../../core/incidents/filter.ts";
import { weekdayOf } from "../../../core/incidents/selectIncidents.ts";
import { tablePeriod } from "../../../core/incidents/tablePeriod.ts";

const DAY = 86_400_000;
const day = (year: number, month: number, date = 1): number => Date.UTC(year, month - 1, date);
const table = (precision: "minute" | "month" | "none", ...start: number[]) => ({ precision, start: Float64Array.from(start) });
const fiveYears = table("minute", day(2016, 1, 1) + 3_600_000, day(2020, 12, 31) + 5_000);

describe("daysOfFilter", () => {
  it("counts every day from the first incident's to the last's", () => {
    expect(tablePeriod(fiveYears)).toEqual({ from: day(2016, 1, 1), to: day(2021, 1, 1) });
    expect(daysOfFilter(NO_FILTER, fiveYears)).toBe(5 * 365 + 2);
    expect(daysOfFilter(NO_FILTER, table("minute", day(2024, 3, 5)))).toBe(1);
    expect(daysOfFilter(NO_FILTER, table("none", 0))).toBeNull();
    expect(daysOfFilter(NO_FILTER, table("minute"))).toBeNull();
  });

  it("takes whole months where the times say only the month", () => {
    expect(daysOfFilter(NO_FILTER, table("month", day(2024, 1), day(2024, 2)))).toBe(60);
  });

  it("counts the trial's own months: September to March of 2016 to 2020 without the lockdown", () => {
    const filter: Filter = { ...NO_FILTER, months: [8, 9, 10, 11, 0, 1, 2], excludedPeriods: [{ from: day(2020, 3, 23), to: day(2021, 1, 1) }] };
    const autumn = 30 + 31 + 30 + 31, spring = 31 + 28 + 31;
    // Two of the five springs have a 29 February; 2020 ends with 22 March.
    expect(daysOfFilter(filter, fiveYears)).toBe(4 * autumn + 5 * spring + 2 - 9);
  });

  it("counts the part of a day that a period keeps, and overlapping periods once", () => {
    const from = day(2018, 5, 1);
    const filter: Filter = { ...NO_FILTER, periods: [{ from: from + DAY / 2, to: from + 2 * DAY }, { from, to: from + DAY }], excludedPeriods: [{ from, to: from + DAY / 4 }] };
    expect(daysOfFilter(filter, fiveYears)).toBe(1.75);
    expect(daysOfFilter({ ...filter, hours: { from: 1200, to: 480 } }, fiveYears)).toBe(1.75);
  });

  it("agrees with counting whole days one by one", () => {
    const start = day(2019, 11, 20), days = 120;
    const period = fc.tuple(fc.integer({ min: -10, max: days }), fc.integer({ min: 1, max: 40 })).map(([first, length]) => ({ from: start + first * DAY, to: start + (first + length) * DAY }));
    const filters = fc.record({
      periods: fc.array(period, { maxLength: 3 }),
      excludedPeriods: fc.array(period, { maxLength: 3 }),
      months: fc.subarray([0, 1, 2, 10, 11]),
      weekdays: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
    });
    fc.assert(
      fc.property(filters, (some) => {
        let expected = 0;
        for (let k = 0; k < days; k++) {
          const at = start + k * DAY;
          const within = ({ from, to }: { from: number; to: number }): boolean => at >= from && at < to;
          if (some.periods.length > 0 && !some.periods.some(within)) continue;
          if (some.excludedPeriods.some(within)) continue;
          if (some.months.length > 0 && !some.months.includes(new Date(at).getUTCMonth())) continue;
          if (some.weekdays.length > 0 && !some.weekdays.includes(weekdayOf(at))) continue;
          expected++;
        }
        expect(daysOfFilter({ ...NO_FILTER, ...some }, table("minute", start, start + (days - 1) * DAY + 1))).toBe(expected);
      }),
    );
  });
});
