// Which proposed hexagon stands for which hotspot: the two that are nearest to each other first.

import type { Hexagon, Point } from "../geo/types.ts";

export interface HexagonPair {
  /** Index of the hexagon as it stands; null: the proposal is one more. */
  readonly from: number | null;
  /** Index of the proposed one; null: the hexagon is given up. */
  readonly to: number | null;
}

/**
 * Every hexagon and every proposal occurs once, in the order of the proposals, then those given up. Greedy by the
 * distance between the centres: a hotspot keeps its name where it hardly moves. All pairs are sorted, so it is meant
 * for hundreds, not for thousands.
 */
export function pairHexagons(standing: readonly Hexagon[], proposed: readonly Hexagon[]): HexagonPair[] {
  const near = standing
    .flatMap(({ centre }, from) => proposed.map((hexagon, to) => ({ from, to, apart: centreDistance(centre, hexagon.centre) })))
    .sort((a, b) => a.apart - b.apart);
  const toOf = new Map<number, number>(), fromOf = new Map<number, number>();
  for (const { from, to } of near) {
    if (toOf.has(from) || fromOf.has(to)) continue;
    toOf.set(from, to);
    fromOf.set(to, from);
  }
  return [
    ...proposed.map((_, to) => ({ from: fromOf.get(to) ?? null, to })),
    ...standing.flatMap((_, from) => (toOf.has(from) ? [] : [{ from, to: null }])),
  ];
}

/** m. */
export const centreDistance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);
