import { describe, expect, test } from "vitest";
import type { Polygon } from "../../../../core/geo/types.ts";
import { concentrationOfCrime, type Concentration } from "../../../../core/hotspots/find/concentrationOfCrime.ts";
import { pointPattern, type PointPattern } from "../../../../core/hotspots/find/pointPattern.ts";
import { runJob } from "../../../../core/job.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const square = (x: number, y: number, side: number): Polygon => ({ kind: "polygon", rings: [[{ x, y }, { x: x + side, y }, { x: x + side, y: y + side }, { x, y: y + side }]] });
const concentration = (params: unknown): Promise<Concentration> => runJob("concentrationOfCrime", concentrationOfCrime, params, nodeContext);

// Ten cells in a row of 100 m squares; cell k holds what COUNTS says, at its middle.
const COUNTS = [6, 0, 3, 0, 0, 1, 0, 0, 0, 0];
const x = COUNTS.flatMap((count, k) => Array<number>(count).fill(100 * k + 50)), y = x.map(() => 50);
const row: Polygon = { kind: "polygon", rings: [[{ x: 0, y: 0 }, { x: 1000, y: 0 }, { x: 1000, y: 100 }, { x: 0, y: 100 }]] };
const given = { x, y, side: 100, kind: "square", area: [row] };

describe("concentrationOfCrime", () => {
  test("says how few cells hold 25, 50 and 80 % of crime", async () => {
    const { cells, holding, gini, generalisedGini, plan } = await concentration(given);
    expect(cells).toBe(10);
    expect(holding.map(({ cells: needed, cellShare }) => [needed, cellShare])).toEqual([[1, 0.1], [1, 0.1], [2, 0.2]]);
    expect(gini).toBeCloseTo(0.8, 12);
    expect(generalisedGini).toBeCloseTo(0.8, 12);
    expect(plan).toBeNull();
  });

  test("puts the plan on the curve: area and crime counted once where shapes overlap, against the best of the same area", async () => {
    const { plan } = await concentration({ ...given, shapes: [square(0, 0, 100), square(0, 0, 100), square(500, 0, 100)] });
    expect(plan).toEqual({ area: 20_000, areaShare: 0.2, crimeShare: 0.7, best: 0.9, ratio: 0.7 / 0.9 });
  });

  test("weighs by harm, which has no generalised Gini", async () => {
    const { holding, generalisedGini } = await concentration({ ...given, weight: x.map((each) => (each > 500 ? 1000 : 1)) });
    expect(holding.map(({ cells: needed }) => needed)).toEqual([1, 1, 1]);
    expect(generalisedGini).toBeNull();
    await expect(concentration({ ...given, weight: x.map(() => 0) })).rejects.toThrow(/0 days/);
  });
});

describe("pointPattern", () => {
  test("takes the area as m² or as polygons", async () => {
    const run = (area: unknown): Promise<PointPattern> => runJob("pointPattern", pointPattern, { x: [10, 20, 60], y: [10, 10, 10], area, radii: [15, 45] }, nodeContext);
    const found = await run([square(0, 0, 100)]);
    expect(found).toEqual(await run(10_000));
    expect(found.ripley.map(({ pairs }) => pairs)).toEqual([2, 4]);
    expect(found.clarkEvans.meanObserved).toBe(20);
  });
});
