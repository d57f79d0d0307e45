import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { area } from "../../../core/geo/area.ts";
import { difference, intersection, union } from "../../../core/geo/booleans.ts";
import { centroid } from "../../../core/geo/centroid.ts";
import { contains } from "../../../core/geo/contains.ts";
import { distance, pointDistance } from "../../../core/geo/distance.ts";
import { interiorPoint } from "../../../core/geo/interiorPoint.ts";
import { orient } from "../../../core/geo/orient.ts";
import { overlaps } from "../../../core/geo/overlaps.ts";
import { perimeter } from "../../../core/geo/perimeter.ts";
import { drawingFaults, polygonFaults } from "../../../core/geo/polygonFaults.ts";
import { rotateShape } from "../../../core/geo/rotateShape.ts";
import { splitPolygon } from "../../../core/geo/splitPolygon.ts";
import type { Point, Polygon, Shape } from "../../../core/geo/types.ts";
import { unionArea } from "../../../core/geo/unionArea.ts";
import { deleteVertex, insertVertex, moveVertex } from "../../../core/geo/vertices.ts";

const polygon = (...corners: readonly (readonly [number, number])[]): Polygon => ({
  kind: "polygon", rings: [corners.map(([x, y]) => ({ x, y }))],
});
const box = (x: number, y: number, width: number, height: number): Polygon =>
  polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height]);
const holed: Polygon = { kind: "polygon", rings: [box(0, 0, 100, 100).rings[0], [...box(20, 20, 40, 40).rings[0]].reverse()] };
const total = (shapes: readonly Shape[]): number => shapes.reduce((sum, shape) => sum + area(shape), 0);
const p = (x: number, y: number): Point => ({ x, y });

/** A star about a centre: never crosses itself. */
const star = fc
  .tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }), fc.array(fc.double({ min: 20, max: 200, noNaN: true }), { minLength: 3, maxLength: 12 }))
  .map(([x, y, radii]): Polygon => polygon(...radii.map((r, i) => [x + r * Math.cos((2 * Math.PI * i) / radii.length), y + r * Math.sin((2 * Math.PI * i) / radii.length)] as const)));

describe("polygons", () => {
  it("have area, perimeter, centroid and a point inside, holes taken off", () => {
    expect(area(holed)).toBe(8400);
    expect(perimeter(holed)).toBe(560);
    const { x, y } = centroid(holed);
    expect(x).toBeCloseTo((50 * 10000 - 40 * 1600) / 8400, 10);
    expect(y).toBeCloseTo(x, 10);
    expect(centroid(orient(polygon([0, 0], [0, 10], [20, 10], [20, 0])))).toEqual({ x: 10, y: 5 });
    const inside = interiorPoint(holed);
    expect(contains(holed, inside.x, inside.y)).toBe(true);
    expect(contains(holed, 40, 40)).toBe(false);
  });

  it("count their boundary as inside, corners and edges of holes too", () => {
    for (const [x, y] of [[0, 0], [50, 0], [100, 50], [50, 100], [0, 50], [100, 100], [20, 40], [40, 20], [60, 60]]) {
      expect(contains(holed, x, y)).toBe(true);
    }
    expect(contains(polygon([0, 0], [10, 5], [0, 10], [4, 5]), 20, 5)).toBe(false);
    expect(contains(polygon([0, 0], [10, 5], [0, 10], [4, 5]), 2, 5)).toBe(false);
  });

  it("always contain their interior point", () => {
    fc.assert(
      fc.property(star, (shape) => {
        const { x, y } = interiorPoint(shape);
        expect(contains(shape, x, y)).toBe(true);
      }),
    );
  });

  it("keep area and perimeter when turned", () => {
    fc.assert(
      fc.property(star, fc.double({ min: -7, max: 7, noNaN: true }), (shape, angle) => {
        const turned = rotateShape(shape, angle);
        expect(area(turned)).toBeCloseTo(area(shape), 6);
        expect(perimeter(turned)).toBeCloseTo(perimeter(shape), 8);
        const before = centroid(shape), after = centroid(turned);
        expect(after.x).toBeCloseTo(before.x, 8);
        expect(after.y).toBeCloseTo(before.y, 8);
      }),
    );
  });

  it("say what is wrong with them, and where", () => {
    expect(polygonFaults(holed)).toEqual([]);
    expect(polygonFaults(polygon([0, 0], [10, 10], [10, 0], [0, 10]))).toEqual([{ kind: "self-crossing", at: { x: 5, y: 5 } }]);
    expect(polygonFaults(polygon([0, 0], [10, 0], [10, 0], [0, 10]))).toEqual([{ kind: "repeated-corner", at: { x: 10, y: 0 } }]);
    expect(polygonFaults(polygon([0, 0], [10, 0], [5, 0]))[0].kind).toBe("no-area");
    expect(polygonFaults(polygon([0, 0], [10, 0], [10, 10], [10, 5], [0, 5]))[0].kind).toBe("self-crossing");
    // A corner that touches another edge makes two polygons of one.
    expect(polygonFaults(polygon([0, 0], [10, 0], [10, 10], [5, 0], [0, 10]))).toEqual([{ kind: "self-crossing", at: { x: 5, y: 0 } }]);
    expect(polygonFaults({ kind: "polygon", rings: [...box(0, 0, 10, 10).rings, ...box(20, 0, 5, 5).rings] })[0].kind).toBe("hole-outside");
    expect(polygonFaults({ kind: "polygon", rings: [...box(0, 0, 10, 10).rings, ...box(5, 5, 10, 2).rings] })[0].kind).toBe("rings-cross");
  });

  it("are checked while they are drawn, before they are closed", () => {
    expect(drawingFaults([p(0, 0), p(10, 0), p(10, 10), p(0, 10)])).toEqual([]);
    expect(drawingFaults([p(0, 0), p(10, 0), p(10, 10), p(0, -10)])).toEqual([{ kind: "self-crossing", at: { x: 5, y: 0 } }]);
    expect(drawingFaults([p(0, 0), p(10, 0), p(4, 0)])[0].kind).toBe("self-crossing");
    expect(drawingFaults([p(0, 0)])).toEqual([]);
  });

  it("take corners moved, added and deleted", () => {
    const square = box(0, 0, 10, 10);
    expect(area(moveVertex(square, { ring: 0, index: 2 }, p(20, 20)))).toBe(200);
    expect(insertVertex(square, { ring: 0, index: 3 }, p(-1, 5)).rings[0][4]).toEqual(p(-1, 5));
    expect(area(deleteVertex(square, { ring: 0, index: 0 }))).toBe(50);
    expect(() => deleteVertex(deleteVertex(square, { ring: 0, index: 0 }), { ring: 0, index: 0 })).toThrow(/at least 3/);
    const triangle: Polygon = { kind: "polygon", rings: [square.rings[0], [p(2, 2), p(2, 4), p(4, 2)]] };
    expect(deleteVertex(triangle, { ring: 1, index: 0 }).rings).toHaveLength(1);
  });
});

describe("distance and overlap", () => {
  it("are 0 and true inside, and the gap to the hole's edge in a hole", () => {
    expect(distance(holed, box(70, 70, 10, 10))).toBe(0);
    expect(distance(holed, box(35, 35, 10, 10))).toBe(15);
    expect(overlaps(holed, box(35, 35, 10, 10))).toBe(false);
    expect(overlaps(holed, box(70, 70, 10, 10))).toBe(true);
    expect(pointDistance(holed, p(40, 40))).toBe(20);
    expect(distance(box(0, 0, 10, 10), box(13, 14, 5, 5))).toBe(5);
  });

  it("tell touching from overlapping, also where edges run together", () => {
    expect(overlaps(box(0, 0, 10, 10), box(10, 0, 10, 10))).toBe(false);
    expect(overlaps(box(0, 0, 10, 10), box(10, 10, 10, 10))).toBe(false);
    expect(overlaps(box(0, 0, 10, 10), box(0, 0, 10, 10))).toBe(true);
    expect(overlaps(box(0, 0, 20, 10), box(5, 0, 10, 10))).toBe(true);
    expect(overlaps(box(0, 0, 20, 10), box(10, 0, 20, 10))).toBe(true);
  });

  it("agree with each other and with the area that polygon clipping finds", () => {
    fc.assert(
      fc.property(star, star, (a, b) => {
        const common = total(intersection(a, b));
        if (common > 0.01) {
          expect(overlaps(a, b)).toBe(true);
          expect(distance(a, b)).toBe(0);
        }
        if (distance(a, b) > 0) expect(common).toBe(0);
        expect(distance(a, b)).toBeCloseTo(distance(b, a), 9);
      }),
    );
  });
});

describe("union, difference and split", () => {
  it("give rings in order and lose no area", () => {
    fc.assert(
      fc.property(star, star, (a, b) => {
        const joined = union([a, b]), common = intersection(a, b), left = difference(a, [b]);
        expect(total(joined) + total(common)).toBeCloseTo(area(a) + area(b), 3);
        expect(total(left) + total(common)).toBeCloseTo(area(a), 3);
        expect(unionArea([a, b])).toBeCloseTo(total(joined), 3);
        for (const part of [...joined, ...common, ...left]) expect(orient(part)).toBe(part);
      }),
      { numRuns: 60 },
    );
  });

  it("count overlaps of many shapes once", () => {
    expect(unionArea([box(0, 0, 10, 10), box(5, 5, 10, 10), box(0, 0, 10, 10), box(100, 100, 1, 1), holed])).toBeCloseTo(8400 + 1, 9);
    expect(unionArea([])).toBe(0);
    fc.assert(
      fc.property(fc.array(star, { minLength: 1, maxLength: 6 }), (shapes) => {
        expect(unionArea(shapes)).toBeCloseTo(total(union(shapes)), 2);
      }),
      { numRuns: 40 },
    );
  });

  it("make a hole of a cut in the middle", () => {
    const [ring] = difference(box(0, 0, 30, 30), [box(10, 10, 10, 10)]);
    expect(ring.rings).toHaveLength(2);
    expect(area(ring)).toBe(800);
    expect(difference(box(10, 10, 5, 5), [box(0, 0, 30, 30)])).toEqual([]);
  });

  it("split along a straight and along a bent line", () => {
    const halves = splitPolygon(box(0, 0, 100, 60), [p(30, -10), p(30, 70)]);
    expect(halves.map(area).sort((a, b) => a - b)).toEqual([1800, 4200]);
    const bent = splitPolygon(box(0, 0, 100, 60), [p(30, -10), p(30, 30), p(110, 30)]);
    expect(bent.map(area).sort((a, b) => a - b)).toEqual([2100, 3900]);
  });

  it("split only where the line is drawn, not where it would run on", () => {
    // A U: the line crosses its left arm; carried on, it would cross the right one too.
    const u = polygon([0, 0], [100, 0], [100, 100], [80, 100], [80, 20], [20, 20], [20, 100], [0, 100]);
    const parts = splitPolygon(u, [p(-10, 50), p(30, 50)]);
    expect(parts.map(area).sort((a, b) => a - b)).toEqual([1000, area(u) - 1000]);
    expect(splitPolygon(u, [p(-10, 50), p(110, 50)])).toHaveLength(3);
  });

  it("refuse a line that does not divide, or that crosses itself", () => {
    expect(() => splitPolygon(box(0, 0, 100, 60), [p(30, -10), p(30, 30)])).toThrow(/does not divide/);
    expect(() => splitPolygon(box(0, 0, 100, 60), [p(200, 0), p(210, 5)])).toThrow(/does not divide/);
    expect(() => splitPolygon(box(0, 0, 100, 60), [p(0, -10), p(50, 70), p(50, -10), p(0, 70)])).toThrow(/crosses itself/);
  });
});
