// A point well inside a shape: for labels, and for asking on which side of another shape it lies.

import { bounds } from "./bounds.ts";
import type { Point, Polygon, Shape } from "./types.ts";

/**
 * The middle of the longest stretch of the shape along a horizontal line half way up (the line is moved to
 * where no corner lies on it). A hexagon answers its centre.
 */
export function interiorPoint(shape: Shape): Point {
  if (shape.kind === "hexagon") return shape.centre;
  let point = known.get(shape);
  if (!point) known.set(shape, (point = middleOfWidest(shape)));
  return point;
}

// Shapes are immutable, so it is worked out once.
const known = new WeakMap<Polygon, Point>();

function middleOfWidest(shape: Polygon): Point {
  const { minY, maxY } = bounds(shape);
  const heights = [...new Set(shape.rings.flat().map(({ y }) => y))].sort((a, b) => a - b);
  const middle = (minY + maxY) / 2;
  const above = heights.findIndex((y) => y > middle);
  const y = above <= 0 ? middle : (heights[above - 1] + heights[above]) / 2;
  const crossings: number[] = [];
  for (const ring of shape.rings) {
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length];
      if (from.y > y !== to.y > y) crossings.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x));
    });
  }
  crossings.sort((a, b) => a - b);
  let best: Point = shape.rings[0][0], widest = 0;
  for (let k = 0; k + 1 < crossings.length; k += 2) {
    const width = crossings[k + 1] - crossings[k];
    if (width > widest) [widest, best] = [width, { x: (crossings[k] + crossings[k + 1]) / 2, y }];
  }
  return best;
}
