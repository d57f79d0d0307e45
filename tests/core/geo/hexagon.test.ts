import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { area } from "../../../core/geo/area.ts";
import { pointBounds } from "../../../core/geo/bounds.ts";
import {
  acrossFlats, bearingOfRotation, hexagonArea, hexagonBounds, hexagonContains, hexagonDistance, hexagonRing, moveHexagon,
  normaliseRotation, rotateHexagon, rotationOfBearing, sideOfArea,
} from "../../../core/geo/hexagon.ts";
import { segmentDistanceSquared } from "../../../core/geo/segment.ts";
import type { Hexagon, Point } from "../../../core/geo/types.ts";

const hexagon = (x: number, y: number, side: number, rotation: number): Hexagon => ({
  kind: "hexagon", centre: { x, y }, side, rotation: normaliseRotation(rotation),
});

const anyHexagon = fc
  .record({
    x: fc.double({ min: -5000, max: 5000, noNaN: true }),
    y: fc.double({ min: -5000, max: 5000, noNaN: true }),
    side: fc.double({ min: 1, max: 2000, noNaN: true }),
    rotation: fc.double({ min: -10, max: 10, noNaN: true }),
  })
  .map(({ x, y, side, rotation }) => hexagon(x, y, side, rotation));

const between = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

describe("hexagon", () => {
  it("has its first corner due east and turns anticlockwise at rotation 0", () => {
    const [first, second] = hexagonRing(hexagon(10, 20, 150, 0));
    expect(first).toEqual({ x: 160, y: 20 });
    expect(second.x).toBeCloseTo(85, 10);
    expect(second.y).toBeCloseTo(20 + 75 * Math.sqrt(3), 10);
  });

  it("of 150 m edges is 259.8 m across and 5.85 ha", () => {
    expect(acrossFlats(150)).toBeCloseTo(259.8076, 4);
    expect(hexagonArea(150)).toBeCloseTo(58456.71475544961, 8);
    expect(sideOfArea(58456.71475544961)).toBeCloseTo(150, 10);
  });

  it("keeps its side, angles and area after 1,000 rotations and moves", () => {
    let turned = hexagon(1234.5, -987.25, 150, 0.3);
    for (let k = 0; k < 1000; k++) turned = moveHexagon(rotateHexagon(turned, 0.0137 * k, { x: 50, y: k }), 3.7, -1.1);
    expect(turned.side).toBe(150);
    expect(turned.rotation).toBeGreaterThanOrEqual(0);
    expect(turned.rotation).toBeLessThan(Math.PI / 3);
    const ring = hexagonRing(turned);
    ring.forEach((corner, k) => {
      expect(between(corner, ring[(k + 1) % 6])).toBeCloseTo(150, 8);
      expect(between(corner, turned.centre)).toBeCloseTo(150, 8);
    });
    expect(area({ kind: "polygon", rings: [ring] })).toBeCloseTo(hexagonArea(150), 4);
  });

  it("contains a point exactly where its distance to the edges on that side says so", () => {
    fc.assert(
      fc.property(anyHexagon, fc.double({ min: 0, max: 3, noNaN: true }), fc.double({ min: 0, max: 6.3, noNaN: true }), (h, out, angle) => {
        const p = { x: h.centre.x + out * h.side * Math.cos(angle), y: h.centre.y + out * h.side * Math.sin(angle) };
        const ring = hexagonRing(h);
        const left = Math.min(...ring.map((a, k) => {
          const b = ring[(k + 1) % 6];
          return ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / h.side;
        }));
        if (Math.abs(left) > 1e-6) expect(hexagonContains(h, p.x, p.y)).toBe(left > 0);
        const edge = Math.sqrt(Math.min(...ring.map((a, k) => segmentDistanceSquared(p, a, ring[(k + 1) % 6]))));
        expect(hexagonDistance(h, p.x, p.y)).toBeCloseTo(left >= 0 ? 0 : edge, 6);
      }),
    );
  });

  it("has the bounds of its corners", () => {
    fc.assert(
      fc.property(anyHexagon, (h) => {
        const exact = pointBounds(hexagonRing(h)), quick = hexagonBounds(h);
        for (const key of ["minX", "minY", "maxX", "maxY"] as const) expect(quick[key]).toBeCloseTo(exact[key], 8);
      }),
    );
  });

  it("turns bearings into rotations and back", () => {
    expect(rotationOfBearing(90)).toBeCloseTo(0, 12);
    expect(rotationOfBearing(0)).toBeCloseTo(Math.PI / 6, 12);
    for (const bearing of [0.5, 6.2, 29.9, 30.1, 59.5]) expect(bearingOfRotation(rotationOfBearing(bearing))).toBeCloseTo(bearing, 9);
  });
});
