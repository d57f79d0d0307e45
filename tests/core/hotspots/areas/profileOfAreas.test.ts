import { expect, it } from "vitest";
import { profileOfAreas } from "../../../../core/hotspots/areas/profileOfAreas.ts";
import { runJob } from "../../../../core/job.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const square = (x: number, size: number) => ({ kind: "polygon", rings: [[{ x, y: 0 }, { x: x + size, y: 0 }, { x: x + size, y: size }, { x, y: size }]] });
const HOUR = 3_600_000;
/** 1 January 2024 was a Monday. */
const monday = Date.UTC(2024, 0, 1);
const params = {
  // Two patrol areas of the first hotspot overlap; the second hotspot lies in both.
  areas: [[square(0, 100), square(50, 100)], [square(60, 20)], [square(900, 10)]],
  x: [70, 10, 120, 500],
  y: [10, 10, 10, 10],
  start: [monday + 23.5 * HOUR, monday + 24 * HOUR, monday + 6 * 24 * HOUR + 9 * HOUR, monday],
};
const profile = (precision: string) => runJob("profileOfAreas", profileOfAreas, { ...params, precision }, nodeContext);

it("counts an incident of two patrol areas once, and one of two hotspots in each", async () => {
  const [first, second, third] = await profile("minute");
  expect(first.total).toBe(3);
  expect([...first.hours!.entries()].filter(([, n]) => n > 0)).toEqual([[0, 1], [9, 1], [23, 1]]);
  expect([...first.weekdays!]).toEqual([1, 1, 0, 0, 0, 0, 1]);
  expect([...first.hourOfWeek!.entries()].filter(([, n]) => n > 0)).toEqual([[23, 1], [24, 1], [6 * 24 + 9, 1]]);
  expect(first.quietHours).toEqual([...Array(24).keys()].filter((hour) => ![0, 9, 23].includes(hour)));
  expect(second.total).toBe(1);
  expect(third).toMatchObject({ total: 0, quietHours: [...Array(24).keys()] });
});

it("says no hours where times say only the day, and no days where they say only the month", async () => {
  const [byDay] = await profile("day");
  expect(byDay).toMatchObject({ total: 3, hours: null, hourOfWeek: null, quietHours: [] });
  expect([...byDay.weekdays!]).toEqual([1, 1, 0, 0, 0, 0, 1]);
  expect((await profile("month"))[0]).toMatchObject({ total: 3, hours: null, weekdays: null, hourOfWeek: null });
});
