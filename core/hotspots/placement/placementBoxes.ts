// Boxes of placements: centres in a square, rotations in an interval. What a hexagon of the box can hold at most, and surely covers.

import { acrossFlats } from "../../geo/hexagon.ts";
import type { PointIndex } from "../../geo/pointIndex.ts";

/** All hexagons with centres in the square of half width `half` m about (x, y), turned by `rotation` ± `turn` radians. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly rotation: number;
  readonly turn: number;
}

const HEIGHT = Math.sqrt(3) / 2;
/** Rounding of coordinates and angles is far below this; m. */
const HAIR = 1e-7;

/**
 * An upper bound on the weight inside any hexagon of the box: of all locations that some hexagon of it may hold.
 *
 * A hexagon is the part of the plane within a = √3/2 · side of its centre along three axes n₀, n₁, n₂ (across its flats). For a
 * location at d from the box's centre, turning by up to h brings |n·d| down to |n·d| cos h − |t·d| sin h (t across n) at
 * best, moving the centre by up to s = half (|n_x| + |n_y|) further, so the location may be inside only if
 *   |n·d| cos h − |t·d| sin h ≤ a + s   for all three axes, and |d| ≤ side + half √2.
 * Locations that may be inside by one axis only lie in two strips on opposite sides of the hexagon: moving it towards one
 * strip moves it away from the other. So of these only the most that one shift u ∈ [−s, s] along the axis can hold are added.
 */
export function outerWeight({ starts, x, y, weight, originX, originY, cell, columns, rows }: PointIndex, side: number, box: Box): number {
  const { half, turn } = box;
  const apothem = acrossFlats(side) / 2, far = side + half * Math.SQRT2 + HAIR;
  const cos = Math.cos(box.rotation + Math.PI / 6), sin = Math.sin(box.rotation + Math.PI / 6);
  const cosTurn = Math.cos(turn), sinTurn = Math.sin(turn);
  // How far the centre may move along each axis, wherever in the interval the axis points.
  const shift = (c: number, s: number): number => Math.min(half * Math.SQRT2, half * (Math.abs(c) + Math.abs(s)) + half * Math.SQRT2 * turn) + HAIR;
  const s0 = shift(cos, sin), s1 = shift(cos / 2 - HEIGHT * sin, sin / 2 + HEIGHT * cos), s2 = shift(-cos / 2 - HEIGHT * sin, HEIGHT * cos - sin / 2);
  const first = Math.max(0, Math.floor((box.x - far - originX) / cell)), last = Math.min(columns - 1, Math.floor((box.x + far - originX) / cell));
  const bottom = Math.max(0, Math.floor((box.y - far - originY) / cell)), top = Math.min(rows - 1, Math.floor((box.y + far - originY) / cell));
  let sum = 0, strips = 0;
  if (first > last) return 0;
  for (let row = bottom; row <= top; row++) {
    const to = starts[row * columns + last + 1];
    for (let i = starts[row * columns + first]; i < to; i++) {
      const dx = x[i] - box.x, dy = y[i] - box.y;
      if (dx * dx + dy * dy > far * far) continue;
      const n0 = dx * cos + dy * sin, t0 = dy * cos - dx * sin;
      const n1 = n0 / 2 + HEIGHT * t0, t1 = t0 / 2 - HEIGHT * n0;
      const n2 = HEIGHT * t0 - n0 / 2, t2 = -HEIGHT * n0 - t0 / 2;
      // By how much the hexagon must move along each axis at least, and at most without fail.
      const m0 = Math.abs(n0) * cosTurn - Math.abs(t0) * sinTurn - apothem;
      if (m0 > s0) continue;
      const m1 = Math.abs(n1) * cosTurn - Math.abs(t1) * sinTurn - apothem;
      if (m1 > s1) continue;
      const m2 = Math.abs(n2) * cosTurn - Math.abs(t2) * sinTurn - apothem;
      if (m2 > s2) continue;
      const o0 = m0 > -s0, o1 = m1 > -s1, o2 = m2 > -s2;
      if (o0 && !o1 && !o2) strips = pushStrip(strips, 0, n0, m0, weight[i]);
      else if (o1 && !o0 && !o2) strips = pushStrip(strips, 1, n1, m1, weight[i]);
      else if (o2 && !o0 && !o1) strips = pushStrip(strips, 2, n2, m2, weight[i]);
      else sum += weight[i];
    }
  }
  return strips === 0 ? sum : sum + mostOfStrips(strips);
}

// Locations in strips: their axis, the shift from which (far side, > 0) or up to which (near side) they are inside, their weight.
let stripAxis = new Uint8Array(256), stripAt = new Float64Array(256), stripWeight = new Float64Array(256);

function pushStrip(count: number, axis: number, along: number, must: number, weight: number): number {
  if (count === stripAxis.length) {
    const wider = 2 * count;
    const axes = new Uint8Array(wider), at = new Float64Array(wider), weights = new Float64Array(wider);
    axes.set(stripAxis);
    at.set(stripAt);
    weights.set(stripWeight);
    [stripAxis, stripAt, stripWeight] = [axes, at, weights];
  }
  // Far side: inside from a shift of `must` on, kept as +; near side: inside up to −must, its axis kept as 3 + axis.
  stripAxis[count] = along > 0 ? axis : axis + 3;
  stripAt[count] = along > 0 ? must : -must;
  stripWeight[count] = weight;
  return count + 1;
}

/** Σ over the axes of max over shifts u of Σ weight [u ≥ at, far side] + Σ weight [u ≤ at, near side]. */
function mostOfStrips(count: number): number {
  let sum = 0;
  for (let axis = 0; axis < 3; axis++) {
    let most = 0;
    // The most is held at a shift at which a location of the far side just comes in, or at the very near end.
    for (let k = -1; k < count; k++) {
      if (k >= 0 && stripAxis[k] !== axis) continue;
      const u = k < 0 ? -Infinity : stripAt[k];
      let here = 0;
      for (let i = 0; i < count; i++) {
        if (stripAxis[i] === axis ? u >= stripAt[i] - HAIR : stripAxis[i] === axis + 3 && u <= stripAt[i] + HAIR) here += stripWeight[i];
      }
      if (here > most) most = here;
    }
    sum += most;
  }
  return sum;
}

/**
 * Whether a point at d from the box's centre lies within `reach` of every hexagon of the box. The distance to a hexagon is convex in
 * its centre, so the four corners of the square decide; and for a given length of d it grows from the direction of a corner of
 * the hexagon to that of a flat, so of all rotations the one nearest to a flat decides.
 */
export function coreTest(side: number, { half, rotation, turn }: Omit<Box, "x" | "y">, reach: number): (dx: number, dy: number) => boolean {
  const cos = Math.cos(rotation), sin = Math.sin(rotation), cosTurn = Math.cos(turn), sinTurn = Math.sin(turn);
  const apothem = HEIGHT * side, most = reach - HAIR;
  const corner = (dx: number, dy: number): boolean => {
    // Folded into the twelfth between the direction of a corner (0°) and that of a flat (30°), then turned towards the flat.
    let u = Math.abs(dx * cos + dy * sin), v = Math.abs(dy * cos - dx * sin);
    if (v > 2 * HEIGHT * u) [u, v] = [HEIGHT * v - u / 2, HEIGHT * u + v / 2];
    if (2 * HEIGHT * v > u) [u, v] = [u / 2 + HEIGHT * v, HEIGHT * u - v / 2];
    const turnedU = u * cosTurn - v * sinTurn, turnedV = u * sinTurn + v * cosTurn;
    if (2 * HEIGHT * turnedV >= turnedU) return u * u + v * v <= (apothem + most) ** 2;
    const out = HEIGHT * turnedU + turnedV / 2 - apothem, along = turnedU / 2 - HEIGHT * turnedV - side / 2;
    return out <= 0 ? most >= 0 || out <= most : along <= 0 ? out <= most : most > 0 && out * out + along * along <= most * most;
  };
  return (dx, dy) => corner(dx + half, dy + half) && corner(dx - half, dy - half) && corner(dx - half, dy + half) && corner(dx + half, dy - half);
}

/**
 * The side of a hexagon about the box's centre and middle rotation that lies in every hexagon of the box; 0 or less where there is none.
 * Turning by h leaves a corner at a / cos(30° − h) inside; moving by half √2 takes that off each flat.
 */
export const innerSide = (side: number, { half, turn }: Box): number =>
  acrossFlats(side) / 2 / Math.cos(Math.PI / 6 - Math.min(turn, Math.PI / 6)) - (2 * half * Math.SQRT2) / Math.sqrt(3);
