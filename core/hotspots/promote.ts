// Makes hotspots of the cells with the most incidents.

import { rotateShape } from "../geo/rotateShape.ts";
import { normaliseRotation } from "../geo/hexagon.ts";
import { orient } from "../geo/orient.ts";
import type { Point, Shape } from "../geo/types.ts";
import type { Addition } from "../plan/edits/edit.ts";
import type { Hotspot, Plan } from "../plan/plan.ts";
import { spacingViolations, type Violation } from "./spacing.ts";
import type { Tessellation } from "./tessellate.ts";

export interface Promotion extends Addition {
  /** Cells passed over, by rank, and what each would have violated. */
  readonly passedOver: readonly { readonly rank: number; readonly violation: Violation }[];
}

/**
 * Adds the n cells of highest rank as hotspots, with their rank; cells without incidents are never taken.
 * @param keepApart - pass over a cell whose hotspot would break a spacing rule with the plan or with one taken before it
 *   (greedy by rank); otherwise take the first n whatever they break
 */
export function promote(plan: Plan, cells: Tessellation, n: number, { keepApart }: { readonly keepApart: boolean }): Promotion {
  const byRank = new Uint32Array(cells.count.length);
  cells.rank.forEach((rank, k) => (byRank[rank - 1] = k));
  const added: string[] = [];
  const passedOver: { rank: number; violation: Violation }[] = [];
  let next = plan;
  for (const k of byRank) {
    if (added.length === n || !(cells.count[k] > 0)) break;
    const hotspot: Hotspot = {
      id: `h${next.next}`,
      name: `H${next.next}`,
      shape: cellShape(cells, k),
      rank: cells.rank[k],
      note: "",
      locked: false,
    };
    const [violation] = keepApart ? spacingViolations(next, [hotspot]) : [];
    if (violation) {
      passedOver.push({ rank: cells.rank[k], violation });
      continue;
    }
    next = { ...next, hotspots: [...next.hotspots, hotspot], next: next.next + 1 };
    added.push(hotspot.id);
  }
  return { plan: next, label: `Promote ${added.length} ${added.length === 1 ? "cell" : "cells"} to hotspots`, skipped: [], added, passedOver };
}

/** The shape of a cell: a hexagon, or the polygon of a square or an H3 cell; m. */
export function cellShape(cells: Tessellation, k: number): Shape {
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
