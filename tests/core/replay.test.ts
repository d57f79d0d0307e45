// What a stored request is completed with before it is run again.

import { expect, test } from "vitest";
import { NO_FILTER } from "../../core/incidents/filter.ts";
import type { IncidentTable } from "../../core/incidents/table.ts";
import { completeRequest } from "../../core/replay.ts";

const table = {
  length: 3, x: Float64Array.of(1, 2, 3), y: Float64Array.of(4, 5, 6), start: Float64Array.of(7, 8, 9), precision: "minute",
  offence: Uint16Array.of(0, 1, 0), offences: [{ category: "Theft", name: "Theft" }, { category: "Robbery", name: "Robbery" }], domestic: new Uint8Array(3),
} as unknown as IncidentTable;
const filter = { ...NO_FILTER, withoutOffences: [] };

test("the places of the filtered incidents are added", () => {
  expect(completeRequest({ job: "tessellate", filter: { ...filter, withoutOffences: [1] }, params: { side: 150 } }, table)).toEqual({
    side: 150, x: Float64Array.of(1, 3), y: Float64Array.of(4, 6),
  });
});

test("in the place of a harm table stand the weights that follow from it", () => {
  const harm = { name: "weights.csv", weights: [{ offence: "Robbery", days: 365 }] };
  expect(completeRequest({ job: "identifyHotspots", filter, params: { side: 150, harm } }, table)).toEqual({
    side: 150, x: table.x, y: table.y, weight: Float64Array.of(0, 365, 0),
  });
});

test("stability is asked with the times too", () => {
  expect(completeRequest({ job: "stabilityOfAreas", filter, params: {} }, table)).toMatchObject({ start: table.start });
});
