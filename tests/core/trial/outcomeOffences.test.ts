import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countsOffence, leftOut, offencesBut } from "../../../core/trial/outcomeOffences.ts";

const table = { offences: [
  { category: "Violence", name: "Assault" }, { category: "Violence", name: "Wounding" }, { category: "Theft", name: "Shoplifting" }, { category: "Robbery", name: "Robbery" },
] };

describe("the offences of an outcome", () => {
  it("are named by category or name, in any letters; none named is every offence", () => {
    expect(leftOut(table, ["violence", "SHOPLIFTING"])).toEqual([3]);
    expect(leftOut(table, [])).toEqual([]);
    expect(countsOffence(["Arson"], table.offences[0])).toBe(false);
  });

  it("are said as a category where all of it is kept, and as names where only part is", () => {
    expect(offencesBut(table, [1])).toEqual(["Assault", "Theft", "Robbery"]);
    expect(offencesBut(table, [2, 3])).toEqual(["Violence"]);
    expect(offencesBut(table, [])).toEqual([]);
    expect(offencesBut(table, [0, 1, 2, 3])).toBeNull();
  });

  it("come back as they were left out", () => {
    fc.assert(fc.property(fc.subarray([0, 1, 2, 3], { maxLength: 3 }), (without) => {
      expect(leftOut(table, offencesBut(table, without) ?? [])).toEqual(without);
    }));
  });
});
