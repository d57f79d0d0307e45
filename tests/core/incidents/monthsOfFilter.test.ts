import { describe, expect, test } from "vitest";
import { NO_FILTER, type Filter } from "../../../core/incidents/filter.ts";
import { monthsOfFilter } from "../../../core/incidents/monthsOfFilter.ts";
import type { TimePrecision } from "../../../core/incidents/table.ts";

const ms = (text: string): number => Date.parse(`${text.padEnd(10, "-01")}T00:00Z`);
const data = (first: string, last: string, precision: TimePrecision = "minute") => ({ start: Float64Array.of(ms(last) + 3_600_000, ms(first) + 60_000), precision });
const said = (filter: Partial<Filter>, table: ReturnType<typeof data>): string[] =>
  monthsOfFilter({ ...NO_FILTER, ...filter }, table).map(({ from, to, whole }) => `${day(from)} to ${day(to)}${whole ? "" : " cut"}`);
const day = (time: number): string => new Date(time).toISOString().slice(5, 10);

describe("monthsOfFilter", () => {
  test("are the calendar months from the first to the last day of the data, cut where the data begin and end", () => {
    expect(said({}, data("2024-01-10", "2024-03-31"))).toEqual(["01-10 to 02-01 cut", "02-01 to 03-01", "03-01 to 04-01"]);
  });

  test("are whole where the data say only the month", () => {
    expect(said({}, { start: Float64Array.of(ms("2024-03"), ms("2024-02")), precision: "month" })).toEqual(["02-01 to 03-01", "03-01 to 04-01"]);
  });

  test("are those of the filter's months, over several years", () => {
    const found = monthsOfFilter({ ...NO_FILTER, months: [10, 0] }, data("2019-12-05", "2021-02-03"));
    expect(found.map(({ from }) => new Date(from).toISOString().slice(0, 7))).toEqual(["2020-01", "2020-11", "2021-01"]);
  });

  test("are cut by periods, joined where periods meet or overlap, and never reach beyond the data", () => {
    const periods = [{ from: ms("2024-02-10"), to: ms("2024-03-05") }, { from: ms("2024-03-05"), to: ms("2024-04") }, { from: ms("2024-03-20"), to: ms("2025-01") }];
    expect(said({ periods }, data("2024-01-01", "2024-04-30"))).toEqual(["02-10 to 03-01 cut", "03-01 to 04-01", "04-01 to 05-01"]);
  });

  test("an excluded period drops a month, cuts it, or leaves a hole in it that is told", () => {
    const excludedPeriods = [{ from: ms("2024-02"), to: ms("2024-03-03") }, { from: ms("2024-04-10"), to: ms("2024-04-12") }];
    expect(said({ excludedPeriods }, data("2024-01-01", "2024-04-30"))).toEqual(["01-01 to 02-01", "03-03 to 04-01 cut", "04-01 to 05-01 cut"]);
  });

  test("need times that say the month; of no incidents there are none", () => {
    expect(() => said({}, data("2024-01-01", "2024-02-01", "none"))).toThrow(/A series by month needs/);
    expect(said({}, { start: new Float64Array(0), precision: "minute" })).toEqual([]);
  });
});
