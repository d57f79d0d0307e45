// Days as a person types them.

import { expect, test } from "vitest";
import { parseDates, writeDates } from "../../../core/forecast/dateList.ts";

test("days between commas become midnights, in order, each once; and are written as they are typed", () => {
  const dates = parseDates("2025-12-25, 2024-02-29;2025-12-25  2025-01-01,");
  expect(dates).toEqual([Date.UTC(2024, 1, 29), Date.UTC(2025, 0, 1), Date.UTC(2025, 11, 25)]);
  expect(writeDates(dates)).toBe("2024-02-29, 2025-01-01, 2025-12-25");
  expect(parseDates(writeDates(dates))).toEqual(dates);
});

test("nothing typed is no day", () => {
  expect(parseDates("  ")).toEqual([]);
  expect(writeDates([])).toBe("");
});

test.each(["2025-02-29", "25/12/2025", "Christmas", "2025-12", "2025-12-25T10:00"])("%s is refused, by name and with what to write", (wrong) => {
  expect(() => parseDates(`2025-01-01, ${wrong}`)).toThrow(new RegExp(`"${wrong}" is not a day. Write year, month and day`));
});
