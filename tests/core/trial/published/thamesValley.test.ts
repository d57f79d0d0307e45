import { describe, expect, test } from "vitest";
import type { PublishedCell } from "../../../../core/trial/published/publishedCell.ts";
import { verdicts } from "../../../../core/trial/published/publishedTables.ts";
import { thamesValleyTables } from "../../../../core/trial/published/thamesValley.ts";
import { haveShared, oracle } from "../../../support/shared.ts";

const { cells } = thamesValleyTables();

interface Row {
  readonly paper: string;
  readonly cell: string;
  readonly published: number;
  readonly computed: number | null;
  readonly reproduced: boolean | "not reproducible";
  readonly note: string;
}

const OUTCOMES: readonly (readonly [RegExp, string, PublishedCell["measure"]?])[] = [
  [/full patrols/, "Full patrols"],
  [/reported patrols/, "Reported patrols"],
  [/JOU pings/, "Airwave pings by JOU"],
  [/other pings/, "Airwave pings by others"],
  [/total pings/, "All Airwave pings"],
  [/violent\+sexual/, "Violent and sexual crime"],
  [/violent/, "Violent crime"],
  [/all/, "All crime"],
];

const CLAIMS: Readonly<Record<string, string>> = {
  "5,760 hotspot days": "Hotspot days",
  "total pings = JOU + other, treatment": "All Airwave pings, treatment",
  "total pings = JOU + other, control": "All Airwave pings, control",
  "over 3,500 additional patrols": "Additional full patrols",
  "patrols per hotspot 1.255 from 2.01 day / 0.71 night": "Full patrols per treated hotspot and day",
  "less than one crime every three to four days": "Days to a crime in a hotspot",
  "one violent crime every 7.5 days": "Days to a violent crime in a hotspot",
  "hexagon area 'seven football pitches'": "Area of a hexagon of 150 m",
};

const CHANGES: Readonly<Record<string, readonly [string, string]>> = {
  "8.74 % reduction": ["Violent crime", "Change of count, %"],
  "93 % increase in JOU": ["Airwave pings by JOU", "Change of dosage, %"],
  "19 % increase in overall activity": ["All Airwave pings", "Change of dosage, %"],
};

/** The cell of ours that a row of the reference speaks of. */
function cellOf({ cell }: Row): PublishedCell | undefined {
  const claimed = CLAIMS[cell];
  if (claimed) return cells.find(({ outcome, measure }) => measure === "claim" && outcome === claimed);
  const change = CHANGES[cell];
  if (change) return cells.find((found) => found.outcome === change[0] && found.cell === change[1]);
  const outcome = OUTCOMES.find(([pattern]) => pattern.test(cell))?.[1];
  const arm = cell.endsWith("control") ? "control" : "treatment";
  const measure = /pings|patrols/.test(cell) ? "dosage" : /CCHI/.test(cell) ? "harm" : /count/.test(cell) ? "count" : "prevalence";
  const name = cell.includes("effect size") ? "Effect size"
    : cell.includes("prevalence") ? `Prevalence of ${arm}, %`
    : cell.includes("mean count") ? `Mean of ${arm}`
    : cell.includes("chi2") ? "Chi-squared"
    : cell.includes("t statistic") ? "t"
    : "p";
  return cells.find((found) => found.outcome === outcome && found.measure === measure && found.cell === name);
}

describe.skipIf(!haveShared("oracle", "public", "published_cells.json"))("every checked cell of the report", () => {
  const rows = oracle<{ rows: Row[] }>("published_cells").rows.filter(({ paper }) => paper.includes("Thames Valley"));
  test.each(rows.map((row) => [row.cell, row] as const))("%s", (_, row) => {
    const found = cellOf(row);
    expect(found, "is computed").toBeDefined();
    if (row.reproduced === "not reproducible") {
      expect(found).toMatchObject({ computed: null, verdict: "raw data needed", reason: expect.stringContaining("standard deviations, which are not printed") });
      const implied = cells.find(({ outcome, measure, cell }) => outcome === found!.outcome && measure === found!.measure && cell === "Implied standard deviation")!;
      expect(implied.computed!.toPrecision(4)).toBe(Number(/implied common sd ([\d.]+)/.exec(row.note)![1]).toPrecision(4));
    } else {
      expect(Math.abs(Math.abs(found!.computed!) / Math.abs(row.computed!) - 1), `${found!.computed} for ${row.computed}`).toBeLessThan(1e-8);
      if (row.reproduced) expect(["same", "sign"], found!.reason).toContain(found!.verdict);
      else expect(found).toMatchObject({ verdict: "differs", reason: expect.stringMatching(/Cut off, not rounded|The print would need/) });
      if (found!.verdict === "sign") expect(found!.reason).toMatch(/the sign is a slip|the print/);
    }
  });
  test("no row is forgotten", () => {
    expect(rows.length).toBe(57);
    expect(new Set(rows.map(cellOf)).size, "each row has a cell of its own").toBe(rows.length);
  });
});

test("the report's tables give 43 cells as printed, 9 with the sign turned, 2 that differ and 11 that need the raw data", () => {
  expect(verdicts(cells)).toEqual({ same: 43, sign: 9, differs: 2, "raw data needed": 11, "not printed": 22 });
});

test("the fall of 8.74 % is said to be of the count, not of prevalence", () => {
  const fall = cells.find(({ printed }) => printed === "-8.74")!;
  expect(fall).toMatchObject({ cell: "Change of count, %", verdict: "same", reason: expect.stringContaining("it is the fall of the mean count") });
});
