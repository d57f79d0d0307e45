// The straight pieces of a road layer between vertices, joined where vertices coincide, and the largest network of them.

import { InputError } from "../../errors.ts";
import { disjointSets } from "../../stats/disjointSets.ts";
import type { RoadLines } from "./roadLines.ts";

export interface RoadSegments {
  /** Where each vertex that differs from the others is, m. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Pieces by the vertices at their ends, each pair once. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** m. */
  readonly length: Float64Array;
}

/**
 * Vertices closer than `tolerance` become one (the first of them), so that lines meet at shared ends and at shared vertices in
 * between; lines that cross without a vertex, as on bridges, do not meet.
 * @param tolerance - m
 * @throws InputError where there is no line
 */
export function roadSegments({ x, y, starts }: RoadLines, tolerance: number): RoadSegments {
  const nodeOf = mergeVertices(x, y, tolerance);
  const { nodes } = nodeOf;
  const known = new Set<number>();
  const from: number[] = [], to: number[] = [];
  for (let line = 0; line + 1 < starts.length; line++) {
    for (let k = starts[line] + 1; k < starts[line + 1]; k++) {
      const a = nodeOf.of[k - 1], b = nodeOf.of[k];
      const key = Math.min(a, b) * nodes.length + Math.max(a, b);
      if (a === b || known.has(key)) continue;
      known.add(key);
      from.push(a);
      to.push(b);
    }
  }
  if (from.length === 0) throw new InputError("The layer has no line with two different vertices; choose a layer of roads.");
  const at = { x: Float64Array.from(nodes, (k) => x[k]), y: Float64Array.from(nodes, (k) => y[k]) };
  return { ...at, from: Uint32Array.from(from), to: Uint32Array.from(to), length: Float64Array.from(from, (a, s) => Math.hypot(at.x[a] - at.x[to[s]], at.y[a] - at.y[to[s]])) };
}

function mergeVertices(x: Float64Array, y: Float64Array, tolerance: number): { readonly of: Uint32Array; readonly nodes: readonly number[] } {
  const bins = new Map<string, number[]>();
  const nodes: number[] = [];
  const of = Uint32Array.from(x, (_, k) => {
    const column = Math.floor(x[k] / tolerance), row = Math.floor(y[k] / tolerance);
    for (let c = column - 1; c <= column + 1; c++)
      for (let r = row - 1; r <= row + 1; r++)
        for (const node of bins.get(`${c} ${r}`) ?? []) if (Math.hypot(x[nodes[node]] - x[k], y[nodes[node]] - y[k]) <= tolerance) return node;
    const key = `${column} ${row}`, node = nodes.push(k) - 1;
    bins.set(key, [...(bins.get(key) ?? []), node]);
    return node;
  });
  return { of, nodes };
}

/** The pieces of the network with the greatest length, all of which can be reached from one another; vertices stay as they are. */
export function largestNetwork(segments: RoadSegments): RoadSegments {
  const { x, from, to, length } = segments;
  const { root, join } = disjointSets(x.length);
  from.forEach((a, s) => join(a, to[s]));
  const total = new Float64Array(x.length);
  from.forEach((a, s) => (total[root(a)] += length[s]));
  const largest = total.reduce((best, sum, node) => (sum > total[best] ? node : best), 0);
  const kept = Uint32Array.from(from.keys()).filter((s) => root(from[s]) === largest);
  return { ...segments, from: kept.map((s) => from[s]), to: kept.map((s) => to[s]), length: Float64Array.from(kept, (s) => length[s]) };
}
