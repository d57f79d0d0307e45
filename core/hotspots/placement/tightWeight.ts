// A tighter bound on the weight inside any hexagon of a small box, by looking at smaller and smaller boxes within it.

import { acrossFlats } from "../../geo/hexagon.ts";
import type { PointIndex } from "../../geo/pointIndex.ts";
import { withinDistance } from "../../geo/withinDistance.ts";
import { takeRows } from "../../incidents/takeRows.ts";
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
function ringAbout(index: PointIndex, box: Box, near: number, far: number): { sure: number; ring: PointIndex } {
  const found: number[] = [];
  let sure = 0;
  withinDistance(index, box.x, box.y, far + 1e-6, (i, squared) => {
    if (near >= 0 && squared <= near * near) sure += index.weight[i];
    else found.push(i);
  });
  const ring = { x: takeRows(index.x, found), y: takeRows(index.y, found), weight: takeRows(index.weight, found), starts: Uint32Array.of(0, found.length) };
  return { sure, ring: { ...index, ...ring, originX: box.x - 4 * far, originY: box.y - 4 * far, cell: 8 * far, columns: 1, rows: 1 } };
}
