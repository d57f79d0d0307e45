import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { area } from "../../../core/geo/area.ts";
import { bufferLines, bufferShapes } from "../../../core/geo/buffer.ts";
import { circle } from "../../../core/geo/circle.ts";
import { contains } from "../../../core/geo/contains.ts";
import { pointDistance } from "../../../core/geo/distance.ts";
import { hexagonArea } from "../../../core/geo/hexagon.ts";
import { isValidPolygon } from "../../../core/geo/polygonFaults.ts";
import { segmentDistanceSquared } from "../../../core/geo/segment.ts";
import type { Hexagon, Point, Polygon } from "../../../core/geo/types.ts";

const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const OFFSET = { x: 457_000, y: 339_000 }; // as far from 0 as British National Grid
const moved = ({ x, y }: Point): Point => ({ x: x + OFFSET.x, y: y + OFFSET.y });

const inAny = (polygons: readonly Polygon[], { x, y }: Point): boolean => polygons.some((polygon) => contains(polygon, x, y));
const lineDistance = (lines: readonly (readonly Point[])[], place: Point): number =>
  Math.min(...lines.flatMap((line) => line.slice(1).map((to, i) => Math.sqrt(segmentDistanceSquared(place, line[i], to)))));

describe("circle", () => {
  it("holds its circle and hardly more", () => {
    const about = circle(OFFSET, 30);
    const round = Math.PI * 30 ** 2;
    expect(area(about)).toBeGreaterThan(round);
    expect(area(about)).toBeLessThan(1.004 * round);
    for (let k = 0; k < 100; k++) expect(contains(about, OFFSET.x + 29.999999 * Math.cos(k), OFFSET.y + 29.999999 * Math.sin(k))).toBe(true);
  });
});

describe("bufferLines", () => {
  it("takes in everything within the distance and nothing beyond 1.005 times it", () => {
    const line = fc.array(point.map(moved), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.double({ min: 5, max: 60, noNaN: true }), fc.array(point.map(moved), { minLength: 30, maxLength: 30 }), (lines, distance, places) => {
        const found = bufferLines(lines, distance);
        for (const place of places) {
          const away = lineDistance(lines, place);
          if (away < 0.9999 * distance) expect(inAny(found, place)).toBe(true);
          if (away > 1.006 * distance) expect(inAny(found, place)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([1e-11, 1e-4, 0.06, 1, 4])("holds what is near a closed line of %d m, as small as a roundabout or a slip of the pen", (size) => {
    const closed = [[0, 0], [size, 0], [size, size], [0, size], [0, 0]].map(([x, y]) => moved({ x, y }));
    const [found, ...others] = bufferLines([closed], 5);
    expect(others).toEqual([]);
    expect(area(found) / (Math.PI * 25 + 20 * size + size ** 2)).toBeCloseTo(1, 1);
    expect(contains(found, OFFSET.x + size / 2, OFFSET.y + size / 2)).toBe(true);
  });

  it("makes one of lines that cross, and leaves what is apart apart; valid, holes and all", () => {
    const square = [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 100, y: 100 }, { x: 0, y: 100 }, { x: 0, y: 0 }];
    const found = bufferLines([square, [{ x: 50, y: -20 }, { x: 50, y: 20 }], [{ x: 500, y: 0 }, { x: 600, y: 0 }]], 10);
    expect(new Set(found.map(({ rings }) => rings.length))).toEqual(new Set([1, 2]));
    expect(found.every(isValidPolygon)).toBe(true);
    expect(bufferLines([], 10)).toEqual([]);
  });
});

describe("bufferShapes", () => {
  const hexagon: Hexagon = { kind: "hexagon", centre: OFFSET, side: 150, rotation: 0.3 };

  it("takes in everything within the distance of a shape", () => {
    fc.assert(
      fc.property(point.map(moved), fc.double({ min: 5, max: 200, noNaN: true }), (place, distance) => {
        const found = bufferShapes([hexagon], distance);
        const away = pointDistance(hexagon, place);
        if (away < 0.9999 * distance) expect(inAny(found, place)).toBe(true);
        if (away > 1.006 * distance) expect(inAny(found, place)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it("gives nearly the same shape back when it is taken away again, and nothing where nothing is left", () => {
    const [back] = bufferShapes(bufferShapes([hexagon], 50), -50);
    expect(area(back) / hexagonArea(150)).toBeCloseTo(1, 2);
    expect(bufferShapes([hexagon], -200)).toEqual([]);
  });

  it("joins shapes that overlap where the distance is 0", () => {
    const [joined, ...rest] = bufferShapes([hexagon, { ...hexagon, centre: { x: OFFSET.x + 150, y: OFFSET.y } }], 0);
    expect(rest).toEqual([]);
    expect(area(joined)).toBeGreaterThan(hexagonArea(150));
    expect(area(joined)).toBeLessThan(2 * hexagonArea(150));
  });
});
