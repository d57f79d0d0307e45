import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Hexagon, Polygon } from "../../../../core/geo/types.ts";
import { runJob } from "../../../../core/job.ts";
import { locationDays, type LocationDaysInput } from "../../../../core/trial/panel/locationDays.ts";
import { locationDays as job } from "../../../../core/trial/panel/locationDaysJob.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const hexagon = (x: number): Hexagon => ({ kind: "hexagon", centre: { x, y: 0 }, side: 150, rotation: 0 });
const square = (x: number, half: number): Polygon => ({
  kind: "polygon",
  rings: [[{ x: x - half, y: -half }, { x: x + half, y: -half }, { x: x + half, y: half }, { x: x - half, y: half }]],
});
const unit = (id: string, ...shapes: (Hexagon | Polygon)[]) => ({ id, name: id, stratum: "", shapes });

const first = Date.UTC(2024, 3, 1);
const at = (text: string): number => Date.parse(`${text}Z`);

function panelOf(incidents: readonly (readonly [x: number, time: string, days?: number])[], more: Partial<LocationDaysInput> = {}) {
  return locationDays({
    first, days: 3, startHour: 6, clocks: "none",
    units: [unit("A", hexagon(0), square(120, 50)), unit("B", hexagon(1000))],
    x: Float64Array.from(incidents, ([x]) => x),
    y: new Float64Array(incidents.length),
    start: Float64Array.from(incidents, ([, time]) => at(time)),
    weight: Float64Array.from(incidents, ([, , days]) => days ?? 1),
    precision: "minute",
    outcomes: [{ name: "All", rows: Uint32Array.from(incidents.keys()) }],
    ...more,
  });
}

describe("locationDays", () => {
  test("counts an incident on the trial day that its hour falls in, and none before the first or after the last", () => {
    const { outcomes, incidents } = panelOf([[0, "2024-04-01T05:59"], [0, "2024-04-01T06:00"], [0, "2024-04-02T05:59"], [1000, "2024-04-02T06:00"], [0, "2024-04-04T05:59"], [0, "2024-04-04T06:00"]]);
    expect([...outcomes[0].count]).toEqual([2, 0, 0, 1, 1, 0]);
    expect(incidents).toEqual({ total: 4, inUnits: 4, inSeveralUnits: 0, inRings: 0, inSeveralRings: 0, elsewhere: 0 });
  });

  test("counts what lies in two shapes of a unit once, and what lies in two units in each, and says so", () => {
    const twice = panelOf([[110, "2024-04-01T12:00"]]);
    expect([...twice.outcomes[0].count.subarray(0, 2)]).toEqual([1, 0]);
    const shared = panelOf([[110, "2024-04-01T12:00"]], { units: [unit("A", hexagon(0)), unit("B", square(120, 50))] });
    expect([...shared.outcomes[0].count.subarray(0, 2)]).toEqual([1, 1]);
    expect(shared.incidents).toMatchObject({ inUnits: 1, inSeveralUnits: 1 });
  });

  test("puts into a ring what is near a unit and in none", () => {
    const { outcomes, incidents, ringWidth } = panelOf([[200, "2024-04-01T12:00"], [860, "2024-04-01T12:00"], [789, "2024-04-01T12:00"], [500, "2024-04-02T12:00"]], { ring: 60 });
    // A's square ends at 170 m, B's hexagon begins at 850 m: 200 is 30 m out, 789 is 61 m out.
    expect([...outcomes[0].ring!]).toEqual([1, 0, 0, 0, 0, 0]);
    expect([...outcomes[0].count.subarray(0, 2)]).toEqual([0, 1]);
    expect(ringWidth).toBe(60);
    expect(incidents).toMatchObject({ total: 4, inUnits: 1, inRings: 1, elsewhere: 2 });
  });

  test("adds harm, and counts by the hour of the clock", () => {
    const { outcomes } = panelOf([[0, "2024-04-01T23:10", 5], [0, "2024-04-02T00:40", 7]]);
    expect([...outcomes[0].harm!.subarray(0, 1)]).toEqual([12]);
    expect(outcomes[0].byHour![23]).toBe(1);
    expect(outcomes[0].byHour![0]).toBe(1);
  });

  test("keeps outcomes apart", () => {
    const panel = panelOf([[0, "2024-04-01T12:00"], [0, "2024-04-01T13:00"], [1000, "2024-04-03T12:00"]], {
      outcomes: [{ name: "All", rows: Uint32Array.of(0, 1, 2) }, { name: "Some", rows: Uint32Array.of(1) }],
    });
    expect(panel.outcomes.map(({ count }) => [...count])).toEqual([[2, 0, 0, 0, 0, 1], [1, 0, 0, 0, 0, 0]]);
  });

  test("refuses times that do not say which trial day it was", () => {
    expect(() => panelOf([[0, "2024-04-01T12:00"]], { precision: "day" })).toThrow(/A trial day from 6:00 needs times to the hour/);
    const whole = panelOf([[0, "2024-04-01T00:00"]], { precision: "day", startHour: 0 });
    expect([...whole.outcomes[0].count]).toEqual([1, 0, 0, 0, 0, 0]);
    expect(whole.outcomes[0].byHour).toBeNull();
    expect(() => panelOf([[0, "2024-04-01T00:00"]], { precision: "month", startHour: 0 })).toThrow(/needs times to the day/);
  });

  test("tells the hours of a day on which the clocks move", () => {
    expect([...panelOf([], { first: Date.UTC(2024, 2, 29), clocks: "europe", days: 3, startHour: 6 }).hours]).toEqual([24, 23, 24]);
  });

  test("counts every incident of a unit's trial days, however they fall", () => {
    const incident = fc.tuple(fc.double({ min: -300, max: 1300, noNaN: true }), fc.integer({ min: -30, max: 100 }));
    fc.assert(fc.property(fc.array(incident, { maxLength: 40 }), (given) => {
      const { outcomes, incidents } = panelOf(given.map(([x, hour]) => [x, new Date(first + hour * 3_600_000).toISOString().slice(0, 16)]), { ring: 75 });
      const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
      expect(incidents.inUnits + incidents.inRings + incidents.elsewhere).toBe(incidents.total);
      expect(sum(outcomes[0].count)).toBe(incidents.inUnits + incidents.inSeveralUnits);
      expect(sum(outcomes[0].byHour!)).toBe(sum(outcomes[0].count));
      expect(sum(outcomes[0].harm!)).toBe(sum(outcomes[0].count));
    }));
  });

  test("runs as a job from plain numbers", async () => {
    const found = await runJob("locationDays", job, {
      first, days: 1, startHour: 0, units: [unit("A", hexagon(0))], x: [0, 10], y: [0, 0], start: [first, first + 1], precision: "minute", outcomes: [{ name: "All", rows: [0, 1] }],
    }, nodeContext);
    expect([...found.outcomes[0].count]).toEqual([2]);
    expect(found.outcomes[0].harm).toBeNull();
  });
});
