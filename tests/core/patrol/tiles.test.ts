// Tiles: numbering, edges, and that no demand is lost or counted twice.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runJob } from "../../../core/job.ts";
import { countInTiles, densityInTiles, tileCentres, tileDemand } from "../../../core/patrol/tiles.ts";
import { nodeContext } from "../../support/nodeContext.ts";

const tiles = { origin: { x: 100, y: 200 }, cell: 300, columns: 3, rows: 2 };
const coordinate = fc.double({ min: -500, max: 1500, noNaN: true });

describe("tiles", () => {
  test("are numbered from the south-west, x fastest", () => {
    const { x, y } = tileCentres(tiles);
    expect([...x]).toEqual([250, 550, 850, 250, 550, 850]);
    expect([...y]).toEqual([350, 350, 350, 650, 650, 650]);
  });

  test("own their south and west edge", () => {
    const demand = countInTiles(tiles, Float64Array.of(400, 399.999, 1000), Float64Array.of(500, 499.999, 300));
    expect([...demand.weight]).toEqual([1, 0, 0, 0, 1, 0]);
    expect(demand.outside).toBe(1);
  });

  test("count every incident once, inside or outside", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate)), (points) => {
        const demand = countInTiles(tiles, Float64Array.from(points, ([px]) => px), Float64Array.from(points, ([, py]) => py));
        expect(demand.total + demand.outside).toBe(points.length);
        expect(demand.weight.reduce((sum, w) => sum + w, 0)).toBe(demand.total);
      }),
    );
  });
});

describe("density in tiles", () => {
  test("keeps the integral of a raster that does not line up with them", () => {
    const grid = { origin: { x: 130, y: 210 }, cell: 70, columns: 12, rows: 8 };
    const values = Float64Array.from({ length: 96 }, (_, i) => (i % 7) + 1);
    const demand = densityInTiles(tiles, grid, values);
    expect(demand.total).toBeCloseTo(values.reduce((sum, v) => sum + v, 0) * 70 * 70, 6);
    expect(demand.outside).toBeCloseTo(0, 6);
  });

  test("of a constant surface is the tile's area times it, and what hangs over is told", () => {
    const grid = { origin: { x: -200, y: -100 }, cell: 100, columns: 20, rows: 20 };
    const demand = densityInTiles(tiles, grid, new Float64Array(400).fill(2));
    for (const w of demand.weight) expect(w).toBeCloseTo(2 * 300 * 300, 6);
    expect(demand.outside).toBeCloseTo(2 * (2000 * 2000 - 900 * 600), 3);
  });

  test("the job takes incidents or a density, not both and not neither", async () => {
    await expect(runJob("tileDemand", tileDemand, { tiles }, nodeContext)).rejects.toThrow(/either incidents or density/);
    const demand = await runJob("tileDemand", tileDemand, { tiles, incidents: { x: [250, 251], y: [350, 351] } }, nodeContext);
    expect(demand.total).toBe(2);
  });
});
