// Filters by what they ask, not by which object they are.

import { expect, test } from "vitest";
import { NO_FILTER } from "../../../core/incidents/filter.ts";
import { filterSchema } from "../../../core/incidents/filterSchema.ts";
import { sameFilter } from "../../../core/incidents/sameFilter.ts";

const filter = { ...NO_FILTER, months: [3], hours: { from: 60, to: 120 }, area: [{ kind: "polygon", rings: [[{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 0, y: 1 }]] } as const] };

test("a filter is the same after it was stored and read again", () => {
  expect(sameFilter(filter, filterSchema.parse(JSON.parse(JSON.stringify(filter))))).toBe(true);
});

test("each of its questions makes another filter", () => {
  expect(sameFilter(filter, { ...filter, months: [3, 4] })).toBe(false);
  expect(sameFilter(filter, { ...filter, hours: null })).toBe(false);
  expect(sameFilter(filter, { ...filter, area: [] })).toBe(false);
  expect(sameFilter(filter, { ...filter, domestic: "only" })).toBe(false);
});
