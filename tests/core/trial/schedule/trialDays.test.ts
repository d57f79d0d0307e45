import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateOfTrialDay, hoursOfTrialDays, spanOfTrialDay, trialDayOf, trialDaysBegun, trialDaysOver } from "../../../../core/trial/schedule/trialDays.ts";
import type { TrialDays } from "../../../../core/trial/protocol.ts";

const HOUR = 3_600_000;
const trial = (given: Partial<TrialDays>): TrialDays => ({ first: Date.UTC(2021, 8, 1), days: 212, startHour: 6, clocks: "europe", ...given });
const lengths = (days: TrialDays): [string, number][] =>
  [...hoursOfTrialDays(days)].flatMap((hours, day) => (hours === 24 ? [] : [[new Date(dateOfTrialDay(day, days)).toISOString().slice(0, 10), hours]]));

describe("the days of a trial", () => {
  it("puts the early morning into the day before, where days begin at 06:00", () => {
    const days = trial({});
    expect(trialDayOf(Date.UTC(2021, 8, 1, 5, 59), days)).toBe(-1);
    expect(trialDayOf(Date.UTC(2021, 8, 1, 6), days)).toBe(0);
    expect(trialDayOf(Date.UTC(2021, 8, 2, 5, 59, 59), days)).toBe(0);
    expect(trialDayOf(Date.UTC(2021, 8, 2, 6), days)).toBe(1);
  });

  it("ends with its last day", () => {
    const days = trial({ days: 2 });
    expect(trialDayOf(Date.UTC(2021, 8, 3, 5, 59), days)).toBe(1);
    expect(trialDayOf(Date.UTC(2021, 8, 3, 6), days)).toBe(-1);
  });

  it("has every time of a day's span in that day, and no other", () => {
    fc.assert(fc.property(fc.nat(99), fc.nat(23), fc.nat(24 * HOUR - 1), (day, startHour, after) => {
      const days = trial({ days: 100, startHour });
      const { from, to } = spanOfTrialDay(day, days);
      expect(trialDayOf(from + after, days)).toBe(day);
      expect(trialDaysOver(from + after, days)).toBe(day);
      expect(trialDaysBegun(from + after, days)).toBe(day + 1);
      expect(to - from).toBe(24 * HOUR);
    }));
  });

  it("has no day over or begun before the first, and all of them after the last", () => {
    const days = trial({ days: 3 });
    expect([trialDaysOver(0, days), trialDaysBegun(days.first + 6 * HOUR - 1, days)]).toEqual([0, 0]);
    expect([trialDaysOver(days.first + 900 * HOUR, days), trialDaysBegun(days.first + 900 * HOUR, days)]).toEqual([3, 3]);
  });

  it("has 25 hours on the Saturday before the last Sunday of October and 23 before that of March, where days begin at 06:00", () => {
    expect(lengths(trial({}))).toEqual([["2021-10-30", 25], ["2022-03-26", 23]]);
  });

  it("has them on the Sundays themselves where days begin at midnight", () => {
    expect(lengths(trial({ startHour: 0 }))).toEqual([["2021-10-31", 25], ["2022-03-27", 23]]);
  });

  it("follows the American rule: the second Sunday of March and the first of November", () => {
    expect(lengths(trial({ startHour: 0, clocks: "north-america" }))).toEqual([["2021-11-07", 25], ["2022-03-13", 23]]);
    expect(lengths(trial({ startHour: 2, clocks: "north-america" }))).toEqual([["2021-11-06", 25], ["2022-03-13", 23]]);
  });

  it("has 24 hours on every day where no clock moves, or the trial holds no such night", () => {
    expect(lengths(trial({ clocks: "none" }))).toEqual([]);
    expect(lengths(trial({ days: 59 }))).toEqual([]);
    expect(lengths(trial({ days: 60 }))).toEqual([["2021-10-30", 25]]);
  });

  it("loses and gains as many hours as a year does", () => {
    fc.assert(fc.property(fc.nat(23), fc.constantFrom("europe", "north-america"), fc.integer({ min: 2000, max: 2040 }), (startHour, clocks, year) => {
      const hours = hoursOfTrialDays(trial({ first: Date.UTC(year, 0, 1), days: 365, startHour, clocks }));
      expect(hours.reduce((sum, value) => sum + value, 0)).toBe(365 * 24);
      expect(hours.filter((value) => value !== 24)).toHaveLength(2);
    }));
  });
});
