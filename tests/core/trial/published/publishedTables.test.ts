import { describe, expect, test } from "vitest";
import { printedBounds } from "../../../../core/trial/published/printedNumber.ts";
import { publishedTablesSchema, type PublishedTablesInput } from "../../../../core/trial/published/publishedSchema.ts";
import { publishedTables } from "../../../../core/trial/published/publishedTables.ts";
import { publishedCsv } from "../../../../core/trial/published/publishedCsv.ts";
import { readPublished } from "../../../../core/trial/published/readPublished.ts";
import { THAMES_VALLEY, thamesValleyTables } from "../../../../core/trial/published/thamesValley.ts";
import { wholeCount } from "../../../../core/trial/published/wholeCount.ts";

type Row = PublishedTablesInput["rows"][number];

const cellsOf = (row: Row) => publishedTables(publishedTablesSchema.parse({ rows: [row] })).cells;
const cell = (row: Row, name: string) => cellsOf(row).find((found) => found.cell === name)!;

const TABLE: Row = { outcome: "Crime", measure: "prevalence", treatment: { n: 200, yes: 120 }, control: { n: 200, yes: 95 } };

describe("the convention that gives the print is found and named", () => {
  test("with or without Yates' correction", () => {
    expect(cell({ ...TABLE, printed: { statistic: "5.793" } }, "Chi-squared")).toMatchObject({ verdict: "same", formula: "Chi-squared with Yates' correction", reason: "" });
    expect(cell({ ...TABLE, printed: { statistic: "6.285" } }, "Chi-squared")).toMatchObject({ verdict: "same", formula: "Chi-squared without correction", reason: "Chi-squared with Yates' correction gives 5.7926." });
    expect(cell({ ...TABLE, printed: { statistic: "6.285", p: "0.012", effect: "0.253" } }, "Effect size")).toMatchObject({ verdict: "same", formula: expect.stringContaining("without correction") });
  });
  test("phi and h are told from d", () => {
    expect(cell({ ...TABLE, printed: { effect: "0.125" } }, "Effect size")).toMatchObject({ verdict: "same", formula: "φ = √(χ² / N), χ² without correction" });
    expect(cell({ ...TABLE, printed: { effect: "0.251" } }, "Effect size")).toMatchObject({ verdict: "same", formula: "h = 2 asin √p₁ − 2 asin √p₂" });
  });
  test("and where none does, all are told", () => {
    expect(cell({ ...TABLE, printed: { statistic: "7.0" } }, "Chi-squared")).toMatchObject({ verdict: "differs", computed: expect.closeTo(5.7926, 4), reason: "Chi-squared without correction gives 6.2854; Likelihood ratio G gives 6.3023." });
  });
});

test("standard deviations that are printed let t be computed again", () => {
  const row: Row = { outcome: "Crime", measure: "count", treatment: { n: 50, mean: "2.0", sd: 1 }, control: { n: 50, mean: "2.5", sd: 1 }, printed: { statistic: "2.500", p: "0.014", effect: "-0.5" } };
  expect(cell(row, "t")).toMatchObject({ verdict: "sign", computed: -2.5 });
  expect(cell(row, "p").verdict).toBe("same");
  expect(cell(row, "Effect size")).toMatchObject({ verdict: "same", computed: -0.5 });
  const unprinted = { ...row, printed: {} };
  expect(["t", "p", "Effect size"].map((name) => cell(unprinted, name).computed)).toEqual([-2.5, expect.closeTo(0.0141, 4), -0.5]);
});

test("the rounding of a printed t is allowed for in what follows from it", () => {
  const row: Row = { outcome: "Pings", measure: "dosage", treatment: { n: 2874, mean: "56.780" }, control: { n: 2886, mean: "51.131" }, printed: { statistic: "1.784", p: "0.075" } };
  expect(cell(row, "p")).toMatchObject({ verdict: "same", computed: expect.closeTo(0.07448, 5) });
  expect(cell({ ...row, printed: { statistic: "1.7840", p: "0.075" } }, "p").verdict, "more digits leave less room").toBe("differs");
});

test("rows without print give every cell that follows", () => {
  expect(cellsOf(TABLE).map(({ cell: name, verdict }) => [name, verdict])).toEqual([
    ["Prevalence of treatment, %", "not printed"], ["Prevalence of control, %", "not printed"], ["Chi-squared", "not printed"], ["p", "not printed"], ["Effect size", "not printed"], ["Change of prevalence, %", "not printed"],
  ]);
});

describe("what is missing is asked for", () => {
  test("a count that a percentage does not fix", () => {
    expect(wholeCount(2874, "12.98", 100)).toBe(373);
    expect(wholeCount(100_000, "12.98", 100)).toBeNull();
    expect(() => cellsOf({ ...TABLE, treatment: { n: 100_000, percent: "12.98" } })).toThrow(/12\.98 % of 100000 fits more than one, or none/);
    expect(() => cellsOf({ ...TABLE, treatment: { n: 10, yes: 11 } })).toThrow(/11 of 10 location-days/);
  });
  test("a mean", () => {
    expect(() => cellsOf({ ...TABLE, measure: "count" })).toThrow(/neither a mean nor a total for the treatment arm/);
  });
});

test("printed numbers stand for what rounds to them", () => {
  expect(printedBounds("0.090")).toEqual({ low: expect.closeTo(0.0895, 12), high: expect.closeTo(0.0905, 12), digits: 3 });
  expect(printedBounds("−3.1")).toMatchObject({ low: expect.closeTo(-3.15, 12), digits: 1 });
  expect(printedBounds("<0.0001")).toMatchObject({ low: -Infinity, high: 0.0001 });
  expect(printedBounds("> 3,500")).toMatchObject({ low: 3500, high: Infinity });
  expect(printedBounds("3 to 4")).toMatchObject({ low: 3, high: 4 });
  expect(printedBounds("12.49 %")).toMatchObject({ digits: 2 });
  expect(printedBounds("1.2e-5")).toMatchObject({ low: expect.closeTo(1.15e-5, 12), high: expect.closeTo(1.25e-5, 12) });
  expect(() => printedBounds("about 3")).toThrow(/"about 3"; it must be like 0\.090/);
});

describe("a file of counts", () => {
  test("is computed again", () => {
    expect(readPublished(JSON.stringify(THAMES_VALLEY), "counts.json").cells.length).toBe(thamesValleyTables().cells.filter(({ measure }) => measure !== "claim").length);
  });
  test("that is none is refused with what is wrong", () => {
    expect(() => readPublished("{", "a.json")).toThrow(/a\.json is not JSON\. Save an example/);
    expect(() => readPublished('{"rows": [{"outcome": "x"}]}', "a.json")).toThrow(/a\.json is not a paper's counts: rows\.0\.measure: .*; rows\.0\.treatment: /);
  });
});

test("the CSV has a line for each cell", () => {
  const csv = publishedCsv(thamesValleyTables()).trimEnd().split("\r\n");
  expect(csv).toHaveLength(thamesValleyTables().cells.length + 1);
  expect(csv.find((line) => line.includes("-0.30684"))).toMatch(/^Figure 9,Violent and sexual crime,harm,t,'-0\.30684,,raw data needed,/);
});
