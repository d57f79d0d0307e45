import { openAsBlob } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { contains } from "../../../../core/geo/contains.ts";
import { exclusionsFromText, POLICE_UK_WORDS, type TextRule } from "../../../../core/hotspots/exclude/exclusionsFromText.ts";
import { haveShared, sharedPath } from "../../../support/shared.ts";
import { importFrom } from "../../incidents/importText.ts";

const rule: TextRule = { column: "Location", words: ["Hospital"], match: "ends", distance: 50, least: 2, reason: "Crime indoors" };
const table = {
  x: Float64Array.of(0, 0, 0, 100, 200, 200, 300, 300),
  y: new Float64Array(8),
  texts: [
    {
      name: "Location",
      codes: Uint32Array.of(0, 0, 1, 0, 2, 2, 3, 3),
      values: ["On or near Hospital", "On or near Hospital Road", "City Hospital", "On or near High Street"],
    },
  ],
};
const rows = Uint32Array.from({ length: 8 }, (_, k) => k);

describe("exclusionsFromText", () => {
  it("makes a circle about each location with enough incidents, named by its text", () => {
    const found = exclusionsFromText(table, rows, rule);
    expect(found.map(({ name }) => name)).toEqual(["Hospital", "City Hospital"]);
    expect(found[0]).toMatchObject({ reason: "Crime indoors", rule: "Location ends with Hospital, 2 or more incidents, 50 m" });
    expect(found.map(({ shape }) => [0, 100, 200].map((x) => contains(shape, x + 49, 0)))).toEqual([[true, false, false], [false, false, true]]);
    expect(exclusionsFromText(table, rows, { ...rule, least: 1 })).toHaveLength(3);
  });

  it("counts the incidents of the filter alone", () => {
    expect(exclusionsFromText(table, Uint32Array.of(0, 4, 5), rule).map(({ name }) => name)).toEqual(["City Hospital"]);
  });

  it("says what is missing", () => {
    expect(() => exclusionsFromText(table, rows, { ...rule, column: "Street" })).toThrow("they have Location");
    expect(() => exclusionsFromText(table, rows, { ...rule, words: [" "] })).toThrow("no word");
    expect(() => exclusionsFromText(table, rows, { ...rule, distance: 0 })).toThrow("above 0 m");
  });
});

const FILE = "2024-01-thames-valley-street.csv.gz";

test.skipIf(!haveShared("data", FILE))("police.uk's hospitals, prisons and schools of Thames Valley: every such incident lies in an exclusion, no other location makes one", async () => {
  const source = { kind: "text" as const, file: await openAsBlob(sharedPath("data", FILE)) };
  const { table: imported } = await importFrom(source, {}, {}, FILE);
  const all = Uint32Array.from({ length: imported.length }, (_, row) => row);
  const location = imported.texts.find(({ name }) => name === "Location")!;
  const found = exclusionsFromText(imported, all, { ...rule, words: POLICE_UK_WORDS, least: 1 });
  expect(new Set(found.map(({ name }) => name))).toEqual(new Set(["Hospital", "Prison", "Further/Higher Educational Building"]));
  const named = all.filter((row) => /(Hospital|Prison|Educational Building)$/.test(location.values[location.codes[row]]));
  // 89 + 18 + 105 lines of the file, as grep counts them.
  expect(named).toHaveLength(212);
  for (const row of named) expect(found.some(({ shape }) => contains(shape, imported.x[row], imported.y[row]))).toBe(true);
  const fewer = exclusionsFromText(imported, all, { ...rule, words: POLICE_UK_WORDS, least: 5 });
  expect(fewer.length).toBeGreaterThan(0);
  expect(fewer.length).toBeLessThan(found.length);
});
