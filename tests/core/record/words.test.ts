import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bearing, compassPoint } from "../../../core/geo/bearing.ts";
import { britishTime, withBritishDates } from "../../../core/record/britishDate.ts";
import { coverOf, EMPTY_COVER } from "../../../core/record/cover.ts";
import { hoursInWords } from "../../../core/record/hoursInWords.ts";

describe("a record's words", () => {
  test("hours are told as stretches, one that passes midnight as one", () => {
    expect(hoursInWords(undefined)).toBe("at all hours");
    expect(hoursInWords([])).toBe("at no hour");
    expect(hoursInWords([8, 9, 10, 22, 23])).toBe("08:00 to 11:00 and 22:00 to 24:00");
    expect(hoursInWords([23, 0, 1, 12])).toBe("12:00 to 13:00 and 23:00 to 02:00");
    expect(hoursInWords([1, 3, 5])).toBe("01:00 to 02:00, 03:00 to 04:00 and 05:00 to 06:00");
  });

  test("the stretches cover exactly the hours given", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 23 }), (hours) => {
        const covered = [...hoursInWords(hours).matchAll(/(\d\d):00 to (\d\d):00/g)].flatMap(([, from, to]) => {
          const start = Number(from), end = Number(to) > start ? Number(to) : Number(to) + 24;
          return Array.from({ length: end - start }, (_, i) => (start + i) % 24);
        });
        expect(covered.sort((a, b) => a - b)).toEqual(hours.toSorted((a, b) => a - b));
      }),
    );
  });

  test("days and months are written as in Britain, and other numbers stay", () => {
    expect(withBritishDates("2021-01-01 to 2023-12-31; not 2020-03")).toBe("1 January 2021 to 31 December 2023; not March 2020");
    expect(withBritishDates("WC2-2021-99-01, 2021-13")).toBe("WC2-2021-99-01, 2021-13");
    expect(britishTime("2026-11-05T07:03:09.000Z")).toBe("5 November 2026, 07:03 UTC");
  });

  test("directions are bearings from the plane's north, and the nearest of eight points", () => {
    const from = { x: 0, y: 0 };
    expect([[0, 1], [1, 0], [0, -1], [-1, 0], [1, 1]].map(([x, y]) => bearing(from, { x, y }))).toEqual([0, 90, 180, 270, 45]);
    expect([0, 22, 23, 180, 337, 338, 359.9].map(compassPoint)).toEqual(["north", "north", "north-east", "south", "north-west", "north", "north"]);
  });

  test("a cover that cannot be read is empty, whatever was stored", () => {
    expect(coverOf({ cover: { title: "T", author: "A" } })).toEqual({ title: "T", author: "A", marking: "" });
    fc.assert(fc.property(fc.jsonValue(), (settings) => Object.keys(coverOf(settings)).length === Object.keys(EMPTY_COVER).length));
    expect(coverOf({ cover: { title: 7 } })).toEqual(EMPTY_COVER);
  });
});
