import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPointIndex } from "../../../core/geo/pointIndex.ts";
import { frameStacks } from "../../../core/record/frameStacks.ts";
import { linesInBox } from "../../../core/record/linesInBox.ts";
import { niceLength, niceScale } from "../../../core/record/niceLength.ts";
import { svgMap, type MapFrame, type MapLayer } from "../../../core/record/svgMap.ts";
import { createRandom } from "../../../core/stats/random.ts";

const FRAME: MapFrame = { bounds: { minX: 1000, minY: 2000, maxX: 1900, maxY: 2500 }, width: 180 };
const hexagon = (x: number, y: number) => ({ kind: "hexagon" as const, centre: { x, y }, side: 150, rotation: 0 });
const shapes = (...list: ReturnType<typeof hexagon>[]): MapLayer => ({ kind: "shapes", shapes: list, style: { stroke: "#000" } });

function scattered(n: number, west: number, south: number, size: number) {
  const random = createRandom(`scattered ${n}`);
  const place = (from: number) => Float64Array.from({ length: n }, () => from + size * random.uniform());
  return buildPointIndex(place(west), place(south));
}

describe("svgMap", () => {
  test("puts the north up, in millimetres: a hexagon in the middle of the ground is in the middle of the sheet", () => {
    const { svg, metresPerMm } = svgMap(FRAME, [shapes(hexagon(1450, 2250))], "A map");
    expect(metresPerMm).toBe(5);
    expect(svg).toContain('width="180mm" height="100mm" viewBox="0 0 180 100"');
    // The first corner is 150 m to the east of the centre, then one at 60° anticlockwise: up on the sheet.
    expect(svg).toContain('d="M120 50L105 24.02L75 24.02L60 50L75 75.98L105 75.98Z"');
  });

  test("draws nothing of what lies outside, and little more than the frame of what crosses its edge", () => {
    expect(svgMap(FRAME, [shapes(hexagon(5000, 2250))], "A map").svg).toBe(svgMap(FRAME, [], "A map").svg);
    fc.assert(
      fc.property(fc.integer({ min: 800, max: 2100 }), fc.integer({ min: 1800, max: 2700 }), (x, y) => {
        const path = /<path d="([^"]*)" fill-rule/.exec(svgMap(FRAME, [shapes(hexagon(x, y))], "A map").svg)?.[1] ?? "";
        for (const [, across, down] of path.matchAll(/([-\d.]+) ([-\d.]+)/g)) {
          expect(Number(across)).toBeGreaterThanOrEqual(-3.01);
          expect(Number(across)).toBeLessThanOrEqual(183.01);
          expect(Number(down)).toBeGreaterThanOrEqual(-3.01);
          expect(Number(down)).toBeLessThanOrEqual(103.01);
        }
      }),
    );
  });

  test("leaves out corners too fine to be seen, but keeps where a line ends", () => {
    const n = 10_000;
    const line = { x: Float64Array.from({ length: n }, (_, i) => 1100 + (700 * i) / (n - 1)), y: new Float64Array(n).fill(2250), starts: Uint32Array.of(0, n) };
    const { svg } = svgMap(FRAME, [{ kind: "lines", lines: line, style: { stroke: "#000" } }], "A map");
    const path = /<path d="(M20 50[^"]*)"/.exec(svg)![1];
    expect(path.split("L").length).toBeLessThan(1800);
    expect(path.endsWith("L160 50")).toBe(true);
  });

  test("stays small however many incidents there are: place by place, then square by square", () => {
    const few = svgMap(FRAME, [{ kind: "incidents", index: scattered(1000, 1000, 2000, 400), colour: "#c00" }], "A map");
    expect(few.svg.match(/<circle/g)).toHaveLength(1000);
    expect(few.incidents).toMatchObject({ square: null, largest: 1 });
    const many = svgMap(FRAME, [{ kind: "incidents", index: scattered(200_000, 900, 1900, 1200), colour: "#c00" }], "A map");
    expect(many.svg).not.toContain("<circle");
    expect(many.incidents!.square).toBe(10);
    expect(many.svg.length).toBeLessThan(600_000);
  });

  test("writes names as text", () => {
    const { svg } = svgMap(FRAME, [{ kind: "labels", labels: [{ at: { x: 1450, y: 2250 }, text: "<b>A & B</b>" }, { at: { x: 0, y: 0 }, text: "not on the map" }] }], 'A "map"');
    expect(svg).toContain(">&lt;b&gt;A &amp; B&lt;/b&gt;</text>");
    expect(svg).not.toContain("not on the map");
    expect(svg).toContain('aria-label="A &quot;map&quot;"');
  });

  test("moves a name at the edge inwards, so that all of it can be read", () => {
    const { svg } = svgMap(FRAME, [{ kind: "labels", labels: [{ at: { x: 1001, y: 2499 }, text: "H12" }] }], "A map");
    expect(svg).toContain('<text x="3.2" y="2.1"');
  });

  test("has a scale bar of a round length and an arrow to the north", () => {
    const { svg } = svgMap(FRAME, [], "A map");
    // A quarter of 180 mm is 225 m here: 200 m are 40 mm.
    expect(svg).toContain(">200 m</text>");
    expect(svg).toContain("V96H45V");
    expect(svg).toContain(">N</text>");
  });
});

describe("frameStacks", () => {
  test("counts every incident of the frame once, by place or by square", () => {
    for (const n of [500, 20_000]) {
      const index = scattered(n, 900, 1900, 1200);
      const { minX, minY, maxX, maxY } = FRAME.bounds;
      const inside = index.x.reduce((sum, x, i) => sum + (x >= minX && x <= maxX && index.y[i] >= minY && index.y[i] <= maxY ? index.weight[i] : 0), 0);
      const stacks = frameStacks(index, FRAME.bounds, 5)!;
      expect(stacks.weight.reduce((a, b) => a + b)).toBe(inside);
      expect(stacks.largest).toBe(Math.max(...stacks.weight));
    }
  });

  test("is null where no incident is in the frame", () => {
    expect(frameStacks(scattered(100, 90_000, 0, 10), FRAME.bounds, 5)).toBeNull();
    expect(frameStacks(buildPointIndex(new Float64Array(), new Float64Array()), FRAME.bounds, 5)).toBeNull();
  });
});

test("linesInBox keeps the stretches that may cross the box, apart where the line leaves it", () => {
  const line = { x: Float64Array.of(-5, 1, 9, 20, 20, 5), y: Float64Array.of(1, 1, 1, 1, 9, 9), starts: Uint32Array.of(0, 6) };
  expect(linesInBox(line, { minX: 0, minY: 0, maxX: 10, maxY: 10 }).map((stretch) => stretch.map(({ x }) => x))).toEqual([[-5, 1, 9, 20], [20, 5]]);
});

test("round lengths are never above, round scales never under what is asked", () => {
  expect([99, 100, 225, 500, 1999].map(niceLength)).toEqual([50, 100, 200, 500, 1000]);
  expect([0.9, 1, 1.01, 2.6, 8.1, 76].map(niceScale)).toEqual([1, 1, 1.25, 3, 10, 80]);
  fc.assert(fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (metres) => niceLength(metres) <= metres * (1 + 1e-12) && niceScale(metres) >= metres * (1 - 1e-12)));
});
