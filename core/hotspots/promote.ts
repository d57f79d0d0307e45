// Makes hotspots of cells, the best first.

import { rotateShape } from "../geo/rotateShape.ts";
import { normaliseRotation } from "../geo/hexagon.ts";
import { orient } from "../geo/orient.ts";
import type { Point, Shape } from "../geo/types.ts";
import type { Addition } from "../plan/edits/edit.ts";
import type { Hotspot, Plan } from "../plan/plan.ts";
import { describeViolation, spacingViolations, type Violation } from "./spacing.ts";
import type { Tessellation } from "./tessellate.ts";

/** What a cell's shape follows from. */
export type CellShapes = Pick<Tessellation, "kind" | "side" | "rotation" | "x" | "y"> & Partial<Pick<Tessellation, "corners">>;

export interface PassedOver {
  readonly cell: number;
  readonly rank: number;
  /** Every rule that its hotspot would break, and the first of them in words. */
  readonly violations: readonly Violation[];
  readonly why: string;
}

export interface Promotion extends Addition {
  readonly passedOver: readonly PassedOver[];
}

/**
 * Adds n cells as hotspots, whose rank is their place in the order.
 * @param order - indices of the cells, best first
 * @param keepApart - pass over a cell whose hotspot would break a spacing rule with the plan or with one taken before it
 *   (greedy in the order); otherwise take the first n whatever they break
 */
export function promote(plan: Plan, cells: CellShapes, order: ArrayLike<number>, n: number, { keepApart }: { readonly keepApart: boolean }): Promotion {
  const added: string[] = [];
  const passedOver: PassedOver[] = [];
  let next = plan;
  for (let i = 0; i < order.length && added.length < n; i++) {
    const cell = order[i], rank = i + 1;
    const hotspot: Hotspot = { id: `h${next.next}`, name: `H${next.next}`, shape: cellShape(cells, cell), rank, note: "", locked: false };
    const violations = keepApart ? spacingViolations(next, [hotspot]) : [];
    if (violations.length > 0) {
      const tried = { ...next, hotspots: [...next.hotspots, { ...hotspot, name: `Number ${rank}` }] };
      passedOver.push({ cell, rank, violations, why: describeViolation(tried, violations[0]) });
      continue;
    }
    next = { ...next, hotspots: [...next.hotspots, hotspot], next: next.next + 1 };
    added.push(hotspot.id);
  }
  return { plan: next, label: `Promote ${added.length} ${added.length === 1 ? "cell" : "cells"} to hotspots`, skipped: [], added, passedOver };
}

/** The cells with incidents by their rank. */
export function byRank({ count, rank }: Pick<Tessellation, "count" | "rank">): Uint32Array {
  const order = new Uint32Array(rank.length);
  rank.forEach((place, cell) => (order[place - 1] = cell));
  return order.filter((cell) => count[cell] > 0);
}

/** The shape of a cell: a hexagon, or the polygon of a square or an H3 cell; m. */
export function cellShape(cells: CellShapes, k: number): Shape {
  const centre: Point = { x: cells.x[k], y: cells.y[k] };
  if (cells.kind === "hexagon") return { kind: "hexagon", centre, side: cells.side, rotation: normaliseRotation(cells.rotation) };
  if (cells.corners) {
    const { x, y, starts } = cells.corners;
    const ring: Point[] = [];
    for (let i = starts[k]; i < starts[k + 1]; i++) ring.push({ x: x[i], y: y[i] });
    return orient({ kind: "polygon", rings: [ring] });
  }
  const half = cells.side / 2;
  const ring = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([i, j]) => ({ x: centre.x + i * half, y: centre.y + j * half }));
  return rotateShape({ kind: "polygon", rings: [ring] }, cells.rotation, centre);
}
