// Local and global Moran's I against spdep.

import { describe, expect, test } from "vitest";
import { globalMoran } from "../../../core/stats/globalMoran.ts";
import { localMoran, QUADRANT } from "../../../core/stats/localMoran.ts";
import { haveShared, oracle } from "../../support/shared.ts";
import { GETIS_ORD } from "./getisOrd.ts";
import { neighboursOf, neighboursWithin } from "./neighbourLists.ts";

interface HexOracle {
  hex: { neighbours_ring1: number[][] };
  counts: number[];
  local_moran: { I: number[]; z: number[]; p_two_sided: number[]; quadrant: ("HH" | "LH" | "LL" | "HL")[] };
  global_moran_I: number;
  global_expectation: number;
}

const QUADRANTS = { HH: QUADRANT.highHigh, LH: QUADRANT.lowHigh, LL: QUADRANT.lowLow, HL: QUADRANT.highLow };

describe.skipIf(!haveShared("oracle", "public", "hex_local_stats.json"))("Moran's I of hexagons against spdep", () => {
  test("I, z, p and quadrant of every cell agree to 1e-10, and so does the global I", () => {
    const { hex, counts, local_moran: expected, global_moran_I, global_expectation } = oracle<HexOracle>("hex_local_stats");
    const neighbours = neighboursOf(hex.neighbours_ring1), values = Float64Array.from(counts);
    const { i, z, p, quadrant } = localMoran(values, neighbours);
    counts.forEach((_, k) => {
      expect(Math.abs(i[k] - expected.I[k])).toBeLessThan(1e-10);
      expect(Math.abs(z[k] - expected.z[k])).toBeLessThan(1e-10);
      expect(Math.abs(p[k] - expected.p_two_sided[k])).toBeLessThan(1e-10);
      expect(quadrant[k]).toBe(QUADRANTS[expected.quadrant[k]]);
    });
    const global = globalMoran(values, neighbours);
    expect(Math.abs(global.i - global_moran_I)).toBeLessThan(1e-10);
    expect(Math.abs(global.expected - global_expectation)).toBeLessThan(1e-10);
  });
});

describe("local Moran's I", () => {
  // R 4.2.2, spdep 1.2-7: localmoran(xyz$val, nb2listw(dnearneigh(coords, 0, 30), style = "W")), cells 1 and 120
  test("gives spdep's values on the 16 × 16 cells of Getis and Ord", () => {
    const points = GETIS_ORD.map((_, k): [number, number] => [30 * (k % 16), 30 * Math.floor(k / 16)]);
    const { i, z, p } = localMoran(Float64Array.from(GETIS_ORD), neighboursWithin(points, 30));
    expect(i[0]).toBeCloseTo(1.654500654948334, 12);
    expect(z[0]).toBeCloseTo(1.81513528485473, 12);
    expect(p[119]).toBeCloseTo(0.221715506999353, 12);
  });

  test("is the global I on average", () => {
    const points = GETIS_ORD.map((_, k): [number, number] => [30 * (k % 16), 30 * Math.floor(k / 16)]);
    const values = Float64Array.from(GETIS_ORD), neighbours = neighboursWithin(points, 30);
    const mean = localMoran(values, neighbours).i.reduce((sum, each) => sum + each, 0) / values.length;
    expect(mean).toBeCloseTo(globalMoran(values, neighbours).i, 12);
  });

  test("says nothing of a place without neighbours, and nothing where nothing varies", () => {
    const alone = localMoran(Float64Array.of(1, 5, 9), neighboursOf([[1], [0], []]));
    expect([alone.i[2], alone.z[2], alone.p[2], alone.quadrant[2]]).toEqual([0, 0, 1, QUADRANT.none]);
    expect(localMoran(Float64Array.of(3, 3), neighboursOf([[1], [0]])).z).toEqual(new Float64Array(2));
  });
});
