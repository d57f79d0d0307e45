// Which incidents lie in any of some shapes.

import { bounds } from "../../geo/bounds.ts";
import { containsTest } from "../../geo/contains.ts";
import type { Shape } from "../../geo/types.ts";

/** Indices, ascending; each once. @param x, y - m */
export function rowsInside(shapes: readonly Shape[], x: Float64Array, y: Float64Array): number[] {
  const parts = shapes.map((shape) => ({ box: bounds(shape), inside: containsTest(shape) }));
  const rows: number[] = [];
  for (let i = 0; i < x.length; i++) {
    for (const { box, inside } of parts) {
      if (x[i] < box.minX || x[i] > box.maxX || y[i] < box.minY || y[i] > box.maxY || !inside(x[i], y[i])) continue;
      rows.push(i);
      break;
    }
  }
  return rows;
}
