import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellNeighbours } from "../../../core/hotspots/cellNeighbours.ts";
import { hexagonLattice, latticeCells, squareLattice } from "../../../core/hotspots/latticeCells.ts";

const places = fc.array(fc.tuple(fc.double({ min: -900, max: 900, noNaN: true }), fc.double({ min: -900, max: 900, noNaN: true })), { minLength: 1, maxLength: 40 });
const SIDE = 100;

/** Which cells the definition by distance gives: hexagons by cube distance along three axes, squares by the larger of the two. */
const LATTICES = [
  ["hexagons", hexagonLattice(SIDE), (dx: number, dy: number): number => {
    const q = dx / (1.5 * SIDE), r = dy / (Math.sqrt(3) * SIDE) - q / 2;
    return Math.max(Math.abs(q), Math.abs(r), Math.abs(q + r));
  }],
  ["squares", squareLattice(SIDE), (dx: number, dy: number): number => Math.max(Math.abs(dx), Math.abs(dy)) / SIDE],
] as const;

describe("cellNeighbours", () => {
  test.each(LATTICES)("of %s are all cells within so many rings, by their centres, and none else", (_, lattice, ringsApart) => {
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 3 }), (found, rings) => {
        const x = Float64Array.from(found, ([each]) => each), y = Float64Array.from(found, ([, each]) => each);
        const cells = latticeCells(lattice, { x, y, origin: { x: 0, y: 0 }, rotation: 0, beside: true });
        const { starts, members } = cellNeighbours(lattice, cells, rings);
        cells.x.forEach((cx, i) => {
          const expected = [...cells.x.keys()].filter((j) => j !== i && Math.round(ringsApart(cells.x[j] - cx, cells.y[j] - cells.y[i])) <= rings);
          expect([...members.subarray(starts[i], starts[i + 1])].sort((a, b) => a - b)).toEqual(expected);
        });
      }),
      { numRuns: 50 },
    );
  });

  test.each(LATTICES)("every %s cell with incidents has its whole first ring among the cells", (name, lattice) => {
    fc.assert(
      fc.property(places, fc.double({ min: -3, max: 3, noNaN: true }), (found, rotation) => {
        const x = Float64Array.from(found, ([each]) => each), y = Float64Array.from(found, ([, each]) => each);
        const cells = latticeCells(lattice, { x, y, origin: { x: 3, y: -8 }, rotation, beside: true });
        const { starts } = cellNeighbours(lattice, cells, 1);
        cells.count.forEach((count, i) => count > 0 && expect(starts[i + 1] - starts[i]).toBe(name === "hexagons" ? 6 : 8));
        expect(cells.count.reduce((sum, count) => sum + count, 0)).toBe(found.length);
        // And no cell that touches none.
        const { starts: from, members } = cellNeighbours(lattice, cells, 1);
        cells.count.forEach((count, i) => count === 0 && expect([...members.subarray(from[i], from[i + 1])].some((j) => cells.count[j] > 0)).toBe(true));
      }),
      { numRuns: 50 },
    );
  });

  test.each(LATTICES)("says of every incident among %s in which cell it lies", (_, lattice) => {
    fc.assert(
      fc.property(places, (found) => {
        const x = Float64Array.from(found, ([each]) => each), y = Float64Array.from(found, ([, each]) => each);
        const cells = latticeCells(lattice, { x, y, origin: { x: 0, y: 0 }, rotation: 0.4 });
        const again = new Float64Array(cells.count.length);
        cells.cellOf().forEach((cell) => again[cell]++);
        expect(again).toEqual(cells.count);
      }),
    );
  });
});
