import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countInside } from "../../../../core/geo/countInside.ts";
import { hexagonContains, hexagonDistance, hexagonRing } from "../../../../core/geo/hexagon.ts";
import { buildPointIndex } from "../../../../core/geo/pointIndex.ts";
import type { Hexagon } from "../../../../core/geo/types.ts";
import { coreTest, innerSide, outerWeight, type Box } from "../../../../core/hotspots/placement/placementBoxes.ts";
import { tightWeight } from "../../../../core/hotspots/placement/tightWeight.ts";
import { createRandom, type Random } from "../../../../core/stats/random.ts";

const SIDE = 150;

const boxes = fc.record({
  half: fc.constantFrom(0.3, 1, 5, 20, 70, 140),
  turn: fc.constantFrom(0, 0.001, 0.02, 0.1, 0.3, Math.PI / 6),
  rotation: fc.double({ min: 0, max: Math.PI / 3, noNaN: true }),
  seed: fc.integer(),
});
const within = (random: Random, box: Box): Hexagon => {
  // Corners and ends of the box as often as places inside it: there the extremes are.
  const spread = (): number => (random.uniform() < 0.5 ? Math.sign(random.uniform() - 0.5) : 2 * random.uniform() - 1);
  return {
    kind: "hexagon",
    side: SIDE,
    centre: { x: box.x + spread() * box.half, y: box.y + spread() * box.half },
    rotation: box.rotation + spread() * box.turn,
  };
};

describe("a box of placements", () => {
  it("can hold what any hexagon in it holds", () => {
    fc.assert(
      fc.property(boxes, fc.integer({ min: 1, max: 400 }), ({ seed, ...shape }, incidents) => {
        const random = createRandom(seed);
        const column = () => Float64Array.from({ length: incidents }, () => 400 * (random.uniform() - 0.5));
        const index = buildPointIndex(column(), column());
        const box: Box = { x: 3, y: -2, ...shape };
        const most = outerWeight(index, SIDE, box), tight = tightWeight(index, SIDE, box);
        expect(tight).toBeLessThanOrEqual(most);
        for (let i = 0; i < 40; i++) expect(countInside(index, within(random, box))).toBeLessThanOrEqual(tight);
      }),
      { numRuns: 200 },
    );
  });

  it("of a decimetre knows by tightening that a street a little too long does not fit", () => {
    // Its ends are 4 cm further apart than two flats. To take in each a turn would do, but not the same turn.
    const end = (Math.sqrt(3) / 2) * SIDE + 0.02;
    const index = buildPointIndex(Float64Array.from([70, 70, 5]), Float64Array.from([end, -end, 40]));
    const box: Box = { x: 0, y: 0, half: 0.05, rotation: 0, turn: 0.0003 };
    expect(outerWeight(index, SIDE, box)).toBe(3);
    expect(tightWeight(index, SIDE, box)).toBe(2);
  });

  it("of one placement is worth exactly what that holds", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        const column = () => Float64Array.from({ length: 300 }, () => 400 * (random.uniform() - 0.5));
        const index = buildPointIndex(column(), column());
        const rotation = random.uniform();
        const box: Box = { x: 1, y: 2, half: 1e-9, rotation, turn: 0 };
        expect(outerWeight(index, SIDE, box)).toBe(countInside(index, { kind: "hexagon", centre: { x: 1, y: 2 }, side: SIDE, rotation }));
      }),
    );
  });

  it("surely covers only points that every hexagon in it covers, and all of those of one placement", () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom(0, 20, 75), ({ seed, ...shape }, reach) => {
        const random = createRandom(seed);
        const box: Box = { x: 0, y: 0, ...shape };
        const covers = coreTest(SIDE, box, reach);
        const exact = coreTest(SIDE, { half: 0, rotation: box.rotation, turn: 0 }, reach);
        for (let i = 0; i < 200; i++) {
          const dx = 500 * (random.uniform() - 0.5), dy = 500 * (random.uniform() - 0.5);
          if (covers(dx, dy)) expect(hexagonDistance(within(random, box), dx, dy)).toBeLessThanOrEqual(reach);
          const distance = hexagonDistance({ kind: "hexagon", centre: box, side: SIDE, rotation: box.rotation }, dx, dy);
          if (Math.abs(distance - reach) > 1e-6) expect(exact(dx, dy)).toBe(distance < reach);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("has an inner hexagon that lies in every hexagon of it", () => {
    fc.assert(
      fc.property(boxes, ({ seed, ...shape }) => {
        const random = createRandom(seed);
        const box: Box = { x: 0, y: 0, ...shape };
        const side = innerSide(SIDE, box) - 1e-9;
        fc.pre(side > 0);
        const corners = hexagonRing({ kind: "hexagon", centre: box, side, rotation: box.rotation });
        for (let i = 0; i < 40; i++) {
          const hexagon = within(random, box);
          for (const { x, y } of corners) expect(hexagonContains(hexagon, x, y)).toBe(true);
        }
      }),
    );
  });
});
