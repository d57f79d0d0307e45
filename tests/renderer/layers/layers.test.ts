import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hexagonArea } from "../../../core/geo/hexagon.ts";
import { area } from "../../../core/geo/area.ts";
import { contains } from "../../../core/geo/contains.ts";
import { pointDistance } from "../../../core/geo/distance.ts";
import type { Hexagon, Polygon } from "../../../core/geo/types.ts";
import { bufferRings } from "../../../core/geo/bufferRings.ts";
import { classOf, shareBreaks } from "../../../renderer/layers/breaks.ts";
import { cellMesh } from "../../../renderer/layers/cellMesh.ts";
import { gridStep } from "../../../renderer/layers/gridLayer.ts";
import { hatchLines } from "../../../renderer/layers/hatchLines.ts";
import { MAP_COLOURS } from "../../../renderer/layers/mapColours.ts";
import { forgetLayers, memoLast } from "../../../renderer/layers/memoLast.ts";
import { classColours, rampColour, rgb, VIRIDIS } from "../../../renderer/layers/ramps.ts";
import { metresPerPixelAt } from "../../../renderer/map/metresPerPixel.ts";
import { pixelOf } from "../../e2e/mapPoint.ts";

const hexagon: Hexagon = { kind: "hexagon", centre: { x: 1000, y: -500 }, side: 150, rotation: 0.3 };
const notched: Polygon = {
  kind: "polygon",
  rings: [[{ x: 0, y: 0 }, { x: 400, y: 0 }, { x: 400, y: 300 }, { x: 200, y: 60 }, { x: 0, y: 300 }]],
};

describe("the outline of a buffer", () => {
  test("encloses area + perimeter · r + π r² about a convex shape, but for the chords of its arcs", () => {
    const [ring] = bufferRings(hexagon, 75);
    const exact = hexagonArea(150) + 6 * 150 * 75 + Math.PI * 75 * 75;
    const drawn = area({ kind: "polygon", rings: [ring] });
    expect(drawn).toBeLessThanOrEqual(exact);
    expect(drawn).toBeGreaterThan(exact * 0.9999);
  });

  test("lies at the distance everywhere, notch or not", () => {
    for (const shape of [hexagon, notched]) {
      for (const point of bufferRings({ ...shape }, 75)[0]) {
        const away = pointDistance(shape, point);
        expect(away).toBeLessThan(75.0001);
        expect(away).toBeGreaterThan(74.9);
      }
    }
  });

  test("is the shape itself for no distance", () => {
    expect(bufferRings({ ...notched }, 0)).toEqual(notched.rings);
  });
});

test("hatch lines stay inside the shape and leave its holes free", () => {
  const holed: Polygon = { kind: "polygon", rings: [notched.rings[0], [{ x: 40, y: 20 }, { x: 40, y: 60 }, { x: 90, y: 60 }, { x: 90, y: 20 }]] };
  const lines = hatchLines(holed, 16);
  expect(lines.length).toBeGreaterThan(20);
  for (const [from, to] of lines) {
    for (const t of [0.001, 0.25, 0.5, 0.75, 0.999]) {
      expect(contains(holed, from.x + t * (to.x - from.x), from.y + t * (to.y - from.y))).toBe(true);
    }
  }
});

describe("classes of counts", () => {
  test("hold equal shares of the incidents where counts allow it", () => {
    expect(shareBreaks([0, 1, 1, 1, 1, 2, 2, 4], 3)).toEqual([1, 2, 4]);
    expect(shareBreaks([0, 0], 3)).toEqual([]);
    expect(shareBreaks([7, 7, 7], 6)).toEqual([7]);
  });

  test("rise, begin with the least count above 0, and take in every count", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (counts, classes) => {
        const breaks = shareBreaks(counts, classes);
        const above = counts.filter((count) => count > 0);
        expect(breaks.length).toBeLessThanOrEqual(classes);
        expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
        if (above.length > 0) expect(breaks[0]).toBe(Math.min(...above));
        for (const count of counts) expect(classOf(breaks, count) >= 0).toBe(count > 0);
      }),
    );
  });
});

describe("colours", () => {
  test("run through the ramp's own, the strong end away from the ground", () => {
    expect(rampColour(VIRIDIS, "light", 0)).toEqual(rgb("#fde725"));
    expect(rampColour(VIRIDIS, "light", 1)).toEqual(rgb("#440154"));
    expect(rampColour(VIRIDIS, "dark", 1)).toEqual(rgb("#fde725"));
    expect(classColours(VIRIDIS, "dark", 3)).toEqual([rgb("#440154"), rgb("#21918c"), rgb("#fde725")]);
  });

  test("of lines and letters stand out from their casing by 4.5 to 1 or more", () => {
    const luminance = (colour: readonly number[]): number => {
      const [red, green, blue] = colour.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    for (const { casing, hotspot, patrolArea, violation, vehicles, text } of Object.values(MAP_COLOURS)) {
      for (const colour of [hotspot, patrolArea, violation, ...vehicles, text]) {
        const [a, b] = [luminance(colour), luminance(casing)].sort((x, y) => y - x);
        expect((a + 0.05) / (b + 0.05)).toBeGreaterThan(4.5);
      }
    }
  });
});

test("a mesh of cells brings its own triangles: a triangle for one of three corners, two for one of four", () => {
  const mesh = cellMesh({ lonLats: new Float64Array(18), starts: Uint32Array.of(0, 4, 9) });
  expect(mesh.length).toBe(2);
  expect([...mesh.indices]).toEqual([0, 1, 2, 4, 5, 6, 4, 6, 7]);
});

test("grid lines stand 1, 2 or 5 times a power of ten apart, at least 90 px", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 500, noNaN: true }), (metresPerPixel) => {
      const step = gridStep(metresPerPixel);
      expect(step / metresPerPixel).toBeGreaterThanOrEqual(90 * (1 - 1e-12));
      expect(step / metresPerPixel).toBeLessThanOrEqual(90 * 2.5 * (1 + 1e-12));
      const head = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
      expect([1, 2, 5].some((one) => Math.abs(head - one) < 1e-9)).toBe(true);
    }),
  );
});

test("what was made once is the same object until an input changes or all is forgotten", () => {
  const make = memoLast((n: number) => ({ n }));
  const first = make(1);
  expect(make(1)).toBe(first);
  expect(make(2)).not.toBe(first);
  const second = make(2);
  forgetLayers();
  expect(make(2)).not.toBe(second);
});

test("the place of a pixel is Web Mercator's: the middle, and so many metres beside it", () => {
  const look = { centre: [-122.44, 37.76], zoom: 15, bearing: 0, box: { x: 10, y: 20, width: 800, height: 600 } } as const;
  expect(pixelOf(look, look.centre)).toEqual({ x: 410, y: 320 });
  // A degree of longitude on the sphere of Web Mercator, at this latitude.
  const metres = (6378137 * Math.PI * Math.cos((37.76 * Math.PI) / 180)) / 180 / 1000;
  const east = pixelOf(look, [-122.439, 37.76]);
  expect(east.x - 410).toBeCloseTo(metres / metresPerPixelAt(37.76, 15), 6);
  const turned = pixelOf({ ...look, bearing: 90 }, [-122.439, 37.76]);
  expect(turned.x).toBeCloseTo(410, 6);
  expect(turned.y).toBeCloseTo(320 - (east.x - 410), 6);
});
