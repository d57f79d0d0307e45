// A tighter bound on the weight inside any hexagon of a small box, by looking at smaller and smaller boxes within it.

import { acrossFlats } from "../../geo/hexagon.ts";
import type { PointIndex } from "../../geo/pointIndex.ts";
import { outerWeight, type Box } from "./placementBoxes.ts";

/** Halvings of the box at most, and boxes looked at: where these end it, the bound is what is known by then. */
const DEPTH = 6, MOST_LOOKS = 600;
/** The eight parts of a box: its square in quarters, its turn in halves. */
const PARTS = [[-1, -1, -1], [1, -1, -1], [-1, 1, -1], [1, 1, -1], [-1, -1, 1], [1, -1, 1], [-1, 1, 1], [1, 1, 1]];

/**
 * A box a decimetre wide still claims locations that no one hexagon of it holds together, such as those along both ends of a street a
 * little longer than the hexagon is wide. Branch and bound on the outer weight: parts worth no more than what is already sure to be
 * the answer are left out.
 */
export function tightWeight(index: PointIndex, side: number, box: Box): number {
  const far = side + box.half * Math.SQRT2, near = acrossFlats(side) / 2 - box.half * Math.SQRT2 - 1e-6;
  const { sure, ring } = ringAbout(index, box, near, far);
  let looks = 0, least = 0;
  /** Raises `least` to a bound on all of the box; `most` bounds it already. */
  function look(at: Box, most: number, depth: number): void {
    if (most <= least) return;
    if (depth === 0 || looks > MOST_LOOKS || outerWeight(ring, side, { ...at, half: 0, turn: 0 }) >= most) {
      least = most;
      return;
    }
    const half = at.half / 2, turn = at.turn / 2;
    const parts = (turn > 0 ? PARTS : PARTS.slice(0, 4)).map(([u, v, t]): { part: Box; weight: number } => {
      const part: Box = { x: at.x + u * half, y: at.y + v * half, half, rotation: at.rotation + (turn > 0 ? t * turn : 0), turn };
      return { part, weight: outerWeight(ring, side, part) };
    });
    looks += parts.length;
    for (const { part, weight } of parts.toSorted((a, b) => b.weight - a.weight)) look(part, Math.min(most, weight), depth - 1);
  }
  look(box, outerWeight(ring, side, box), DEPTH);
  return sure + least;
}

/** The weight nearer than `near` to the box's centre, and an index of one cell of the locations from there to `far`. */
function ringAbout({ starts, x, y, weight, originX, originY, cell, columns, rows, ...rest }: PointIndex, box: Box, near: number, far: number): { sure: number; ring: PointIndex } {
  const first = Math.max(0, Math.floor((box.x - far - originX) / cell)), last = Math.min(columns - 1, Math.floor((box.x + far - originX) / cell));
  const bottom = Math.max(0, Math.floor((box.y - far - originY) / cell)), top = Math.min(rows - 1, Math.floor((box.y + far - originY) / cell));
  const found: number[] = [];
  let sure = 0;
  for (let row = bottom; row <= top && first <= last; row++) {
    for (let i = starts[row * columns + first], to = starts[row * columns + last + 1]; i < to; i++) {
      const distance = Math.hypot(x[i] - box.x, y[i] - box.y);
      if (distance <= near) sure += weight[i];
      else if (distance <= far + 1e-6) found.push(i);
    }
  }
  const pick = (column: Float64Array): Float64Array => Float64Array.from(found, (i) => column[i]);
  return {
    sure,
    ring: { ...rest, starts: Uint32Array.of(0, found.length), x: pick(x), y: pick(y), weight: pick(weight), originX: box.x - 4 * far, originY: box.y - 4 * far, cell: 8 * far, columns: 1, rows: 1 },
  };
}
