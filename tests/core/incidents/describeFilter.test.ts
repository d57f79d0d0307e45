// A filter in words.

import { describe, expect, test } from "vitest";
import { describeFilter, describePeriod } from "../../../core/incidents/describeFilter.ts";
import { NIGHT_HOURS, NO_FILTER } from "../../../core/incidents/filter.ts";

const offences = [
  { category: "Violence", name: "Assault" },
  { category: "Violence", name: "Harassment" },
  { category: "Theft", name: "Shoplifting" },
  { category: "Theft", name: "Bicycle theft" },
  { category: "Burglary", name: "Burglary" },
];

describe("describeFilter", () => {
  test("no filter is all incidents", () => {
    expect(describeFilter(NO_FILTER, { offences })).toBe("all incidents");
  });

  test("a whole category goes by its own name, part of one by its offences", () => {
    expect(describeFilter({ ...NO_FILTER, withoutOffences: [2, 3, 4] }, { offences })).toBe("only Violence");
    expect(describeFilter({ ...NO_FILTER, withoutOffences: [2] }, { offences })).toBe("without Shoplifting");
    expect(describeFilter({ ...NO_FILTER, withoutOffences: [0, 1, 2, 3, 4] }, { offences })).toBe("only no offence");
  });

  test("names the last day of a period, and hours that pass midnight", () => {
    const january = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2024, 1, 1) };
    const filter = { ...NO_FILTER, periods: [january], months: [0], weekdays: [4, 5], hours: NIGHT_HOURS, domestic: "without" as const };
    expect(describeFilter(filter, { offences })).toBe("2024-01-01 to 2024-01-31; Jan; Fri, Sat; 20:00 to 08:00; without domestic");
  });
});

describe("describePeriod", () => {
  test("says months where only months are known, and nothing without times", () => {
    const start = Float64Array.of(Date.UTC(2024, 1, 1), Date.UTC(2024, 0, 1));
    expect(describePeriod({ start, precision: "month" })).toBe("2024-01 to 2024-02");
    expect(describePeriod({ start, precision: "minute" })).toBe("2024-01-01 to 2024-02-01");
    expect(describePeriod({ start, precision: "none" })).toBe("");
  });
});
