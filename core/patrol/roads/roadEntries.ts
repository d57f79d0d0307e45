// Where places enter a road network: the nearest point of any road.

import type { Points } from "../points.ts";
import type { RoadSegments } from "./roadSegments.ts";

/** One a place. */
export interface RoadEntries {
  /** Piece of the network, and the share of it from its `from` to the entry. */
  readonly piece: Uint32Array;
  readonly share: Float64Array;
  /** Straight from the place to the entry, m. */
  readonly access: Float64Array;
}

/** Looks at pieces in growing rings of bins about each place, until no nearer one can come. */
export function roadEntries({ x, y, from, to, length }: RoadSegments, places: Points): RoadEntries {
  const side = Math.max(1, 2 * (length.reduce((sum, each) => sum + each, 0) / length.length));
  const bins = new Map<number, number[]>();
  const binOf = (value: number): number => Math.floor(value / side);
  const keyOf = (column: number, row: number): number => column * 4_194_304 + row;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  from.forEach((a, s) => {
    const b = to[s];
    const [left, right] = [binOf(Math.min(x[a], x[b])), binOf(Math.max(x[a], x[b]))];
    const [low, high] = [binOf(Math.min(y[a], y[b])), binOf(Math.max(y[a], y[b]))];
    [west, south, east, north] = [Math.min(west, left), Math.min(south, low), Math.max(east, right), Math.max(north, high)];
    for (let column = left; column <= right; column++) {
      for (let row = low; row <= high; row++) {
        const bin = bins.get(keyOf(column, row));
        if (bin) bin.push(s);
        else bins.set(keyOf(column, row), [s]);
      }
    }
  });
  const count = places.x.length;
  const piece = new Uint32Array(count), share = new Float64Array(count), access = new Float64Array(count).fill(Infinity);

  function look(i: number, column: number, row: number): void {
    for (const s of bins.get(keyOf(column, row)) ?? []) {
      const a = from[s], dx = x[to[s]] - x[a], dy = y[to[s]] - y[a];
      const t = Math.min(1, Math.max(0, ((places.x[i] - x[a]) * dx + (places.y[i] - y[a]) * dy) / (dx * dx + dy * dy)));
      const d = Math.hypot(x[a] + t * dx - places.x[i], y[a] + t * dy - places.y[i]);
      if (d < access[i]) {
        access[i] = d;
        piece[i] = s;
        share[i] = t;
      }
    }
  }
  for (let i = 0; i < count; i++) {
    const column = binOf(places.x[i]), row = binOf(places.y[i]);
    // Bins in which there is a road at all.
    const first = Math.max(west - column, column - east, south - row, row - north, 0);
    for (let ring = first; access[i] > (ring - 1) * side; ring++) {
      for (let c = column - ring; c <= column + ring; c++) {
        const edge = c === column - ring || c === column + ring;
        for (let r = row - ring; r <= row + ring; r += edge || ring === 0 ? 1 : 2 * ring) look(i, c, r);
      }
    }
  }
  return { piece, share, access };
}
