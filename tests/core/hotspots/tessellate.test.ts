import { polygonToCells } from "h3-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { area } from "../../../core/geo/area.ts";
import { contains } from "../../../core/geo/contains.ts";
import { hexagonContains } from "../../../core/geo/hexagon.ts";
import { planeProjection, type Plane } from "../../../core/geo/plane.ts";
import type { Hexagon, Polygon } from "../../../core/geo/types.ts";
import { nearestResolution } from "../../../core/hotspots/h3Cells.ts";
import { byRank, cellShape, promote } from "../../../core/hotspots/promote.ts";
import { spacingViolations } from "../../../core/hotspots/spacing.ts";
import { tessellate } from "../../../core/hotspots/tessellate.ts";
import { tessellate as tessellateJob } from "../../../core/hotspots/tessellateJob.ts";
import { runJob } from "../../../core/job.ts";
import { EMPTY_PLAN } from "../../../core/plan/plan.ts";
import { nodeContext } from "../../support/nodeContext.ts";

const scattered = fc.array(fc.tuple(fc.double({ min: -2000, max: 2000, noNaN: true }), fc.double({ min: -1000, max: 3000, noNaN: true })), { minLength: 1, maxLength: 200 });
const columns = (points: readonly (readonly [number, number])[]) => ({
  x: Float64Array.from(points, ([x]) => x),
  y: Float64Array.from(points, ([, y]) => y),
});
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
const plane: Plane = { kind: "local", lon0: -1.26, lat0: 51.75 };
const district: Polygon = { kind: "polygon", rings: [[{ x: -900, y: -700 }, { x: 800, y: -600 }, { x: 900, y: 800 }, { x: -800, y: 700 }]] };

describe("tessellate", () => {
  it("puts every incident in the hexagon that contains it, however the lattice is turned", () => {
    fc.assert(
      fc.property(scattered, fc.double({ min: -4, max: 4, noNaN: true }), fc.integer({ min: 20, max: 400 }), (points, rotation, side) => {
        const cells = tessellate({ ...columns(points), side, kind: "hexagon", rotation, origin: { x: 17, y: -5 } });
        expect(sum(cells.count)).toBe(points.length);
        cells.count.forEach((count, k) => {
          // A hair larger: incidents on an edge belong to one of the two cells.
          const shape = { ...(cellShape(cells, k) as Hexagon), side: side * (1 + 1e-9) };
          const smaller = { ...shape, side: side * (1 - 1e-9) };
          expect(points.filter(([x, y]) => hexagonContains(shape, x, y)).length).toBeGreaterThanOrEqual(count);
          expect(points.filter(([x, y]) => hexagonContains(smaller, x, y)).length).toBeLessThanOrEqual(count);
        });
      }),
    );
  });

  it("puts every incident in its square, the western and southern edges included", () => {
    const cells = tessellate({ ...columns([[0, 0], [99.9, 99.9], [100, 0], [0, 100], [-0.1, 0]]), side: 100, kind: "square" });
    const found = [...cells.count].map((count, k) => [cells.x[k], cells.y[k], count]);
    expect(found).toEqual([[-50, 50, 1], [50, 50, 2], [150, 50, 1], [50, 150, 1]]);
    expect(cellShape(cells, 0)).toEqual({ kind: "polygon", rings: [[{ x: -100, y: 0 }, { x: 0, y: 0 }, { x: 0, y: 100 }, { x: -100, y: 100 }]] });
  });

  it("ranks by incidents, and ties from the south and then from the west", () => {
    const cells = tessellate({ ...columns([[150, 150], [50, 150], [150, 50], [50, 50], [250, 250], [250, 250]]), side: 100, kind: "square" });
    const byRank = [...cells.rank].map((rank, k) => [rank, cells.x[k], cells.y[k]]).sort(([a], [b]) => a - b);
    expect(byRank).toEqual([[1, 250, 250], [2, 50, 50], [3, 150, 50], [4, 50, 150], [5, 150, 150]]);
  });

  it("gives every cell of a study area, empty ones too, and says how many incidents lie in none", () => {
    const inside: [number, number][] = [[0, 0], [10, 10], [400, 300]];
    const cells = tessellate({ ...columns([...inside, [5000, 5000]]), side: 150, kind: "hexagon", area: [district] });
    expect(cells.count.every((_, k) => contains(district, cells.x[k], cells.y[k]))).toBe(true);
    const fine = tessellate({ ...columns(inside), side: 20, kind: "hexagon", area: [district] });
    expect((fine.count.length * area(cellShape(fine, 0))) / area(district)).toBeCloseTo(1, 2);
    expect(sum(cells.count)).toBe(3);
    expect(cells.outside).toBe(1);
    expect([...cells.count].filter((count) => count === 0).length).toBeGreaterThan(20);
  });

  it("adds weights instead of counting where there are some", () => {
    const cells = tessellate({ ...columns([[0, 0], [1, 1]]), weight: Float64Array.of(2.5, 4), side: 150, kind: "hexagon" });
    expect([...cells.count]).toEqual([6.5]);
  });

  it("offers H3 cells with the resolution it used", () => {
    expect(nearestResolution(150)).toBe(9);
    expect(nearestResolution(530)).toBe(8);
    const cells = tessellate({ ...columns([[0, 0], [10, 10], [3000, 0]]), side: 150, kind: "h3", plane, area: [district] });
    expect(cells.resolution).toBe(9);
    expect(sum(cells.count)).toBe(2);
    expect(cells.outside).toBe(1);
    const [first] = cells.ids ?? [];
    expect(first).toMatch(/^89[0-9a-f]{13}$/);
    const ring = district.rings[0].map(({ x, y }) => [-1.26 + x / 69000, 51.75 + y / 111260]);
    expect(Math.abs(polygonToCells([ring], 9, true).length - cells.count.length)).toBeLessThanOrEqual(2);
    const centre = [...cells.count].findIndex((count) => count === 2);
    const shape = cellShape(cells, centre);
    expect(contains(shape, 0, 0)).toBe(true);
    expect(area(shape)).toBeGreaterThan(80_000);
  });

  it("refuses what it cannot do, in words", () => {
    const one = columns([[0, 0]]);
    expect(() => tessellate({ ...one, side: 0, kind: "hexagon" })).toThrow(/must be above 0 m/);
    expect(() => tessellate({ ...one, side: 150, kind: "h3" })).toThrow(/plane/);
    expect(() => tessellate({ ...columns([[0, 0], [1e7, 1e7]]), side: 5, kind: "hexagon" })).toThrow(/Enter a longer edge/);
  });

  it("answers no cells for no incidents", () => {
    const none = { x: new Float64Array(0), y: new Float64Array(0) };
    expect(tessellate({ ...none, side: 150, kind: "hexagon" }).count).toHaveLength(0);
    expect(tessellate({ ...none, side: 150, kind: "square" }).count).toHaveLength(0);
  });
});

describe("promote", () => {
  // 400 incidents on a spiral, denser towards the middle.
  const spiral = columns(Array.from({ length: 400 }, (_, i): [number, number] => [Math.cos(i) * i * 4, Math.sin(i) * i * 4]));
  const cells = tessellate({ ...spiral, side: 150, kind: "hexagon" });

  it("takes the cells of highest rank in order", () => {
    const { plan, added, label } = promote(EMPTY_PLAN, cells, byRank(cells), 5, { keepApart: false });
    expect(plan.hotspots.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
    expect(plan.hotspots.map(({ name }) => name)).toEqual(["H1", "H2", "H3", "H4", "H5"]);
    expect(added).toEqual(["h1", "h2", "h3", "h4", "h5"]);
    expect(label).toBe("Promote 5 cells to hotspots");
  });

  it("keeps buffers apart on request, and says which cells it passed over and why", () => {
    const { plan, passedOver } = promote(EMPTY_PLAN, cells, byRank(cells), 8, { keepApart: true });
    expect(plan.hotspots).toHaveLength(8);
    expect(spacingViolations(plan)).toEqual([]);
    const taken = plan.hotspots.map(({ rank }) => rank ?? 0);
    const last = Math.max(...taken);
    expect(passedOver.map(({ rank }) => rank)).toEqual(
      Array.from({ length: last }, (_, i) => i + 1).filter((rank) => !taken.includes(rank)),
    );
    expect(passedOver[0].violations[0]).toMatchObject({ kind: "buffers-overlap", needed: 150 });
    expect(passedOver[0].why).toMatch(new RegExp(`^(?=.*Number ${passedOver[0].rank}).* is [\\d.]+ m from .*; needs 150 m$`));
  });

  it("takes any other order as well", () => {
    const { plan } = promote(EMPTY_PLAN, cells, [7, 3], 5, { keepApart: false });
    expect(plan.hotspots.map(({ shape, rank }) => [rank, shape])).toEqual([[1, cellShape(cells, 7)], [2, cellShape(cells, 3)]]);
  });

  it("takes no cell without incidents", () => {
    const few = tessellate({ ...columns([[0, 0]]), side: 150, kind: "hexagon", area: [district] });
    expect(promote(EMPTY_PLAN, few, byRank(few), 10, { keepApart: false }).added).toHaveLength(1);
  });
});

describe("the job", () => {
  const params = { x: [0, 10, 400], y: [0, 5, 300], side: 150, kind: "hexagon" };

  it("lists the cells with centre, count and rank beside the columns", async () => {
    const { cells, count } = await runJob("tessellate", tessellateJob, params, nodeContext);
    expect(cells).toEqual([
      { centre: { x: 0, y: 0 }, count: 2, rank: 1 },
      { centre: { x: 450, y: expect.closeTo(259.808, 3) as number }, count: 1, rank: 2 },
    ]);
    expect([...count]).toEqual([2, 1]);
  });

  it("gives outlines in degrees that close, each about its own centre, for every kind of cell", async () => {
    const { forward } = planeProjection(plane);
    for (const kind of ["hexagon", "square", "h3"]) {
      const { outlines, x, y } = await runJob("tessellate", tessellateJob, { ...params, kind, plane, outlines: true }, nodeContext);
      const { lonLats, starts } = outlines!;
      expect(starts).toHaveLength(x.length + 1);
      for (let cell = 0; cell < x.length; cell++) {
        const corners = Array.from({ length: starts[cell + 1] - starts[cell] }, (_, k) => forward([lonLats[2 * (starts[cell] + k)], lonLats[2 * (starts[cell] + k) + 1]]));
        expect(corners.at(-1)).toEqual(corners[0]);
        const open = corners.slice(0, -1);
        const mean = (values: number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
        // H3 cells are centred on the sphere and a little askew: a metre for a cell of 170 m.
        expect(Math.hypot(mean(open.map((c) => c.x)) - x[cell], mean(open.map((c) => c.y)) - y[cell])).toBeLessThan(kind === "h3" ? 1 : 1e-6);
      }
    }
    await expect(runJob("tessellate", tessellateJob, { ...params, outlines: true }, nodeContext)).rejects.toThrow(/need the plane/);
  });

  it("gives columns alone where asked, as the map does with very many cells", async () => {
    expect((await runJob("tessellate", tessellateJob, { ...params, list: false }, nodeContext)).cells).toBeNull();
  });
});
