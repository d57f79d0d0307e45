// Incidents in consecutive blocks of days: every incident in one place only, and no more asked of the data than they bear.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutBlocks } from "../../../core/forecast/cutBlocks.ts";
import type { TimePrecision } from "../../../core/incidents/table.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MONDAY = 4 * DAY; // 5 January 1970

/** Incidents at these hours after the Monday's midnight; x is the index. */
const tableOf = (hours: readonly number[], precision: TimePrecision = "minute") => ({
  x: Float64Array.from(hours, (_, i) => i),
  y: Float64Array.from(hours, (_, i) => -i),
  start: Float64Array.from(hours, (hour) => MONDAY + hour * HOUR),
  precision,
});
const all = (hours: readonly number[]): Uint32Array => Uint32Array.from(hours.keys());
const cut = (hours: readonly number[], settings: Parameters<typeof cutBlocks>[2], precision?: TimePrecision) => cutBlocks(tableOf(hours, precision), all(hours), settings);

describe("cutBlocks", () => {
  test("two weeks end at the end of the last day that has an incident; the hours are those of the day", () => {
    const found = cut([0, 30.5, 24 * 7 - 0.25, 24 * 7, 24 * 13 + 12], { days: 7, count: 2 });
    expect(found.starts).toEqual([MONDAY, MONDAY + 7 * DAY]);
    expect(found.end).toBe(MONDAY + 14 * DAY);
    expect(found.blocks.map(({ x }) => [...x])).toEqual([[0, 1, 2], [3, 4]]);
    expect(found.blocks.map(({ hours }) => [...hours])).toEqual([[0, 6.5, 23.75], [0, 12]]);
    expect([...found.blocks[1].y]).toEqual([-3, -4]);
    expect(found).toMatchObject({ empty: [], earlier: 0, later: 0 });
  });

  test("an end that is given leaves later incidents out and counts them; incidents before the first block are counted", () => {
    const found = cut([1, 25, 49, 73, 97], { days: 1, count: 2, end: MONDAY + 4 * DAY });
    expect(found.blocks.map(({ x }) => [...x])).toEqual([[2], [3]]);
    expect(found).toMatchObject({ earlier: 2, later: 1 });
  });

  test("blocks without an incident are named", () => {
    expect(cut([1, 72], { days: 1, count: 4 }).empty).toEqual([1, 2]);
  });

  test("times before 1970 have hours of the day too", () => {
    const table = { ...tableOf([0]), start: Float64Array.of(-HOUR) };
    expect([...cutBlocks(table, all([0]), { days: 1, count: 1 }).blocks[0].hours]).toEqual([23]);
  });

  test("each incident is in one block, before them or after them, whatever the times", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 24 * 60 }), { minLength: 1 }), fc.integer({ min: 1, max: 4 }), (hours, days) => {
        const span = Math.floor(Math.max(...hours) / 24) + 1 - Math.floor(Math.min(...hours) / 24);
        const count = Math.floor(span / days);
        if (count === 0) return;
        const { blocks, starts, earlier, later } = cut(hours, { days, count });
        expect(blocks.reduce((sum, { x }) => sum + x.length, earlier + later)).toBe(hours.length);
        blocks.forEach((block, b) => {
          for (const [i, index] of block.x.entries()) {
            const ms = MONDAY + hours[index] * HOUR;
            expect(ms >= starts[b] && ms < starts[b] + days * DAY).toBe(true);
            expect(block.hours[i]).toBe(hours[index] % 24);
          }
        });
      }),
    );
  });

  test("month-only files are refused with the reason, dates without hours too unless days are enough", () => {
    expect(() => cut([0], { days: 7, count: 1 }, "month")).toThrow(/needs times to the hour; these incidents say only the month/);
    expect(() => cut([0], { days: 7, count: 1, hoursOfDay: false }, "month")).toThrow(/blocks of days needs times to the day/);
    expect(() => cut([0], { days: 1, count: 1 }, "day")).toThrow(/say only the day/);
    expect(cut([0], { days: 1, count: 1, hoursOfDay: false }, "day").blocks).toHaveLength(1);
  });

  test("too few days are refused with the number of blocks that there are", () => {
    expect(() => cut([0, 24 * 20], { days: 7, count: 4 })).toThrow(/4 blocks of 7 days need 28 days before 1970-01-26; .* cover 21 days: 3 blocks\. Ask for fewer/);
    expect(() => cut([0, 24 * 20], { days: 30, count: 1 })).toThrow(/: 0 blocks/);
  });

  test("an empty latest block, an end that is no midnight, no incidents, and half days are refused", () => {
    expect(() => cut([0, 1], { days: 1, count: 1, end: MONDAY + 9 * DAY })).toThrow(/latest block, 1970-01-13 to 1970-01-13, has no incident; the incidents run from 1970-01-05 to 1970-01-05/);
    expect(() => cut([0], { days: 1, count: 1, end: MONDAY + 1 })).toThrow(/not a midnight/);
    expect(() => cut([], { days: 1, count: 1 })).toThrow(/No incident/);
    expect(() => cut([0], { days: 0.5, count: 1 })).toThrow(/whole number of days/);
    expect(() => cut([0], { days: 1, count: 0 })).toThrow(/0 blocks/);
  });
});
