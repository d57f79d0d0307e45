// Slanting lines across a shape: a fill that can be told apart without colour and shows what lies under it.

import { rings } from "../../core/geo/rings.ts";
import type { Point, Shape } from "../../core/geo/types.ts";

export type Segment = readonly [Point, Point];

const MOST_LINES = 400;

/**
 * The parts inside the shape (even-odd, so holes stay free) of lines at 45°, `spacing` metres apart and aligned to
 * the plane, so that the hatches of neighbours line up.
 */
export function hatchLines(shape: Shape, spacing: number): Segment[] {
  // Along the lines u = (x + y) / √2 grows; v = (y - x) / √2 tells them apart.
  const turned = rings(shape).map((ring) => ring.map(({ x, y }) => ({ u: (x + y) * Math.SQRT1_2, v: (y - x) * Math.SQRT1_2 })));
  const vs = turned.flat().map(({ v }) => v);
  const least = vs.reduce((a, b) => Math.min(a, b)), most = vs.reduce((a, b) => Math.max(a, b));
  const step = Math.max(spacing, (most - least) / MOST_LINES);
  const out: Segment[] = [];
  for (let v = Math.ceil(least / step) * step; v < most; v += step) {
    const crossings: number[] = [];
    for (const ring of turned) {
      ring.forEach((a, i) => {
        const b = ring[(i + 1) % ring.length];
        if (a.v > v !== b.v > v) crossings.push(a.u + ((v - a.v) / (b.v - a.v)) * (b.u - a.u));
      });
    }
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) out.push([point(crossings[k], v), point(crossings[k + 1], v)]);
  }
  return out;
}

const point = (u: number, v: number): Point => ({ x: (u - v) * Math.SQRT1_2, y: (u + v) * Math.SQRT1_2 });
