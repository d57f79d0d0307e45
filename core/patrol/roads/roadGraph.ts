// A road network as a graph of its crossings and ends: vertices in between only bend a road, and no shortest path turns there.

import type { RoadSegments } from "./roadSegments.ts";

export interface RoadGraph {
  /** Crossings and ends. */
  readonly nodes: number;
  /** Stretches of road from node to node, m; a node's own stand at neighbours[starts[node]] …, by the node at the other end. */
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly lengths: Float64Array;
  /** Ends and length of each stretch. */
  readonly stretches: { readonly from: Uint32Array; readonly to: Uint32Array; readonly length: Float64Array };
  /** For each piece of the network the stretch it lies on, and how far along: m from the stretch's `from` to the piece's `from` and `to`. */
  readonly stretchOf: Uint32Array;
  readonly alongFrom: Float64Array;
  readonly alongTo: Float64Array;
}

/** @param network - of one component */
export function roadGraph({ x, from, to, length }: RoadSegments): RoadGraph {
  const pieces = adjacency(x.length, from, to);
  const degree = (vertex: number): number => pieces.starts[vertex + 1] - pieces.starts[vertex];
  // A ring road without a crossing needs some vertex to begin at.
  const isRing = from.every((vertex) => degree(vertex) === 2);
  const nodeOf = new Int32Array(x.length).fill(-1);
  let nodes = 0;
  for (let vertex = 0; vertex < x.length; vertex++) if (degree(vertex) > 0 && (degree(vertex) !== 2 || (isRing && vertex === from[0]))) nodeOf[vertex] = nodes++;

  const ends: { from: number; to: number; length: number }[] = [];
  const stretchOf = new Uint32Array(from.length), alongFrom = new Float64Array(from.length), alongTo = new Float64Array(from.length);
  const done = new Uint8Array(from.length);
  for (let start = 0; start < x.length; start++) {
    if (nodeOf[start] < 0) continue;
    for (let k = pieces.starts[start]; k < pieces.starts[start + 1]; k++) {
      let piece = pieces.piece[k], vertex = start, along = 0;
      if (done[piece]) continue;
      for (;;) {
        done[piece] = 1;
        stretchOf[piece] = ends.length;
        const forward = from[piece] === vertex;
        (forward ? alongFrom : alongTo)[piece] = along;
        along += length[piece];
        (forward ? alongTo : alongFrom)[piece] = along;
        vertex = forward ? to[piece] : from[piece];
        if (nodeOf[vertex] >= 0) break;
        const first = pieces.piece[pieces.starts[vertex]];
        piece = first === piece ? pieces.piece[pieces.starts[vertex] + 1] : first;
      }
      ends.push({ from: nodeOf[start], to: nodeOf[vertex], length: along });
    }
  }
  const stretches = { from: Uint32Array.from(ends, (end) => end.from), to: Uint32Array.from(ends, (end) => end.to), length: Float64Array.from(ends, (end) => end.length) };
  const { starts, piece } = adjacency(nodes, stretches.from, stretches.to);
  const neighbours = new Uint32Array(piece.length);
  for (let node = 0; node < nodes; node++)
    for (let k = starts[node]; k < starts[node + 1]; k++) neighbours[k] = stretches.from[piece[k]] === node ? stretches.to[piece[k]] : stretches.from[piece[k]];
  return { nodes, starts, neighbours, lengths: Float64Array.from(piece, (s) => stretches.length[s]), stretches, stretchOf, alongFrom, alongTo };
}

/** For each of `count` vertices the pieces that end there: those of vertex v are piece[starts[v]] to piece[starts[v + 1]]. */
export function adjacency(count: number, from: Uint32Array, to: Uint32Array): { readonly starts: Uint32Array; readonly piece: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (const list of [from, to]) for (const vertex of list) starts[vertex + 1]++;
  for (let vertex = 0; vertex < count; vertex++) starts[vertex + 1] += starts[vertex];
  const next = starts.slice(0, count), piece = new Uint32Array(2 * from.length);
  for (const list of [from, to]) list.forEach((vertex, s) => (piece[next[vertex]++] = s));
  return { starts, piece };
}
