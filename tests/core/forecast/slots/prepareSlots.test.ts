// From incidents to the request of a forecast of four-hour slots, and back again from what a project keeps.

import { describe, expect, test } from "vitest";
import { prepareSlots, type SlotPlan } from "../../../../core/forecast/slots/prepareSlots.ts";
import { NO_FILTER } from "../../../../core/incidents/filter.ts";
import type { IncidentTable, TimePrecision } from "../../../../core/incidents/table.ts";
import { completeRequest } from "../../../../core/replay.ts";
import { silvermanBandwidth } from "../../../../core/stats/bandwidth.ts";

const HOUR = 3_600_000, DAY = 24 * HOUR;
const plan: SlotPlan = { tile: 500, bandwidth: 250, predictor: { kind: "linear" }, trainingDays: 3, refitDays: 1, days: 2, seed: 1, categories: [] };
/** 28 days for the mean of four weeks, 3 of training, 2 predicted; then the day of the last incident, which may not be whole. */
const DAYS = 28 + 3 + 2 + 1;

/** Every day a theft at noon, each 10 m further east, and a robbery at one in the morning. */
function incidents(precision: TimePrecision = "minute"): IncidentTable {
  const length = 2 * DAYS;
  const day = (i: number): number => Math.floor(i / 2), isTheft = (i: number): boolean => i % 2 === 1;
  const column = <T>(of: (i: number) => T): T[] => Array.from({ length }, (_, i) => of(i));
  return {
    length,
    plane: { kind: "local", lon0: 0, lat0: 52 },
    x: Float64Array.from(column((i) => 10 * day(i))),
    y: Float64Array.from(column((i) => (isTheft(i) ? 5 * day(i) : -100))),
    start: Float64Array.from(column((i) => day(i) * DAY + (isTheft(i) ? 12 : 1) * HOUR)),
    end: new Float64Array(length),
    precision,
    offence: Uint16Array.from(column((i) => (isTheft(i) ? 0 : 1))),
    offences: [{ category: "Theft", name: "Theft" }, { category: "Robbery", name: "Robbery" }],
    domestic: new Uint8Array(length),
    source: new Uint8Array(length),
    line: new Uint32Array(length),
    sources: [],
    texts: [],
  };
}
const table = incidents();
const thefts = Uint32Array.from({ length: DAYS }, (_, day) => 2 * day + 1);
const filter = { ...NO_FILTER, withoutOffences: [1] };

describe("a forecast of slots", () => {
  test("takes the last whole days, numbers slots from two in the morning, and leaves the day of the last incident out", () => {
    const { request, firstDay, predicted, incidents: used } = prepareSlots(table, thefts, filter, plan, []);
    expect(firstDay).toBe(0);
    expect(predicted).toEqual({ from: 31 * DAY, to: 33 * DAY });
    expect(request.days).toEqual([31, 33]);
    expect(used).toBe(33);
    // Noon is in the slot from 10:00 to 14:00, the third.
    expect([...request.events.slot]).toEqual(Array.from({ length: 33 }, (_, day) => 6 * day + 2));
  });

  test("lays tiles over the past, not over what is predicted, and over the whole of a study area", () => {
    const { request, studyRule } = prepareSlots(table, thefts, filter, { ...plan, tile: 50 }, []);
    // Past thefts lie from 0 to 300 m east and 0 to 150 m north; those of the predicted days reach 320 m and 160 m.
    expect(request.tiles).toEqual({ origin: { x: 0, y: 0 }, cell: 50, columns: 7, rows: 4 });
    expect(studyRule).toContain("within 1 km of a past event");
    const ring = [{ x: -200, y: -200 }, { x: 199, y: -200 }, { x: 199, y: 199 }, { x: -200, y: 199 }];
    const area = prepareSlots(table, thefts, { ...filter, area: [{ kind: "polygon", rings: [ring] }] }, { ...plan, tile: 100 }, []);
    expect(area.request.tiles).toEqual({ origin: { x: -200, y: -200 }, cell: 100, columns: 4, rows: 4 });
    expect(area.request.cells).toHaveLength(16);
    expect(area.studyRule).toContain("study area");
  });

  test("suggests a bandwidth from the past alone, the geometric mean of Silverman's rule on both axes", () => {
    const { request } = prepareSlots(table, thefts, filter, { ...plan, bandwidth: null }, []);
    const past = Float64Array.from({ length: 31 }, (_, day) => 10 * day);
    expect(request.bandwidth).toBe(Math.round(Math.sqrt(silvermanBandwidth(past) * silvermanBandwidth(past.map((x) => x / 2)))));
  });

  test("takes another category under the rest of the filter, by slot, and points for all slots", () => {
    const points = { name: "bars", x: Float64Array.of(1, 2, 30), y: Float64Array.of(3, 9, 4) };
    const { request } = prepareSlots(table, thefts, filter, { ...plan, categories: ["Robbery"] }, [points]);
    const [robbery, bars] = request.layers;
    expect(robbery.name).toBe("Robbery, slot before");
    // One in the morning belongs to the midnight slot of the day before: the first day's is too early, and of the last day's a slot is left.
    expect([...robbery.slot!]).toEqual(Array.from({ length: 33 }, (_, day) => 6 * day + 5));
    expect(bars).toEqual({ ...points, bandwidth: 250 });
    const nights = prepareSlots(table, thefts, { ...filter, hours: { from: 600, to: 900 } }, { ...plan, categories: ["Robbery"] }, []);
    expect(nights.request.layers[0].x).toHaveLength(0);
  });

  test("refuses days and months without hours, too short a past, and too many tiles, each with the way out", () => {
    expect(() => prepareSlots(incidents("day"), thefts, filter, plan, [])).toThrow(/needs times to the hour; these incidents say only the day/);
    expect(() => prepareSlots(incidents("month"), thefts, filter, plan, [])).toThrow(/say only the month/);
    expect(() => prepareSlots(table, thefts, filter, { ...plan, days: 3 }, [])).toThrow(/34 days are needed before 1970-02-03 .* cover 33\. Ask for fewer/);
    expect(() => prepareSlots(table, thefts, filter, { ...plan, tile: 0.5 }, [])).toThrow(/at most 60000 fit/);
    expect(() => prepareSlots(table, thefts, filter, { ...plan, tile: 0 }, [])).toThrow(/above 0 m/);
    expect(() => prepareSlots(table, thefts, filter, { ...plan, days: 1.5 }, [])).toThrow(/whole number/);
    expect(() => prepareSlots(table, thefts, filter, { ...plan, categories: ["Arson"] }, [])).toThrow(/No incident is of the category Arson/);
    expect(() => prepareSlots(table, new Uint32Array(), filter, plan, [])).toThrow(/Widen the filter/);
  });

  test("is asked the same again from what the project keeps: filter, plan, points", () => {
    const points = [{ name: "bars", x: Float64Array.of(1), y: Float64Array.of(3) }];
    const { request } = prepareSlots(table, thefts, filter, plan, points);
    expect(completeRequest({ job: "slotForecast", filter, params: { plan, points } }, table)).toEqual(request);
  });
});
