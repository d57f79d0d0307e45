// The direction in which streets run at each place: along the nearest main road and river, otherwise by neighbourhood.

import type { Point } from "../../core/geo/types.ts";
import type { Random } from "../../core/stats/random.ts";
import { along, type Line } from "./curves.ts";

const CELL = 50;
const HALF = 4500;
const WIDE = (2 * HALF) / CELL;

/**
 * Directions have no sense (north is south), so they are added as (cos 2θ, sin 2θ), the tensor field of Chen et al.,
 * "Interactive procedural street modeling", SIGGRAPH 2008.
 *
 * @param guides - lines that streets follow within some 250 m
 * @returns the direction at a point, radians
 */
export function streetField(random: Random, guides: readonly Line[]): (p: Point) => number {
  const sources = guides.flatMap((line) => along(line, 40).map((s) => ({ ...s, reach: 200, weight: 1 })));
  for (let i = 0; i < 60; i++) {
    const at = { x: (random.uniform() - 0.5) * 2 * HALF, y: (random.uniform() - 0.5) * 2 * HALF };
    sources.push({ at, direction: Math.PI * random.uniform(), reach: 500, weight: 0.35 });
  }
  const cos = new Float64Array(WIDE * WIDE), sin = new Float64Array(WIDE * WIDE);
  for (const { at, direction, reach, weight } of sources) {
    const column = Math.floor((at.x + HALF) / CELL), row = Math.floor((at.y + HALF) / CELL), far = Math.ceil((3 * reach) / CELL);
    for (let j = Math.max(0, row - far); j <= Math.min(WIDE - 1, row + far); j++) {
      for (let i = Math.max(0, column - far); i <= Math.min(WIDE - 1, column + far); i++) {
        const dx = (i + 0.5) * CELL - HALF - at.x, dy = (j + 0.5) * CELL - HALF - at.y;
        const w = weight * Math.exp(-(dx * dx + dy * dy) / (reach * reach));
        cos[j * WIDE + i] += w * Math.cos(2 * direction);
        sin[j * WIDE + i] += w * Math.sin(2 * direction);
      }
    }
  }
  return ({ x, y }) => {
    const u = Math.min(WIDE - 1.001, Math.max(0, (x + HALF) / CELL - 0.5)), v = Math.min(WIDE - 1.001, Math.max(0, (y + HALF) / CELL - 0.5));
    const i = Math.floor(u), j = Math.floor(v), s = u - i, t = v - j;
    const at = (field: Float64Array): number =>
      (1 - t) * ((1 - s) * field[j * WIDE + i] + s * field[j * WIDE + i + 1]) +
      t * ((1 - s) * field[(j + 1) * WIDE + i] + s * field[(j + 1) * WIDE + i + 1]);
    return 0.5 * Math.atan2(at(sin), at(cos));
  };
}
