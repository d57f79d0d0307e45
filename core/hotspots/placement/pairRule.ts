// The spacing rule between two hexagons of one size in numbers alone: asked millions of times in a search.

/** dx, dy lead from the centre of a hexagon turned by `a` to that of one turned by `b`; m and radians. */
export interface PairRule {
  /** Whether the gap between the two is at least what is needed. */
  clear(dx: number, dy: number, a: number, b: number): boolean;
  /** The least move of the second that makes the gap just enough; its new offset is in `pushedX`, `pushedY`. */
  push(dx: number, dy: number, a: number, b: number): void;
  pushedX: number;
  pushedY: number;
}

const SIXTH_TURN = Math.PI / 3;
const HEIGHT = Math.sqrt(3) / 2;
/** Past the limit by this much, so that rounding does not leave a push short; m. */
const HAIR = 1e-7;

/**
 * The second hexagon's centre must stay `needed` away from the Minkowski sum of both, a polygon of twelve corners that looks the
 * same after each sixth of a turn. Turned so that the offset lies between two corners a sixth of a turn apart, the nearest point is
 * on one of the two edges between them. Centres closer than √3 side + needed never do, those 2 side + needed apart always.
 */
export function createPairRule(side: number, needed: number): PairRule {
  const never = (2 * HEIGHT * side + needed) ** 2, always = (2 * side + needed) ** 2;
  // Of the last measure: the nearest point of the sum, the offset, both turned by -turn; and the distance, below 0 inside.
  let nearX = 0, nearY = 0, x = 0, y = 0, turn = 0, far = 0;

  function measure(dx: number, dy: number, a: number, b: number): void {
    const between = b - a - SIXTH_TURN * Math.floor((b - a) / SIXTH_TURN);
    const bearing = Math.atan2(dy, dx), first = a + between / 2;
    turn = a + SIXTH_TURN * Math.floor((bearing - first) / SIXTH_TURN);
    const length = Math.hypot(dx, dy);
    x = length * Math.cos(bearing - turn);
    y = length * Math.sin(bearing - turn);
    const cos = Math.cos(between), sin = Math.sin(between);
    const x0 = side * (1 + cos), y0 = side * sin;
    const x1 = side * (0.5 + cos), y1 = side * (HEIGHT + sin);
    const x2 = side * (0.5 + 0.5 * cos - HEIGHT * sin), y2 = side * (HEIGHT + HEIGHT * cos + 0.5 * sin);
    const before = nearest(x0, y0, x1, y1);
    const atX = nearX, atY = nearY;
    const after = nearest(x1, y1, x2, y2);
    if (before < after) [nearX, nearY] = [atX, atY];
    const inside = leftOf(x0, y0, x1, y1) && leftOf(x1, y1, x2, y2);
    far = (inside ? -1 : 1) * Math.sqrt(Math.min(before, after));
  }

  /** The squared distance to a segment; its nearest point in nearX, nearY. */
  function nearest(ax: number, ay: number, bx: number, by: number): number {
    const ex = bx - ax, ey = by - ay, squared = ex * ex + ey * ey;
    const t = squared > 0 ? Math.min(1, Math.max(0, ((x - ax) * ex + (y - ay) * ey) / squared)) : 0;
    nearX = ax + t * ex;
    nearY = ay + t * ey;
    return (x - nearX) ** 2 + (y - nearY) ** 2;
  }

  const leftOf = (ax: number, ay: number, bx: number, by: number): boolean => (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;

  return {
    pushedX: 0,
    pushedY: 0,
    clear(dx, dy, a, b) {
      const squared = dx * dx + dy * dy;
      if (squared >= always) return true;
      if (squared < never) return false;
      measure(dx, dy, a, b);
      return far >= needed;
    },
    push(dx, dy, a, b) {
      measure(dx, dy, a, b);
      // On the edge itself there is no direction to it: away from the other centre will do.
      const onEdge = Math.abs(far) < HAIR;
      const outX = onEdge ? nearX : x - nearX, outY = onEdge ? nearY : y - nearY;
      const scale = ((far < 0 ? -1 : 1) * (needed + HAIR)) / Math.hypot(outX, outY);
      const toX = nearX + outX * scale, toY = nearY + outY * scale;
      const cos = Math.cos(turn), sin = Math.sin(turn);
      this.pushedX = toX * cos - toY * sin;
      this.pushedY = toX * sin + toY * cos;
    },
  };
}
