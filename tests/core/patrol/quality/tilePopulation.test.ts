// Inhabitants of tiles by exact clipping: by hand, and against the area found by random points.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { area } from "../../../../core/geo/area.ts";
import { contains } from "../../../../core/geo/contains.ts";
import type { Polygon } from "../../../../core/geo/types.ts";
import { runJob } from "../../../../core/job.ts";
import { areaInTiles, type TilePopulation, tilePopulation } from "../../../../core/patrol/quality/tilePopulation.ts";
import { createRandom } from "../../../../core/stats/random.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const spread = (params: unknown): Promise<TilePopulation> => runJob("tilePopulation", tilePopulation, params, nodeContext);
const tiles = { origin: { x: 0, y: 0 }, cell: 100, columns: 4, rows: 3 };
const polygon = (...rings: [number, number][][]): Polygon => ({ kind: "polygon", rings: rings.map((ring) => ring.map(([x, y]) => ({ x, y }))) });

describe("inhabitants of tiles", () => {
  test("are spread by the area that each tile has of theirs, and those outside are reported", async () => {
    const { groups } = await spread({
      tiles,
      names: ["young", "old"],
      areas: [
        { polygons: [polygon([[50, 0], [150, 0], [150, 100], [50, 100]])], values: [10, 4] },
        { polygons: [polygon([[300, 200], [500, 200], [500, 300], [300, 300]])], values: [8, 0] },
      ],
    });
    expect(groups[0].weight[0]).toBeCloseTo(5, 12);
    expect(groups[0].weight[1]).toBeCloseTo(5, 12);
    expect(groups[0].weight[11]).toBeCloseTo(4, 12);
    expect(groups[0]).toMatchObject({ name: "young", total: 18, outside: 4 });
    expect(groups[1]).toMatchObject({ total: 4, outside: 0 });
  });

  test("leave holes out, whichever way the rings run", () => {
    const outer: [number, number][] = [[0, 0], [200, 0], [200, 200], [0, 200]], hole: [number, number][] = [[50, 50], [150, 50], [150, 150], [50, 150]];
    for (const shape of [polygon(outer, hole), polygon(outer.toReversed(), hole)]) expect(areaInTiles(shape, tiles).map(([, inTile]) => inTile)).toEqual([7500, 7500, 7500, 7500]);
  });

  test("add up to the polygon where it lies on the tiles, concave or not", () => {
    const star = fc.array(fc.double({ min: 5, max: 140, noNaN: true }), { minLength: 3, maxLength: 15 });
    fc.assert(
      fc.property(star, (radii) => {
        const shape = polygon(radii.map((r, i): [number, number] => [200 + r * Math.cos((2 * Math.PI * i) / radii.length), 150 + r * Math.sin((2 * Math.PI * i) / radii.length)]));
        const sum = areaInTiles(shape, tiles).reduce((total, [, inTile]) => total + inTile, 0);
        expect(Math.abs(sum / area(shape) - 1)).toBeLessThan(1e-9);
      }),
      { seed: 5 },
    );
  });

  test("agree tile by tile with the share of random points in a concave polygon", () => {
    const shape = polygon([[20, 20], [380, 40], [210, 120], [350, 280], [180, 150], [40, 270], [110, 130]]);
    const random = createRandom(2), draws = 120_000;
    const hits = new Float64Array(12);
    for (let i = 0; i < draws; i++) {
      const x = 400 * random.uniform(), y = 300 * random.uniform();
      if (contains(shape, x, y)) hits[Math.floor(y / 100) * 4 + Math.floor(x / 100)]++;
    }
    const exact = new Float64Array(12);
    for (const [tile, inTile] of areaInTiles(shape, tiles)) exact[tile] = inTile;
    // Five standard errors of a tile half full are 250 m².
    exact.forEach((inTile, tile) => expect(Math.abs((hits[tile] / draws) * 120_000 - inTile)).toBeLessThan(250));
  });

  test("refuse an area without extent or without a number for each group", async () => {
    const line = polygon([[0, 0], [10, 0], [20, 0]]);
    await expect(spread({ tiles, names: ["all"], areas: [{ polygons: [line], values: [1] }] })).rejects.toThrow(/0 m²/);
    await expect(spread({ tiles, names: ["a", "b"], areas: [{ polygons: [line], values: [1] }] })).rejects.toThrow(/1 values for 2 groups/);
  });
});
