// A plan to begin with: twelve hexagons on the town's hot places, two of them too close, three patrol areas, two exclusions.

import { containsTest } from "../../core/geo/contains.ts";
import { leftOf } from "../../core/geo/segment.ts";
import type { Hexagon, Point, Polygon } from "../../core/geo/types.ts";
import { EMPTY_PLAN, type Exclusion, type Hotspot, type PatrolArea, type Plan } from "../../core/plan/plan.ts";
import { grounds } from "./ground.ts";
import { hotCells, type HotCell, SIDE } from "./hotCells.ts";
import type { Incident } from "./incidents.ts";
import { onGrid } from "./site.ts";

const SPACED = 11;
/** The gap of the twelfth hotspot to the fourth, m: less than the 150 m that two buffers of 75 m need. */
const TOO_CLOSE = 82;

export function starterPlan(incidents: readonly Incident[]): Plan {
  const cells = hotCells(incidents, SPACED);
  const hotspots = cells.map((cell, i) => hotspot(i + 1, cell.shape, i + 1, ""));
  const fourth = cells[3].shape;
  const close: Hexagon = { ...fourth, centre: { x: fourth.centre.x, y: fourth.centre.y + Math.sqrt(3) * SIDE + TOO_CLOSE } };
  hotspots.push(hotspot(12, close, null, "Placed by hand, too close to H4: drag it away."));
  const patrolAreas = [0, 1, 2].map((k) => patrolArea(13 + k, k + 1, cells[k], incidents));
  const exclusions: Exclusion[] = ["hospital", "prison"].map((kind, k) => {
    const area = grounds.find((one) => one.kind === kind)!;
    return {
      id: `E${16 + k}`,
      name: area.name,
      reason: `Records are stacked on the ${kind}'s address; street patrols cannot act on them.`,
      shape: onPlane(area.ring),
    };
  });
  return { ...EMPTY_PLAN, hotspots, patrolAreas, exclusions, next: 18 };
}

const hotspot = (number: number, shape: Hexagon, rank: number | null, note: string): Hotspot => ({
  id: `H${number}`, name: `H${number}`, shape: { ...shape, centre: onGrid(shape.centre) }, rank, note, locked: false,
});

/** The hull of the fullest addresses of a hotspot: those with two thirds of its incidents, and at least a dozen. */
function patrolArea(number: number, ofHotspot: number, { shape }: HotCell, incidents: readonly Incident[]): PatrolArea {
  const inside = containsTest(shape);
  const counts = new Map<Point, number>();
  for (const { address: { at } } of incidents) if (inside(at.x, at.y)) counts.set(at, (counts.get(at) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const all = ranked.reduce((sum, [, count]) => sum + count, 0);
  let held = 0;
  const fullest = ranked.filter(([, count], i) => (held += count) - count < (2 / 3) * all || i < 12).map(([at]) => at);
  return { id: `A${number}`, name: `A${number}`, hotspot: `H${ofHotspot}`, shape: onPlane(hull(fullest)), note: "" };
}

const onPlane = (ring: readonly Point[]): Polygon => ({ kind: "polygon", rings: [ring.map(onGrid)] });

/** Andrew's monotone chain (1979): the convex hull, anticlockwise. */
function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const p of list) {
      while (chain.length > 1 && leftOf(chain[chain.length - 2], chain[chain.length - 1], p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
