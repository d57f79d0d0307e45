import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hexagonDistance } from "../../../../core/geo/hexagon.ts";
import { ACROSS, createPriceGrid, UP } from "../../../../core/hotspots/placement/priceGrid.ts";
import { createRandom } from "../../../../core/stats/random.ts";

const SIDE = 150, REACH = 75, WIDTH = 290;

describe("a price grid", () => {
  it("asks of one placement the prices of all points within reach of it, and of a box no more than of any placement in it", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        const grid = createPriceGrid(WIDTH, 5, 25, SIDE, REACH);
        const column = random.integer(ACROSS), row = random.integer(UP), cell = grid.cell(column, row);
        // In the cell of the middle square of 5 × 5.
        const x = random.uniform() * (WIDTH / ACROSS), y = random.uniform() * (WIDTH / UP), rotation = random.uniform();
        const exact = grid.core(1, x, y, row, 0, rotation, 0), half = 2, turn = 0.05;
        const boxed = grid.core(2, x, y, row, half, rotation, turn);
        const counts = new Int16Array(grid.price.length), twice: number[] = [];
        grid.cover(exact, 12, cell, 1, counts, twice);
        const covered = counts.reduce((sum, count) => sum + count, 0);
        counts.forEach((count, point) => (grid.price[point] = count * random.uniform()));
        const total = grid.price.reduce((sum, price) => sum + price, 0);
        grid.focus(12);
        expect(grid.paid(exact, cell)).toBeCloseTo(total, 9);
        expect(grid.paid(boxed, cell)).toBeLessThanOrEqual(total + 1e-9);
        // As many points as a brute-force count of the same points finds within reach.
        let within = 0;
        for (let v = -UP; v < 2 * UP; v++) {
          for (let u = -ACROSS; u < 2 * ACROSS; u++) {
            const px = ((u + [1, 5, 3, 7][v & 3] / 8) * WIDTH) / ACROSS, py = ((v + 0.5) * WIDTH) / UP;
            const centre = { x: (column * WIDTH) / ACROSS + x, y: (row * WIDTH) / UP + y };
            if (hexagonDistance({ kind: "hexagon", centre, side: SIDE, rotation }, px, py) <= REACH) within++;
          }
        }
        expect(covered).toBe(within);
        // Two boxes there cover each of these points twice; taken away again, none is covered.
        grid.cover(exact, 12, cell, 1, counts, twice);
        expect(twice).toHaveLength(within);
        grid.cover(exact, 12, cell, -1, counts, twice);
        grid.cover(exact, 12, cell, -1, counts, twice);
        expect(counts.every((count) => count === 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
