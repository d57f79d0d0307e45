import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hexagonArea } from "../../../../core/geo/hexagon.ts";
import { contains } from "../../../../core/geo/contains.ts";
import { crimeConcentrations } from "../../../../core/hotspots/areas/crimeConcentrations.ts";
import { tessellate } from "../../../../core/hotspots/tessellate.ts";
import { runJob } from "../../../../core/job.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const find = (params: object) => runJob("crimeConcentrations", crimeConcentrations, params, nodeContext);
const SIDE = 100, ACROSS = Math.sqrt(3) * SIDE;

/** So many incidents in the middle of the cells that stand `rows` cells north of the origin. */
const column = (counts: readonly (readonly [rows: number, incidents: number])[]) => {
  const y = counts.flatMap(([rows, incidents]) => Array<number>(incidents).fill(rows * ACROSS));
  return { x: y.map(() => 0), y, side: SIDE };
};

describe("crimeConcentrations", () => {
  it("takes the fewest cells that hold the share, ties by rank: from the south", async () => {
    const found = await find({ ...column([[0, 4], [1, 2], [5, 2], [9, 2]]), share: 0.5 });
    expect(found).toMatchObject({ needed: 2, ofCells: 4, share: 0.6 });
    expect([...found.count]).toEqual([4, 2]);
    expect(found.y[1]).toBeCloseTo(ACROSS, 9);
    expect((await find({ ...column([[0, 4], [1, 3], [5, 3]]), share: 0.7 })).needed).toBe(2);
    expect((await find({ ...column([[0, 4], [1, 3], [5, 3]]), share: 1 })).share).toBe(1);
  });

  it("joins cells within so many rings, groups with most incidents first", async () => {
    const cells = column([[0, 5], [1, 4], [3, 8], [9, 20]]);
    const apart = await find({ ...cells, share: 1, join: 1 });
    expect(apart.groups.map(({ incidents, cells: { length } }) => [incidents, length])).toEqual([[20, 1], [9, 2], [8, 1]]);
    const wider = await find({ ...cells, share: 1, join: 2 });
    expect(wider.groups.map(({ incidents }) => incidents)).toEqual([20, 17]);
    const [, joined] = wider.groups;
    expect(joined.centre.y).toBeCloseTo(((4 + 3 * 8) * ACROSS) / 17, 9);
    expect(joined).toMatchObject({ share: 17 / 37, area: 3 * hexagonArea(SIDE) });
    expect(joined.hexagons).toHaveLength(3);
    expect(joined.cells.map((cell) => wider.group[cell])).toEqual([1, 1, 1]);
  });

  it("weighs incidents, and counts the cells of a study area", async () => {
    const area = [{ kind: "polygon", rings: [[{ x: -10, y: -10 }, { x: 10, y: -10 }, { x: 10, y: 4.5 * ACROSS }, { x: -10, y: 4.5 * ACROSS }]] }];
    const found = await find({ x: [0, 0, 0], y: [0, ACROSS, 9 * ACROSS], weight: [1, 3, 100], side: SIDE, area, share: 0.7 });
    expect(found).toMatchObject({ needed: 1, ofCells: 5, share: 0.75 });
  });

  it("no smaller set of cells of any tessellation holds the share, and its hexagons hold its incidents", async () => {
    const incidents = fc.array(fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 })), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(incidents, fc.double({ min: 0.05, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), async (places, share, rotation) => {
        const x = places.map(([east]) => east + 0.37), y = places.map(([, north]) => north + 0.41);
        const found = await find({ x, y, side: SIDE, rotation, share });
        const cells = tessellate({ x: Float64Array.from(x), y: Float64Array.from(y), side: SIDE, kind: "hexagon", rotation });
        const most = [...cells.count].sort((a, b) => b - a);
        const held = (n: number): number => most.slice(0, n).reduce((sum, one) => sum + one, 0);
        expect(held(found.needed)).toBeGreaterThanOrEqual(share * x.length - 1e-9);
        expect(held(found.needed - 1)).toBeLessThan(share * x.length);
        for (const group of found.groups) {
          const inside = x.filter((east, i) => group.hexagons.some((hexagon) => contains(hexagon, east, y[i])));
          expect(inside).toHaveLength(group.incidents);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("says what is missing", async () => {
    await expect(find({ x: [], y: [], side: SIDE })).rejects.toThrow("No incident lies in a cell");
    await expect(find({ x: [0], y: [0], side: SIDE, outlines: true })).rejects.toThrow("need the plane");
    await expect(find({ x: [0], y: [0], side: SIDE, share: 1.5 })).rejects.toThrow("share");
  });
});
