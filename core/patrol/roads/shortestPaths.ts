// The length of the shortest path from some nodes of a road graph to all others.

import type { RoadGraph } from "./roadGraph.ts";

/**
 * Dijkstra (1959) with a binary heap in which a node may stand more than once; all but its shortest are passed over.
 * @returns a function that takes the nodes to begin at with their own distances, m, and answers the distance of each node, m
 * (Infinity where there is no path); the array is reused by the next call
 */
export function shortestPaths({ nodes, starts, neighbours, lengths }: Pick<RoadGraph, "nodes" | "starts" | "neighbours" | "lengths">): (from: readonly (readonly [node: number, distance: number])[]) => Float64Array {
  const distance = new Float64Array(nodes);
  const keys = new Float64Array(neighbours.length + 2 * nodes + 16), heap = new Uint32Array(keys.length);
  let size = 0;

  function push(node: number, key: number): void {
    let at = size++;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (keys[parent] <= key) break;
      keys[at] = keys[parent];
      heap[at] = heap[parent];
      at = parent;
    }
    keys[at] = key;
    heap[at] = node;
  }
  /** Takes the first away; the last sinks to its place. */
  function drop(): void {
    const key = keys[--size], node = heap[size];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && keys[child + 1] < keys[child]) child++;
      if (keys[child] >= key) break;
      keys[at] = keys[child];
      heap[at] = heap[child];
      at = child;
    }
    keys[at] = key;
    heap[at] = node;
  }
  function reach(node: number, key: number): void {
    if (key >= distance[node]) return;
    distance[node] = key;
    push(node, key);
  }

  return (from) => {
    distance.fill(Infinity);
    for (const [node, own] of from) reach(node, own);
    while (size > 0) {
      const node = heap[0], key = keys[0];
      drop();
      if (key > distance[node]) continue;
      for (let k = starts[node]; k < starts[node + 1]; k++) reach(neighbours[k], key + lengths[k]);
    }
    return distance;
  };
}
