// How a shape was moved and turned to become another; null where it was reshaped too.

import { centroid } from "./centroid.ts";
import { turnBetween } from "./hexagon.ts";
import type { Point, Polygon, Shape } from "./types.ts";

export interface RigidMotion {
  /** Of the centroid, m. */
  readonly dx: number;
  readonly dy: number;
  /** Anticlockwise about the centroid, radians in (-π, π]; of a hexagon in (-π/6, π/6], after which it looks the same. */
  readonly turn: number;
}

/** Corners may be off by a micrometre or a billionth of the shape: rounding. */
const ROUNDING = 1e-6;

export function rigidMotion(from: Shape, to: Shape): RigidMotion | null {
  const a = centroid(from), b = centroid(to);
  const shift = { dx: b.x - a.x, dy: b.y - a.y };
  if (from.kind === "hexagon" && to.kind === "hexagon") {
    if (from.side !== to.side) return null;
    return { ...shift, turn: turnBetween(from.rotation, to.rotation) };
  }
  if (from.kind !== "polygon" || to.kind !== "polygon") return null;
  const turn = polygonTurn(from, a, to, b);
  return turn === null ? null : { ...shift, turn };
}

/** The turn that brings the corners nearest to each other (Kabsch 1976, in the plane), where it brings them together. */
function polygonTurn(from: Polygon, a: Point, to: Polygon, b: Point): number | null {
  if (from.rings.length !== to.rings.length || from.rings.some((ring, i) => ring.length !== to.rings[i].length)) return null;
  const pairs = from.rings.flatMap((ring, i) =>
    ring.map((corner, j) => ({ px: corner.x - a.x, py: corner.y - a.y, qx: to.rings[i][j].x - b.x, qy: to.rings[i][j].y - b.y })),
  );
  let cross = 0, dot = 0, size = 0;
  for (const { px, py, qx, qy } of pairs) {
    cross += px * qy - py * qx;
    dot += px * qx + py * qy;
    size = Math.max(size, Math.hypot(px, py));
  }
  const turn = Math.atan2(cross, dot), cos = Math.cos(turn), sin = Math.sin(turn);
  const off = pairs.some(({ px, py, qx, qy }) => Math.hypot(px * cos - py * sin - qx, px * sin + py * cos - qy) > ROUNDING + 1e-9 * size);
  if (off) return null;
  return Math.abs(turn) * size <= ROUNDING ? 0 : turn;
}
