// The streets on which a concentration's incidents happen, joined by those in between.

import { InputError } from "../../errors.ts";
import { columnBounds } from "../../geo/bounds.ts";
import type { Locations } from "../../geo/mergeStacks.ts";
import type { Point } from "../../geo/types.ts";
import { takeRows } from "../../incidents/takeRows.ts";
import { joinPieces } from "../../patrol/roads/joinPieces.ts";
import { roadEntries } from "../../patrol/roads/roadEntries.ts";
import { adjacency } from "../../patrol/roads/roadGraph.ts";
import type { RoadLines } from "../../patrol/roads/roadLines.ts";
import { roadSegments, type RoadSegments } from "../../patrol/roads/roadSegments.ts";
import { disjointSets } from "../../stats/disjointSets.ts";
import { mutualReachabilityTree } from "../../stats/mutualReachabilityTree.ts";

/** Vertices this close are one, m: layers rarely meet to the millimetre. */
const TOLERANCE = 0.5;
/** Pieces of street are at most half an edge long. */
const LONGEST_PIECE = 0.5;
/** Streets further apart than this many edges along the network stay apart. */
const FARTHEST = 4;

/**
 * An incident belongs to the nearest street, and where that is further than `width` the straight way to it is one of the lines;
 * one further than an edge from every street is passed over. A street counts from crossing to crossing; of one that is longer
 * than an edge only the pieces with incidents are taken. What does not hang together is joined by the shortest ways along the
 * network, starting at the streets with most incidents; and straight, across at most an edge, where no road of the layer leads.
 *
 * @param incidents - of the concentration, m
 * @param side - edge of its cells, m
 * @returns lines, m
 * @throws InputError where no street is near
 */
export function crimeStreets(incidents: Locations, roads: RoadLines, side: number, width: number): Point[][] {
  const network = roadSegments(linesNear(incidents, roads, side), TOLERANCE);
  const { piece, share, access } = roadEntries(network, incidents);
  const held = new Float64Array(network.from.length);
  const ways: Point[][] = [];
  piece.forEach((nearest, i) => {
    if (access[i] > side) return;
    held[nearest] += incidents.weight[i];
    if (access[i] > width) ways.push([alongPiece(network, nearest, share[i]), { x: incidents.x[i], y: incidents.y[i] }]);
  });
  if (held.every((one) => one === 0)) {
    throw new InputError(`No street of the layer is within ${side} m of an incident of the concentration. Choose another layer, or a smooth outline.`);
  }
  const streets = streetsOf(network);
  const streetHeld = new Float64Array(streets.length.length);
  held.forEach((incidentsHere, k) => (streetHeld[streets.of[k]] += incidentsHere));
  const chosen = [...held.keys()].filter((k) => {
    const street = streets.of[k];
    return held[k] > 0 || (streetHeld[street] > 0 && streets.length[street] <= side);
  });
  const joined = joinPieces(network, chosen, held, FARTHEST * side);
  return [...polylines(network, joined), ...shortcuts(network, joined, side), ...ways];
}

const alongPiece = ({ x, y, from, to }: RoadSegments, piece: number, share: number): Point => {
  const a = from[piece], b = to[piece];
  return { x: x[a] + share * (x[b] - x[a]), y: y[a] + share * (y[b] - y[a]) };
};

/** The lines that come near the incidents, in pieces no longer than they may be. */
function linesNear({ x, y }: Locations, roads: RoadLines, side: number): RoadLines {
  const { minX, minY, maxX, maxY } = columnBounds(x, y);
  const reach = FARTHEST * side;
  const near = { x: [] as number[], y: [] as number[], starts: [0] };
  for (let line = 0; line + 1 < roads.starts.length; line++) {
    const from = roads.starts[line], to = roads.starts[line + 1];
    const box = columnBounds(roads.x.subarray(from, to), roads.y.subarray(from, to));
    if (box.minX > maxX + reach || box.maxX < minX - reach || box.minY > maxY + reach || box.maxY < minY - reach) continue;
    for (let k = from; k < to; k++) {
      const parts = k === from ? 1 : Math.max(1, Math.ceil(Math.hypot(roads.x[k] - roads.x[k - 1], roads.y[k] - roads.y[k - 1]) / (LONGEST_PIECE * side)));
      for (let part = 1; part <= parts; part++) {
        const back = 1 - part / parts, before = k === from ? k : k - 1;
        near.x.push(roads.x[k] + back * (roads.x[before] - roads.x[k]));
        near.y.push(roads.y[k] + back * (roads.y[before] - roads.y[k]));
      }
    }
    near.starts.push(near.x.length);
  }
  if (near.starts.length < 2) throw new InputError("The layer has no street near the concentration. Choose another layer.");
  return { x: Float64Array.from(near.x), y: Float64Array.from(near.y), starts: Uint32Array.from(near.starts) };
}

/** Pieces between two crossings or ends are one street: `of` each piece, and the streets' lengths, m. */
function streetsOf({ x, from, to, length }: RoadSegments): { readonly of: Uint32Array; readonly length: Float64Array } {
  const { root, join } = disjointSets(from.length);
  const { starts, piece } = adjacency(x.length, from, to);
  for (let vertex = 0; vertex < x.length; vertex++) {
    if (starts[vertex + 1] - starts[vertex] === 2) join(piece[starts[vertex]], piece[starts[vertex] + 1]);
  }
  const of = Uint32Array.from(from.keys(), root);
  const lengths = new Float64Array(from.length);
  of.forEach((street, k) => (lengths[street] += length[k]));
  return { of, length: lengths };
}

/** The shortest straight lines between what does not hang together, up to `farthest`: layers have gaps, and people walk across squares. */
function shortcuts({ x, y, from, to }: RoadSegments, pieces: readonly number[], farthest: number): Point[][] {
  const { root, join } = disjointSets(x.length);
  for (const piece of pieces) join(from[piece], to[piece]);
  const vertices = [...new Set(pieces.flatMap((piece) => [from[piece], to[piece]]))];
  const place = (k: number): Point => ({ x: x[vertices[k]], y: y[vertices[k]] });
  const tree = mutualReachabilityTree(takeRows(x, vertices), takeRows(y, vertices), new Float64Array(vertices.length), 0);
  const byLength = [...tree.length.keys()].sort((a, b) => tree.length[a] - tree.length[b]);
  return byLength.flatMap((k) => {
    const a = tree.from[k], b = tree.to[k];
    if (tree.length[k] > farthest || root(vertices[a]) === root(vertices[b])) return [];
    join(vertices[a], vertices[b]);
    return [[place(a), place(b)]];
  });
}

/** The chosen pieces as lines from crossing to crossing: fewer and longer ones are quicker to buffer. */
function polylines({ x, y, from, to }: RoadSegments, chosen: readonly number[]): Point[][] {
  const ends = { from: Uint32Array.from(chosen, (k) => from[k]), to: Uint32Array.from(chosen, (k) => to[k]) };
  const { starts, piece } = adjacency(x.length, ends.from, ends.to);
  const degree = (vertex: number): number => starts[vertex + 1] - starts[vertex];
  const done = new Uint8Array(chosen.length);
  const lines: Point[][] = [];
  const walk = (first: number, begin: number): void => {
    const line = [{ x: x[begin], y: y[begin] }];
    let vertex = begin, next = first;
    while (next >= 0 && !done[next]) {
      done[next] = 1;
      vertex = ends.from[next] === vertex ? ends.to[next] : ends.from[next];
      line.push({ x: x[vertex], y: y[vertex] });
      next = degree(vertex) === 2 ? (piece[starts[vertex]] === next ? piece[starts[vertex] + 1] : piece[starts[vertex]]) : -1;
    }
    lines.push(line);
  };
  for (let vertex = 0; vertex < x.length; vertex++) {
    if (degree(vertex) === 2) continue;
    for (let k = starts[vertex]; k < starts[vertex + 1]; k++) if (!done[piece[k]]) walk(piece[k], vertex);
  }
  // What is left are rings.
  for (let k = 0; k < done.length; k++) if (!done[k]) walk(k, ends.from[k]);
  return lines;
}
