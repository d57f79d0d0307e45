// Tells whether six corners are a regular hexagon, and which.

import { hexagonRing, normaliseRotation } from "../geo/hexagon.ts";
import type { Hexagon, Point, Ring } from "../geo/types.ts";

const SIXTH_TURN = Math.PI / 3;

/**
 * The least-squares regular hexagon of six corners, in either order: with corners zₖ about their mean and
 * w = Σ zₖ e^(-ikπ/3) / 6, its side is |w| and its rotation arg w.
 * @param tolerance the farthest a corner may lie from where the regular hexagon has it, m: files round corners.
 * @returns null for any other ring.
 */
export function hexagonFromRing(ring: Ring, tolerance = 0.02): Hexagon | null {
  if (ring.length !== 6) return null;
  const centre: Point = {
    x: ring[0].x + mean(ring.map((corner) => corner.x - ring[0].x)),
    y: ring[0].y + mean(ring.map((corner) => corner.y - ring[0].y)),
  };
  for (const corners of [ring, ring.toReversed()]) {
    const turned = corners.map(({ x, y }, k) => {
      const dx = x - centre.x, dy = y - centre.y;
      const cos = Math.cos(k * SIXTH_TURN), sin = Math.sin(k * SIXTH_TURN);
      return { x: dx * cos + dy * sin, y: dy * cos - dx * sin };
    });
    const wx = mean(turned.map((corner) => corner.x)), wy = mean(turned.map((corner) => corner.y));
    const side = Math.hypot(wx, wy);
    if (side > 10 * tolerance && turned.every((corner) => Math.hypot(corner.x - wx, corner.y - wy) <= tolerance)) {
      return { kind: "hexagon", centre, side, rotation: normaliseRotation(Math.atan2(wy, wx)) };
    }
  }
  return null;
}

/** The farthest that a corner of one hexagon lies from the nearest corner of the other, m. */
export function cornerDistance(a: Hexagon, b: Hexagon): number {
  const others = hexagonRing(b);
  return Math.max(...hexagonRing(a).map((corner) => Math.min(...others.map((other) => Math.hypot(corner.x - other.x, corner.y - other.y)))));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
