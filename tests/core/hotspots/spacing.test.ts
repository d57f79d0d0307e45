import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gapTooSmall } from "../../../core/hotspots/gapTooSmall.ts";
import { describeViolation, nearestNeighbour, spacingViolations } from "../../../core/hotspots/spacing.ts";
import { obstaclesOf } from "../../../core/hotspots/obstacles.ts";
import type { Polygon, Shape } from "../../../core/geo/types.ts";
import { EMPTY_PLAN, type Hotspot, type PatrolArea, type Plan } from "../../../core/plan/plan.ts";

const hotspot = (id: string, shape: Shape): Hotspot => ({ id, name: id.toUpperCase(), shape, rank: null, note: "", locked: false });
const hexagon = (x: number, y: number, rotation = 0): Shape => ({ kind: "hexagon", centre: { x, y }, side: 150, rotation });
const square = (x: number, y: number, size: number): Polygon => ({
  kind: "polygon",
  rings: [[{ x, y }, { x: x + size, y }, { x: x + size, y: y + size }, { x, y: y + size }]],
});
const flats = 150 * Math.sqrt(3);

describe("spacingViolations", () => {
  it("lets buffers touch: parallel edges exactly 150 m apart pass, a millimetre less does not", () => {
    const plan: Plan = { ...EMPTY_PLAN, hotspots: [hotspot("a", hexagon(0, 0)), hotspot("b", hexagon(0, flats + 150))] };
    expect(spacingViolations(plan)).toEqual([]);
    const [violation] = spacingViolations(plan, [hotspot("b", hexagon(0, flats + 149.999))]);
    expect(violation).toMatchObject({ kind: "buffers-overlap", a: "b", b: "a", needed: 150 });
    expect(violation.gap).toBeCloseTo(149.999, 9);
    expect(describeViolation(plan, violation)).toBe("B is 149.9 m from A; needs 150 m");
  });

  it("lets hexagons of one tessellation stand side by side where there is no buffer, but not overlap", () => {
    const plan: Plan = { ...EMPTY_PLAN, buffer: 0, hotspots: [hotspot("a", hexagon(0, 0)), hotspot("b", hexagon(0, flats))] };
    expect(spacingViolations(plan)).toEqual([]);
    expect(spacingViolations(plan, [hotspot("b", hexagon(0, flats - 0.01))])).toHaveLength(1);
    expect(spacingViolations(plan, [hotspot("b", hexagon(0, 0))])).toHaveLength(1);
  });

  it("checks several dragged hotspots against each other once and against the rest", () => {
    const plan: Plan = { ...EMPTY_PLAN, hotspots: ["a", "b", "c"].map((id, i) => hotspot(id, hexagon(1000 * i, 0))) };
    const found = spacingViolations(plan, [hotspot("a", hexagon(2000, 300)), hotspot("b", hexagon(2000, -300))]);
    expect(found.map(({ a, b }) => a + b).sort()).toEqual(["ac", "bc"]);
    const closer = spacingViolations(plan, [hotspot("a", hexagon(2000, 150)), hotspot("b", hexagon(2000, -150))]);
    expect(closer.map(({ a, b }) => a + b).sort()).toEqual(["ab", "ac", "bc"]);
  });

  it("finds hotspots in exclusions, and lets a hotspot stand in the hole of one", () => {
    const ring: Polygon = { kind: "polygon", rings: [...square(-1000, -1000, 2000).rings, [...square(-400, -400, 800).rings[0]].reverse()] };
    const plan: Plan = { ...EMPTY_PLAN, hotspots: [hotspot("a", hexagon(0, 0))], exclusions: [{ id: "x", name: "Prison", reason: "", shape: ring }] };
    expect(spacingViolations(plan)).toEqual([]);
    const [inside] = spacingViolations(plan, [hotspot("a", hexagon(700, 0))]);
    expect(inside).toEqual({ kind: "in-exclusion", a: "a", b: "x", gap: 0, needed: 0 });
  });

  const patrolArea = (id: string, owner: string | null, shape: Polygon): PatrolArea => ({ id, name: id.toUpperCase(), hotspot: owner, shape, note: "" });

  it("keeps a patrol area two buffers from every hotspot but its own", () => {
    const area = patrolArea("p", "a", square(100, 0, 100));
    const plan: Plan = { ...EMPTY_PLAN, hotspots: [hotspot("a", hexagon(0, 0)), hotspot("b", hexagon(480, 0))], patrolAreas: [area] };
    const found = spacingViolations(plan, [area]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ kind: "buffers-overlap", a: "p", b: "b", needed: 150 });
    expect(found[0].gap).toBeCloseTo(130, 9);
    expect(spacingViolations(plan)).toEqual([{ ...found[0], a: "b", b: "p" }]);
    expect(describeViolation(plan, found[0])).toBe("P is 130 m from B; needs 150 m");
    expect(spacingViolations(plan, [patrolArea("p", "a", square(80, 0, 100))])).toEqual([]);
  });

  it("lets patrol areas of one hotspot overlap, and keeps those of different hotspots and free-standing ones two buffers apart", () => {
    const plan: Plan = { ...EMPTY_PLAN, patrolAreas: [patrolArea("p", "a", square(0, 0, 100)), patrolArea("q", "a", square(50, 0, 100))] };
    expect(spacingViolations(plan)).toEqual([]);
    const apart = (owner: string | null, gap: number) => spacingViolations({ ...plan, patrolAreas: [plan.patrolAreas[0], patrolArea("r", owner, square(100 + gap, 0, 100))] });
    expect(apart("b", 149)).toEqual([{ kind: "buffers-overlap", a: "p", b: "r", gap: 149, needed: 150 }]);
    expect(apart(null, 149)).toHaveLength(1);
    expect(apart("b", 150)).toEqual([]);
    expect(apart("a", 10)).toEqual([]);
  });

  it("lets an overruled exclusion exclude nothing", () => {
    const exclusion = { id: "x", name: "School", reason: "", shape: square(-50, -50, 100) };
    const plan: Plan = { ...EMPTY_PLAN, hotspots: [hotspot("a", hexagon(0, 0))], exclusions: [exclusion] };
    expect(spacingViolations(plan).map(({ kind }) => kind)).toEqual(["in-exclusion"]);
    expect(obstaclesOf(plan, plan.hotspots[0])).toHaveLength(1);
    const overruled = { ...plan, exclusions: [{ ...exclusion, overruled: "Closed in 2019" }] };
    expect(spacingViolations(overruled)).toEqual([]);
    expect(obstaclesOf(overruled, plan.hotspots[0])).toEqual([]);
  });

  it("answers for candidates exactly what a check of the whole plan finds about them", () => {
    const near = fc.integer({ min: 0, max: 900 });
    const shapes = fc.record({ x: near, y: near, rotation: fc.double({ min: 0, max: 1, noNaN: true }) });
    const polygons = fc.record({ x: near, y: near, size: fc.integer({ min: 10, max: 300 }) }).map(({ x, y, size }) => square(x, y, size));
    const owner = fc.constantFrom(null, "h0", "h1", "h2");
    const plans = fc.record({
      hotspots: fc.array(shapes, { maxLength: 4 }),
      areas: fc.array(fc.record({ owner, shape: polygons }), { maxLength: 5 }),
      exclusions: fc.array(fc.record({ shape: polygons, overruled: fc.boolean() }), { maxLength: 5 }),
      buffer: fc.constantFrom(0, 30, 75),
    });
    fc.assert(
      fc.property(plans, fc.array(fc.nat(8), { maxLength: 3 }), ({ hotspots, areas, exclusions, buffer }, picked) => {
        const plan: Plan = {
          ...EMPTY_PLAN,
          buffer,
          hotspots: hotspots.map(({ x, y, rotation }, k) => hotspot(`h${k}`, hexagon(x, y, rotation))),
          patrolAreas: areas.map((one, k) => patrolArea(`p${k}`, one.owner, one.shape)),
          exclusions: exclusions.map(({ shape, overruled }, k) => ({ id: `x${k}`, name: `X${k}`, reason: "", shape, ...(overruled && { overruled: "why" }) })),
        };
        const ground = [...plan.hotspots, ...plan.patrolAreas];
        const candidates = ground.filter((_, k) => picked.includes(k));
        const ids = new Set(candidates.map(({ id }) => id));
        const pairs = (found: readonly { a: string; b: string }[]) => new Set(found.map(({ a, b }) => [a, b].toSorted((one, other) => one.localeCompare(other)).join(" ")));
        const all = spacingViolations(plan);
        expect(pairs(spacingViolations(plan, candidates))).toEqual(pairs(all.filter(({ a, b }) => ids.has(a) || ids.has(b))));
        expect(all.some(({ b }) => plan.exclusions.some(({ id, overruled }) => id === b && overruled !== undefined))).toBe(false);
        // Seen from a hotspot as obstacles the rules are the same.
        for (const one of plan.hotspots) {
          const broken = obstaclesOf(plan, one).filter(({ shape, needed }) => gapTooSmall(one.shape, shape, needed) !== null);
          expect(new Set(broken.map(({ id }) => id))).toEqual(new Set(all.filter(({ a, b }) => a === one.id || b === one.id).map(({ a, b }) => (a === one.id ? b : a))));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("knows the nearest neighbour, also of a hotspot that is not yet in the plan", () => {
    const plan: Plan = { ...EMPTY_PLAN, hotspots: [hotspot("a", hexagon(0, 0)), hotspot("b", hexagon(2000, 0))] };
    const nearest = nearestNeighbour(plan, hotspot("new", hexagon(1200, 0)));
    expect(nearest?.id).toBe("b");
    expect(nearest?.gap).toBeCloseTo(500, 9);
    expect(nearestNeighbour({ ...plan, hotspots: [plan.hotspots[0]] }, plan.hotspots[0])).toBeNull();
  });
});
