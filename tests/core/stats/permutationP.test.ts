import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellNeighbours } from "../../../core/hotspots/cellNeighbours.ts";
import { hexagonLattice } from "../../../core/hotspots/latticeCells.ts";
import { benjaminiHochberg } from "../../../core/stats/benjaminiHochberg.ts";
import { drawPoisson } from "../../../core/stats/drawPoisson.ts";
import { giStar } from "../../../core/stats/giStar.ts";
import { neighbourhoodSums } from "../../../core/stats/neighbours.ts";
import { permutationP } from "../../../core/stats/permutationP.ts";
import { createRandom } from "../../../core/stats/random.ts";

describe("permutationP", () => {
  test("is what counting every draw of two or three places gives", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 7 }), fc.constantFrom(2, 3), fc.nat(), (counts, members, pick) => {
        const draws = counts.flatMap((a) => counts.flatMap((b) => (members === 2 ? [a + b] : counts.map((c) => a + b + c))));
        const sum = draws[pick % draws.length];
        const share = (test: (each: number) => boolean): number => draws.filter(test).length / draws.length;
        const expected = Math.min(1, 2 * Math.min(share((each) => each >= sum), share((each) => each <= sum)));
        const [p] = permutationP(Float64Array.from(counts), Float64Array.of(sum), Uint32Array.of(members));
        expect(p).toBeCloseTo(expected, 12);
      }),
    );
  });

  test("keeps the digits of tails as small as 1e-60, and is 1 for a sum of no places", () => {
    const counts = new Float64Array(1000);
    counts[0] = 1;
    const p = permutationP(counts, Float64Array.of(20, 0), Uint32Array.of(20, 0));
    expect(Math.abs(p[0] / 2e-60 - 1)).toBeLessThan(1e-12);
    expect(p[1]).toBe(1);
  });

  test("where counts are few, names a cell of a map without hotspots seldom, and the normal distribution often", () => {
    const across = 25, runs = 120;
    const column = Int32Array.from({ length: across * across }, (_, k) => k % across), row = Int32Array.from(column, (_, k) => Math.floor(k / across));
    const neighbours = cellNeighbours(hexagonLattice(1), { column, row }, 1);
    const random = createRandom("sparse maps");
    const maps = { normal: 0, permutation: 0 };
    for (let run = 0; run < runs; run++) {
      const counts = Float64Array.from(column, () => drawPoisson(random, 0.3));
      const { sums, members } = neighbourhoodSums(neighbours, counts, true);
      const names = (p: Float64Array): boolean => benjaminiHochberg(p).some((each) => each <= 0.05);
      if (names(giStar(counts, neighbours).p)) maps.normal++;
      if (names(permutationP(counts, sums, members))) maps.permutation++;
    }
    expect(maps.permutation / runs).toBeLessThan(0.05);
    expect(maps.normal / runs).toBeGreaterThan(0.25);
  });
});
