// Single linkage as a tree of merges, from a minimum spanning tree.

import { disjointSets } from "./disjointSets.ts";
import type { SpanningTree } from "./mutualReachabilityTree.ts";

export interface LinkageTree {
  /** Nodes 0 to n − 1 are the locations; the children of node n + k are children[k]. */
  readonly children: readonly (readonly number[])[];
  /** Incidents below each node. */
  readonly size: Float64Array;
  /** At which the children of a node merge, m; 0 for a location. */
  readonly distance: Float64Array;
  readonly root: number;
}

/** Edges of one length merge at once, so that a node may have more than two children. @param weight - incidents at each location, one or more of them */
export function linkageTree({ from, to, length }: SpanningTree, weight: Float64Array): LinkageTree {
  const n = weight.length;
  const order = Uint32Array.from(length.keys()).sort((a, b) => length[a] - length[b]);
  const children: number[][] = [];
  const size = new Float64Array(2 * n), distance = new Float64Array(2 * n);
  size.set(weight);
  const { root: top, join } = disjointSets(2 * n);
  for (let k = 0; k < order.length; k++) {
    const edge = order[k];
    const a = top(from[edge]), b = top(to[edge]);
    // A node made by an edge of this same length takes the other in; of two such one takes the other's children.
    const [host, guest] = a >= n && distance[a] === length[edge] ? [a, b] : [b, a];
    if (host >= n && distance[host] === length[edge]) {
      const members = guest >= n && distance[guest] === length[edge] ? children[guest - n] : [guest];
      children[host - n] = merged(children[host - n], members);
      size[host] += size[guest];
      join(guest, host);
    } else {
      const node = n + children.length;
      children.push([a, b]);
      size[node] = size[a] + size[b];
      distance[node] = length[edge];
      join(a, node);
      join(b, node);
    }
  }
  return { children, size, distance, root: n === 1 ? 0 : top(0) };
}

/** The shorter list is appended to the longer: no list is copied often. */
function merged(a: number[], b: number[]): number[] {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  for (const each of short) long.push(each);
  return long;
}
