// The few curve operations that drawing a town takes; metres.

import { segmentDistanceSquared } from "../../core/geo/segment.ts";
import type { Point } from "../../core/geo/types.ts";

export type Line = readonly Point[];

export const polar = (radius: number, angle: number): Point => ({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) });

export function lineDistance(line: Line, p: Point): number {
  let least = Infinity;
  for (let i = 1; i < line.length; i++) least = Math.min(least, segmentDistanceSquared(p, line[i - 1], line[i]));
  return Math.sqrt(least);
}

export const gap = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export function lineLength(line: Line): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += gap(line[i - 1], line[i]);
  return sum;
}

/** Points every `step` metres along a line, with the direction there, radians. */
export function along(line: Line, step: number, first = step / 2): { at: Point; direction: number }[] {
  const out: { at: Point; direction: number }[] = [];
  let next = first;
  let passed = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1], b = line[i];
    const length = gap(a, b);
    const direction = Math.atan2(b.y - a.y, b.x - a.x);
    for (; next <= passed + length; next += step) {
      const t = (next - passed) / length;
      out.push({ at: { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) }, direction });
    }
    passed += length;
  }
  return out;
}

/** Where segment a1–a2 crosses b1–b2, as the share of the way from a1 to a2; null where they do not cross. */
export function crossing(a1: Point, a2: Point, b1: Point, b2: Point): number | null {
  const ax = a2.x - a1.x, ay = a2.y - a1.y, bx = b2.x - b1.x, by = b2.y - b1.y;
  const turn = ax * by - ay * bx;
  if (turn === 0) return null;
  const t = ((b1.x - a1.x) * by - (b1.y - a1.y) * bx) / turn;
  const s = ((b1.x - a1.x) * ay - (b1.y - a1.y) * ax) / turn;
  return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? t : null;
}

/** Douglas and Peucker (1973): drops points nearer than `tolerance` to the line through those kept. */
export function simplify(line: Line, tolerance: number): Point[] {
  if (line.length < 3) return [...line];
  const first = line[0], last = line[line.length - 1];
  let far = 0, at = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const d = segmentDistanceSquared(line[i], first, last);
    if (d > far) [far, at] = [d, i];
  }
  if (far <= tolerance * tolerance) return [first, last];
  return [...simplify(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplify(line.slice(at), tolerance)];
}

/** Catmull and Rom's curve through the given points, eight pieces between two. */
export function smooth(points: Line): Point[] {
  const out: Point[] = [];
  const at = (i: number): Point => points[Math.min(points.length - 1, Math.max(0, i))];
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let k = 0; k < 8; k++) {
      const t = k / 8;
      const blend = (p: number, q: number, r: number, s: number): number =>
        0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t ** 3);
      out.push({ x: blend(a.x, b.x, c.x, d.x), y: blend(a.y, b.y, c.y, d.y) });
    }
  }
  out.push(points[points.length - 1]);
  return out;
}

/** The outline of a line of the given width, anticlockwise. */
export function ribbon(line: Line, width: number): Point[] {
  const left: Point[] = [], right: Point[] = [];
  line.forEach((p, i) => {
    const a = line[Math.max(0, i - 1)], b = line[Math.min(line.length - 1, i + 1)];
    const length = gap(a, b);
    const nx = (-(b.y - a.y) / length) * (width / 2), ny = ((b.x - a.x) / length) * (width / 2);
    left.push({ x: p.x + nx, y: p.y + ny });
    right.push({ x: p.x - nx, y: p.y - ny });
  });
  return [...right, ...left.reverse()];
}
