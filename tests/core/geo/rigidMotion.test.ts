import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { centroid } from "../../../core/geo/centroid.ts";
import { moveShape } from "../../../core/geo/moveShape.ts";
import { rigidMotion } from "../../../core/geo/rigidMotion.ts";
import { rotateShape } from "../../../core/geo/rotateShape.ts";
import type { Hexagon, Polygon } from "../../../core/geo/types.ts";

const hexagon: Hexagon = { kind: "hexagon", centre: { x: 400_000, y: 200_000 }, side: 150, rotation: 0.4 };
const withHole: Polygon = {
  kind: "polygon",
  rings: [
    [{ x: 0, y: 0 }, { x: 300, y: 20 }, { x: 280, y: 200 }, { x: -20, y: 180 }],
    [{ x: 100, y: 60 }, { x: 100, y: 100 }, { x: 140, y: 60 }],
  ],
};
const metres = fc.double({ min: -5000, max: 5000, noNaN: true });

describe("rigidMotion", () => {
  test("finds the move and the turn that were made", () => {
    fc.assert(
      fc.property(metres, metres, fc.double({ min: -3.1, max: 3.1, noNaN: true }), (dx, dy, turn) => {
        const found = rigidMotion(withHole, moveShape(rotateShape(withHole, turn, centroid(withHole)), dx, dy))!;
        expect(found.dx).toBeCloseTo(dx, 6);
        expect(found.dy).toBeCloseTo(dy, 6);
        expect(found.turn).toBeCloseTo(turn, 6);
      }),
    );
  });

  test("of a hexagon, finds the least turn that looks the same", () => {
    const degree = Math.PI / 180;
    const turned = (degrees: number): number => rigidMotion(hexagon, rotateShape(hexagon, degrees * degree))!.turn / degree;
    expect([10, 29, 31, 50, -20, 70].map((degrees) => Math.round(turned(degrees)))).toEqual([10, 29, -29, -10, -20, 10]);
  });

  test("is null where the shape itself changed", () => {
    expect(rigidMotion(hexagon, { ...hexagon, side: 151 })).toBeNull();
    expect(rigidMotion(hexagon, withHole)).toBeNull();
    expect(rigidMotion(withHole, { ...withHole, rings: [withHole.rings[0]] })).toBeNull();
    const dented = withHole.rings[0].with(1, { x: 299.99, y: 20 });
    expect(rigidMotion(withHole, { ...withHole, rings: [dented, withHole.rings[1]] })).toBeNull();
  });

  test("of a shape that was read back from a file, is no motion", () => {
    expect(rigidMotion(withHole, JSON.parse(JSON.stringify(withHole)) as Polygon)).toEqual({ dx: 0, dy: 0, turn: 0 });
  });
});
