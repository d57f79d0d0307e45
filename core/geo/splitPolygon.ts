// Splits a polygon along a drawn line.

import { InputError } from "../errors.ts";
import { difference, intersection, union } from "./booleans.ts";
import { bounds, pointBounds } from "./bounds.ts";
import { contains } from "./contains.ts";
import { drawingFaults } from "./polygonFaults.ts";
import type { Point, Polygon } from "./types.ts";

/**
 * The line is carried on straight beyond its ends and everything to its left is cut from everything to its right; then
 * parts that only the carried-on line had cut are joined again, so that the polygon parts only where the line was drawn.
 *
 * @param line - two or more points; it should start and end outside the polygon (or in a hole)
 * @returns at least two polygons
 * @throws InputError where the line crosses itself or does not divide the polygon
 */
export function splitPolygon(polygon: Polygon, line: readonly Point[]): Polygon[] {
  if (line.length < 2) throw new InputError(`The line has ${line.length} points; it needs at least 2. Click on both sides of the polygon.`);
  const box = pointBounds([...line, ...polygon.rings[0]]);
  const middle = { x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2 };
  const reach = 2 * Math.hypot(box.maxX - box.minX, box.maxY - box.minY);
  const start = carriedOn(line[1], line[0], middle, reach), end = carriedOn(line[line.length - 2], line[line.length - 1], middle, reach);
  const whole = [start, ...line, end];
  if (drawingFaults(whole).some(({ kind }) => kind === "self-crossing")) {
    throw new InputError("The line crosses itself, or would if carried on beyond its ends. Draw it without a loop.");
  }
  const left: Polygon = { kind: "polygon", rings: [[...whole, ...arc(end, start, middle, reach)]] };
  const parts = [...intersection(polygon, left), ...difference(polygon, [left])];

  const group = parts.map((_, i) => i);
  for (const [from, to] of [[start, line[0]], [line[line.length - 1], end]] as const) {
    for (const [a, b] of bothSides(polygon, from, to)) {
      const i = parts.findIndex((part) => contains(part, a.x, a.y)), j = parts.findIndex((part) => contains(part, b.x, b.y));
      if (i < 0 || j < 0 || group[i] === group[j]) continue;
      const old = group[j];
      group.forEach((g, k) => (group[k] = g === old ? group[i] : g));
    }
  }
  const split = [...new Set(group)].flatMap((g) => union(parts.filter((_, i) => group[i] === g)));
  if (split.length < 2) {
    throw new InputError("The line does not divide the polygon. Draw it from outside, across, to outside again.");
  }
  return split;
}

/** The point on the circle about `middle` at which the line from a through b leaves it. */
function carriedOn(a: Point, b: Point, middle: Point, reach: number): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const ux = (b.x - a.x) / length, uy = (b.y - a.y) / length;
  const dx = b.x - middle.x, dy = b.y - middle.y;
  const along = dx * ux + dy * uy;
  const t = -along + Math.sqrt(along * along - (dx * dx + dy * dy) + reach * reach);
  return { x: b.x + t * ux, y: b.y + t * uy };
}

/** Points on the circle from one point anticlockwise to another: it closes the half of the plane to the left. */
function arc(from: Point, to: Point, middle: Point, reach: number): Point[] {
  const first = Math.atan2(from.y - middle.y, from.x - middle.x);
  const last = Math.atan2(to.y - middle.y, to.x - middle.x);
  const turn = last > first ? last - first : last - first + 2 * Math.PI;
  // 1.5 reach and steps under 30°: every chord stays outside the circle, so far from the polygon.
  return Array.from({ length: 13 }, (_, k) => first + (turn * k) / 12).map((angle) => ({
    x: middle.x + 1.5 * reach * Math.cos(angle),
    y: middle.y + 1.5 * reach * Math.sin(angle),
  }));
}

/** A point to the left and one to the right of every stretch of a segment that lies in the polygon. */
function bothSides(polygon: Polygon, from: Point, to: Point): (readonly [Point, Point])[] {
  const { x, y } = from;
  const dx = to.x - x, dy = to.y - y, length = Math.hypot(dx, dy);
  const cuts = [0, 1];
  for (const ring of polygon.rings) {
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length];
      const ca = dx * (a.y - y) - dy * (a.x - x), cb = dx * (b.y - y) - dy * (b.x - x);
      if (ca > 0 === cb > 0) return;
      const s = ca / (ca - cb);
      cuts.push(((a.x + s * (b.x - a.x) - x) * dx + (a.y + s * (b.y - a.y) - y) * dy) / (length * length));
    });
  }
  const inside = cuts.filter((t) => t >= 0 && t <= 1).sort((a, b) => a - b);
  const { minX, minY, maxX, maxY } = bounds(polygon);
  const hair = 1e-6 * Math.hypot(maxX - minX, maxY - minY);
  return inside.slice(1).flatMap((t, i) => {
    const middle = (t + inside[i]) / 2;
    const px = x + middle * dx, py = y + middle * dy;
    if (!contains(polygon, px, py)) return [];
    const ox = (-dy / length) * hair, oy = (dx / length) * hair;
    return [[{ x: px + ox, y: py + oy }, { x: px - ox, y: py - oy }] as const];
  });
}
