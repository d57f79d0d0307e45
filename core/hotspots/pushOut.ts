// Moves a hexagon the least way to where it keeps clear of its neighbours.

import { hexagonRing } from "../geo/hexagon.ts";
import type { Hexagon, Point, Ring } from "../geo/types.ts";
import { isClear, type Obstacle } from "./obstacles.ts";

/** Past the limit by this much, so that rounding does not leave it short; m. */
const HAIR = 1e-9;

/**
 * Against one hexagon the answer is exact: the centres that come too close fill the Minkowski sum of the two hexagons,
 * widened by the gap that is needed, and the nearest point of its edge is taken. Between several neighbours that is
 * repeated; where it does not settle, or a polygon is in the way, 36 directions are searched to a centimetre.
 *
 * @param limit - m; @returns null where it cannot get clear within the limit
 */
export function pushOut(obstacles: readonly Obstacle[], hexagon: Hexagon, limit: number): Hexagon | null {
  if (isClear(obstacles, hexagon)) return hexagon;
  let next = hexagon;
  for (let round = 0; round < 12; round++) {
    const before = next;
    for (const { shape, needed } of obstacles) {
      if (shape.kind === "hexagon") next = { ...next, centre: pushedFrom(shape, next, needed) };
    }
    if (next.centre.x === before.centre.x && next.centre.y === before.centre.y) break;
  }
  const settled = moved(hexagon, next) <= limit && isClear(obstacles, next) ? next : null;
  return settled ?? searched(obstacles, hexagon, limit);
}

const moved = (from: Hexagon, to: Hexagon): number => Math.hypot(to.centre.x - from.centre.x, to.centre.y - from.centre.y);

/** The nearest centre at which `hexagon` is `needed` away from `from`; its own where it is already. */
function pushedFrom(from: Hexagon, hexagon: Hexagon, needed: number): Point {
  const { centre } = hexagon;
  const apart = Math.hypot(centre.x - from.centre.x, centre.y - from.centre.y);
  if (apart >= from.side + hexagon.side + needed) return centre;
  const ring = minkowskiSum(from, hexagon);
  let inside = true, least = Infinity;
  let foot: Point = centre, out: Point = { x: 0, y: 0 };
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length];
    const ex = b.x - a.x, ey = b.y - a.y, length = Math.hypot(ex, ey);
    if (length === 0) return;
    const dx = centre.x - a.x, dy = centre.y - a.y;
    if (ex * dy - ey * dx < 0) inside = false;
    const t = Math.min(1, Math.max(0, (dx * ex + dy * ey) / (length * length)));
    const q = { x: a.x + t * ex, y: a.y + t * ey };
    const far = Math.hypot(centre.x - q.x, centre.y - q.y);
    if (far < least) [least, foot, out] = [far, q, { x: ey / length, y: -ex / length }];
  });
  if (inside) return { x: foot.x + out.x * (needed + HAIR), y: foot.y + out.y * (needed + HAIR) };
  if (least >= needed) return centre;
  if (least === 0) return { x: foot.x + out.x * (needed + HAIR), y: foot.y + out.y * (needed + HAIR) };
  const scale = (needed + HAIR) / least;
  return { x: foot.x + (centre.x - foot.x) * scale, y: foot.y + (centre.y - foot.y) * scale };
}

/** The centres at which b touches or overlaps a (a hexagon is its own mirror image): edges of both by direction. */
function minkowskiSum(a: Hexagon, b: Hexagon): Ring {
  const ringA = hexagonRing(a), ringB = hexagonRing({ ...b, centre: { x: 0, y: 0 } });
  const steps = [...edgesOf(ringA), ...edgesOf(ringB)].sort((p, q) => p.angle - q.angle);
  const lowA = lowest(ringA), lowB = lowest(ringB);
  let x = lowA.x + lowB.x, y = lowA.y + lowB.y;
  return steps.map(({ dx, dy }) => {
    const corner = { x, y };
    x += dx;
    y += dy;
    return corner;
  });
}

const edgesOf = (ring: Ring) =>
  ring.map((from, i) => {
    const to = ring[(i + 1) % ring.length];
    const dx = to.x - from.x, dy = to.y - from.y;
    // From 0 at due east round to 2π; an edge that is flat to within rounding starts the round.
    const angle = Math.atan2(dy, dx);
    return { dx, dy, angle: angle < -1e-12 ? angle + 2 * Math.PI : angle };
  });

/** The lowest corner, of two the western one: anticlockwise from it the edges turn from east onwards. */
const lowest = (ring: Ring): Point =>
  ring.reduce((low, corner) => (corner.y < low.y - 1e-9 || (Math.abs(corner.y - low.y) <= 1e-9 && corner.x < low.x) ? corner : low));

function searched(obstacles: readonly Obstacle[], hexagon: Hexagon, limit: number): Hexagon | null {
  const steps = 8;
  let best: Hexagon | null = null, least = limit;
  for (let k = 0; k < 36; k++) {
    const cos = Math.cos((k * Math.PI) / 18), sin = Math.sin((k * Math.PI) / 18);
    const at = (far: number): Hexagon => ({ ...hexagon, centre: { x: hexagon.centre.x + far * cos, y: hexagon.centre.y + far * sin } });
    const step = Array.from({ length: steps }, (_, i) => ((i + 1) * limit) / steps).find((far) => far - limit / steps < least && isClear(obstacles, at(far)));
    if (step === undefined) continue;
    let blocked = step - limit / steps, clear = step;
    while (clear - blocked > 0.01) {
      const middle = (clear + blocked) / 2;
      if (isClear(obstacles, at(middle))) clear = middle;
      else blocked = middle;
    }
    if (clear <= least) [best, least] = [at(clear), clear];
  }
  return best;
}
