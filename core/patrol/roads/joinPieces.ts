// Joins chosen pieces of a road network by the shortest ways between them.

import { disjointSets } from "../../stats/disjointSets.ts";
import { adjacency } from "./roadGraph.ts";
import type { RoadSegments } from "./roadSegments.ts";
import { shortestPaths } from "./shortestPaths.ts";

/**
 * Begins at the part of greatest value and joins the part that is nearest along the network, again and again; what is further
 * than `farthest` from all others stays apart.
 * @param chosen - indices of pieces
 * @param value - one value a piece of the network
 * @param farthest - m
 * @returns the chosen pieces and those on the ways between them
 */
export function joinPieces({ x, from, to, length }: RoadSegments, chosen: readonly number[], value: Float64Array, farthest: number): number[] {
  const { starts, piece } = adjacency(x.length, from, to);
  const neighbours = new Uint32Array(piece.length);
  for (let vertex = 0; vertex < x.length; vertex++)
    for (let k = starts[vertex]; k < starts[vertex + 1]; k++) neighbours[k] = from[piece[k]] === vertex ? to[piece[k]] : from[piece[k]];
  const paths = shortestPaths({ nodes: x.length, starts, neighbours, lengths: Float64Array.from(piece, (one) => length[one]) });

  const parts = disjointSets(x.length);
  const taken = new Set<number>(), vertices = new Set<number>();
  const take = (one: number): void => {
    taken.add(one);
    vertices.add(from[one]).add(to[one]);
    parts.join(from[one], to[one]);
  };
  chosen.forEach(take);
  const worth = new Map<number, number>();
  for (const one of chosen) worth.set(parts.root(from[one]), (worth.get(parts.root(from[one])) ?? 0) + value[one]);
  const begun: number[] = [];
  for (const [start] of [...worth].sort(([a, worthA], [b, worthB]) => worthB - worthA || a - b)) {
    if (begun.some((before) => parts.root(before) === parts.root(start))) continue;
    begun.push(start);
    for (;;) {
      const base = parts.root(start);
      const distance = paths([...vertices].filter((vertex) => parts.root(vertex) === base).map((vertex) => [vertex, 0]));
      let nearest = -1;
      for (const vertex of vertices) {
        if (parts.root(vertex) !== base && distance[vertex] <= farthest && (nearest < 0 || distance[vertex] < distance[nearest])) nearest = vertex;
      }
      if (nearest < 0) break;
      // Back along the way: its vertex before this one is the neighbour by which the distance is reached.
      for (let vertex = nearest; distance[vertex] > 0; ) {
        let back = starts[vertex];
        for (let k = back; k < starts[vertex + 1]; k++) if (distance[neighbours[k]] + length[piece[k]] < distance[neighbours[back]] + length[piece[back]]) back = k;
        take(piece[back]);
        vertex = neighbours[back];
      }
    }
  }
  return [...taken];
}
