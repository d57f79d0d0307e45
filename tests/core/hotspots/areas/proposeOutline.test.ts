import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { area } from "../../../../core/geo/area.ts";
import { circle } from "../../../../core/geo/circle.ts";
import { contains } from "../../../../core/geo/contains.ts";
import { pointDistance } from "../../../../core/geo/distance.ts";
import { overlaps } from "../../../../core/geo/overlaps.ts";
import { isValidPolygon } from "../../../../core/geo/polygonFaults.ts";
import type { Hexagon, Polygon } from "../../../../core/geo/types.ts";
import { proposeOutline } from "../../../../core/hotspots/areas/proposeOutline.ts";
import { runJob } from "../../../../core/job.ts";
import { nodeContext } from "../../../support/nodeContext.ts";

const propose = (params: object) => runJob("proposeOutline", proposeOutline, params, nodeContext);
const hexagon = (x: number, y: number): Hexagon => ({ kind: "hexagon", centre: { x, y }, side: 150, rotation: 0 });
/** A row of cells that touch. */
const hexagons = [0, 1, 2].map((k) => hexagon(0, k * 150 * Math.sqrt(3)));

/** Streets 100 m apart in both directions, vertices at the crossings only. */
const grid = (() => {
  const x: number[] = [], y: number[] = [], starts = [0];
  const line = (points: readonly (readonly [number, number])[]): void => {
    for (const [east, north] of points) {
      x.push(east);
      y.push(north);
    }
    starts.push(x.length);
  };
  const steps = Array.from({ length: 21 }, (_, k) => 100 * (k - 8));
  for (const fixed of steps) {
    line(steps.map((along) => [along, fixed]));
    line(steps.map((along) => [fixed, along]));
  }
  return { x, y, starts };
})();

const places = fc.array(fc.tuple(fc.double({ min: -150, max: 150, noNaN: true }), fc.double({ min: -20, max: 560, noNaN: true })), { minLength: 1, maxLength: 40 });
const inCells = ([x, y]: readonly [number, number]): boolean => hexagons.some((cell) => contains(cell, x, y));
const inAny = (outlines: readonly Polygon[], x: number, y: number): boolean => outlines.some((outline) => contains(outline, x, y));

describe("a smooth outline", () => {
  it("is one valid polygon that keeps four fifths of the margin from every incident in the cells", async () => {
    await fc.assert(
      fc.asyncProperty(places, fc.double({ min: 10, max: 60, noNaN: true }), async (all, margin) => {
        const inside = all.filter(inCells);
        fc.pre(inside.length > 0);
        const found = await propose({ x: all.map(([x]) => x), y: all.map(([, y]) => y), hexagons, margin });
        expect(found).toMatchObject({ incidents: inside.length, ofIncidents: inside.length, parameters: { how: "smooth", margin } });
        expect(found.outlines).toHaveLength(1);
        expect(isValidPolygon(found.outlines[0])).toBe(true);
        const beyond: Polygon = { kind: "polygon", rings: [circle({ x: 0, y: 250 }, 3000).rings[0], ...found.outlines[0].rings.map((ring) => ring.toReversed())] };
        for (const [x, y] of inside) expect(pointDistance(beyond, { x, y })).toBeGreaterThan(0.8 * margin);
      }),
      { numRuns: 60 },
    );
  });

  it("leaves out what is in no cell, and takes no more ground than it needs", async () => {
    const x = [0, 20, -20, 5000], y = [0, 30, 10, 0];
    const found = await propose({ x, y, hexagons, margin: 25 });
    expect(found.ofIncidents).toBe(3);
    expect(found.area).toBeLessThan(area(circle({ x: 0, y: 10 }, 75)));
  });

  it("leaves parts apart that are further than four edges", async () => {
    const found = await propose({ x: [0, 700], y: [0, 0], hexagons: [hexagon(0, 0), hexagon(700, 0)], margin: 25 });
    expect(found.outlines).toHaveLength(2);
    expect((await propose({ x: [0, 500], y: [0, 0], hexagons: [hexagon(0, 0), hexagon(500, 0)], margin: 25 })).outlines).toHaveLength(1);
  });

  it("keeps out of what is cut away, and gives no piece without an incident", async () => {
    const strip: Polygon = { kind: "polygon", rings: [[{ x: -400, y: 90 }, { x: 400, y: 90 }, { x: 400, y: 140 }, { x: -400, y: 140 }]] };
    const found = await propose({ x: [0, 0, 0], y: [0, 100, 250], hexagons, keepOut: [strip] });
    expect(found).toMatchObject({ incidents: 2, ofIncidents: 3 });
    expect(found.outlines).toHaveLength(2);
    expect(found.outlines.some((outline) => overlaps(outline, strip))).toBe(false);
    expect((await propose({ x: [0], y: [100], hexagons, keepOut: [strip] })).outlines).toEqual([]);
  });
});

describe("an outline along streets", () => {
  it("is one valid polygon with every incident of the cells", async () => {
    await fc.assert(
      fc.asyncProperty(places, fc.double({ min: 10, max: 60, noNaN: true }), async (all, width) => {
        const inside = all.filter(inCells);
        fc.pre(inside.length > 0);
        const found = await propose({ x: all.map(([x]) => x), y: all.map(([, y]) => y), hexagons, how: "streets", roads: grid, width });
        expect(found).toMatchObject({ incidents: inside.length, ofIncidents: inside.length });
        expect(found.outlines).toHaveLength(1);
        expect(isValidPolygon(found.outlines[0])).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("follows the street: from crossing to crossing where the incidents are, and the shortest way in between", async () => {
    // Two incidents on one street, 300 m apart: the blocks of both and the two between them.
    const found = await propose({ x: [3, -4], y: [-50, 350], hexagons, how: "streets", roads: grid, width: 20 });
    expect(found.outlines).toHaveLength(1);
    for (const north of [-100, 0, 100, 200, 300, 400]) expect(inAny(found.outlines, 0, north)).toBe(true);
    expect(inAny(found.outlines, 60, 100)).toBe(false);
    expect(found.area).toBeLessThan(1.3 * (500 * 40 + Math.PI * 20 ** 2));
  });

  it("crosses a gap of the layer of up to an edge", async () => {
    const across = (gap: number) => ({ x: [-200, 0, gap, gap + 200], y: [0, 0, 0, 0], starts: [0, 2, 4] });
    const there = { x: [-50, 110], y: [0, 0], hexagons, how: "streets", width: 10 };
    expect((await propose({ ...there, roads: across(90) })).outlines).toHaveLength(1);
    expect((await propose({ ...there, x: [-50, 140], hexagons: [hexagon(0, 0), hexagon(225, 0)], roads: across(160) })).outlines).toHaveLength(2);
  });

  it("goes straight to an incident away from the street, and passes one over that is further than an edge", async () => {
    const roads = { x: [-400, 400], y: [0, 0], starts: [0, 2] };
    const found = await propose({ x: [0, 0, 0], y: [10, 100, 300], hexagons, how: "streets", roads, width: 20 });
    expect(found).toMatchObject({ incidents: 2, ofIncidents: 3 });
    for (const north of [0, 50, 100]) expect(inAny(found.outlines, 0, north)).toBe(true);
  });

  it("says where there is no street, and needs a layer", async () => {
    const here = { x: [50], y: [50], hexagons, how: "streets" };
    await expect(propose({ ...here, roads: { x: [0, 100], y: [-200, -200], starts: [0, 2] } })).rejects.toThrow("within 150 m");
    await expect(propose({ ...here, roads: { x: [9000, 9100], y: [0, 0], starts: [0, 2] } })).rejects.toThrow("no street near");
    await expect(propose(here)).rejects.toThrow("need a road layer");
    await expect(propose({ ...here, x: [9000], roads: grid })).rejects.toThrow("No incident lies in these hexagons");
  });
});
