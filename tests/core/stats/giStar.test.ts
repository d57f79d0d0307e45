// Gi* against spdep, esda and published values, and its size under chance.

import { describe, expect, test } from "vitest";
import { cellNeighbours } from "../../../core/hotspots/cellNeighbours.ts";
import { hexagonLattice } from "../../../core/hotspots/latticeCells.ts";
import { benjaminiHochberg } from "../../../core/stats/benjaminiHochberg.ts";
import { drawPoisson } from "../../../core/stats/drawPoisson.ts";
import { giStar } from "../../../core/stats/giStar.ts";
import { createRandom } from "../../../core/stats/random.ts";
import { haveShared, oracle } from "../../support/shared.ts";
import { GETIS_ORD } from "./getisOrd.ts";
import { neighboursOf, neighboursWithin } from "./neighbourLists.ts";

interface HexOracle {
  hex: { neighbours_ring1: number[][] };
  counts: number[];
  gi_star: { z: number[]; p_two_sided: number[]; p_two_sided_bh: number[]; flag_two_sided_fdr05: boolean[] };
}

describe.skipIf(!haveShared("oracle", "public", "hex_local_stats.json"))("Gi* of hexagons against spdep", () => {
  test("z, p and p by Benjamini and Hochberg agree to 1e-10, and the same cells are named", () => {
    const { hex, counts, gi_star: expected } = oracle<HexOracle>("hex_local_stats");
    const { z, p } = giStar(Float64Array.from(counts), neighboursOf(hex.neighbours_ring1));
    const adjusted = benjaminiHochberg(p);
    counts.forEach((_, i) => {
      expect(Math.abs(z[i] - expected.z[i])).toBeLessThan(1e-10);
      expect(Math.abs(p[i] - expected.p_two_sided[i])).toBeLessThan(1e-10);
      expect(Math.abs(adjusted[i] - expected.p_two_sided_bh[i])).toBeLessThan(1e-10);
      expect(adjusted[i] <= 0.05).toBe(expected.flag_two_sided_fdr05[i]);
    });
  });
});

describe("Gi*", () => {
  test("gives the six values of esda's tests (binary, 15 m, the point itself included)", () => {
    const points = [[10, 10], [20, 10], [40, 10], [15, 20], [30, 20], [30, 30]] as const;
    const { z } = giStar(Float64Array.of(2, 3, 3.2, 5, 8, 7), neighboursWithin(points, 15));
    const published = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331];
    published.forEach((value, i) => expect(z[i]).toBeCloseTo(value, 8));
  });

  // The example of Getis and Ord (1996), cell 256 - 136; from R 4.2.2, spdep 1.2-7:
  // localG(xyz$val, nb2listw(include.self(dnearneigh(coords, 0, d)), style = "B"))
  test.each([
    [30, 1.4507798073870699],
    [60, 1.9005588828673039],
    [90, 2.096938746467759],
    [120, 1.981906851954598],
    [150, 1.306698444178135],
  ])("gives spdep's value on the 16 × 16 cells of Getis and Ord at %d m", (distance, expected) => {
    const points = GETIS_ORD.map((_, k): [number, number] => [30 * (k % 16), 30 * Math.floor(k / 16)]);
    const { z } = giStar(Float64Array.from(GETIS_ORD), neighboursWithin(points, distance));
    expect(z[256 - 136 - 1]).toBeCloseTo(expected, 12);
  });

  test("is 0 with p = 1 where nothing varies, and where every place is a neighbour", () => {
    const all = neighboursOf([[1, 2], [0, 2], [0, 1]]);
    expect(giStar(Float64Array.of(4, 4, 4), all)).toEqual({ z: new Float64Array(3), p: Float64Array.of(1, 1, 1) });
    expect(giStar(Float64Array.of(4, 5, 9), all).z).toEqual(new Float64Array(3));
  });

  test("under chance alone names 5 % of the cells without adjustment, and any at all in about 5 % of the maps with it", () => {
    const across = 30, runs = 200;
    const column = Int32Array.from({ length: across * across }, (_, k) => k % across);
    const row = Int32Array.from({ length: across * across }, (_, k) => Math.floor(k / across));
    const neighbours = cellNeighbours(hexagonLattice(1), { column, row }, 1);
    const random = createRandom("Gi* under chance");
    let named = 0, maps = 0;
    for (let run = 0; run < runs; run++) {
      const counts = Float64Array.from(column, () => drawPoisson(random, 20));
      const { p } = giStar(counts, neighbours);
      named += p.filter((each) => each <= 0.05).length;
      if (benjaminiHochberg(p).some((each) => each <= 0.05)) maps++;
    }
    expect(named / (runs * column.length)).toBeGreaterThan(0.045);
    expect(named / (runs * column.length)).toBeLessThan(0.055);
    // 5 % of 200 is 10; 20 are beyond three standard deviations.
    expect(maps).toBeLessThan(20);
    expect(maps).toBeGreaterThan(1);
  });
});
