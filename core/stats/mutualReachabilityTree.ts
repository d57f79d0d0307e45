// The minimum spanning tree of locations under mutual reachability: what single linkage, made robust by density, follows from.

import { extent } from "../geo/bounds.ts";
import type { JobContext } from "../job.ts";
import { disjointSets } from "./disjointSets.ts";

export interface SpanningTree {
  /** Of each edge, its two locations and its length, m; one edge fewer than locations. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly length: Float64Array;
}

/** Locations in a leaf of the search tree. */
const LEAF = 8;
const MIXED = -1, EMPTY = -2;

/**
 * Edges of d(i, j) = max(core_i, core_j, |i j|, floor) (Campello, Moulavi and Sander 2013) by Borůvka's algorithm: in each round
 * every component but the largest takes its shortest edge to another. A binary tree of boxes over the locations in Morton order
 * passes over boxes that lie wholly in the component; what a location found stays true while its end is in another component,
 * since components only grow.
 * @param x, y, core - m, one value a location
 */
export function mutualReachabilityTree(x: Float64Array, y: Float64Array, core: Float64Array, floor: number, context?: Pick<JobContext, "progress">): SpanningTree {
  const n = x.length;
  const order = mortonOrder(x, y);
  const tree = boxTree(order, x, y, core);
  const component = Int32Array.from({ length: n }, (_, i) => i);
  const uniform = new Int32Array(2 * tree.leaves);
  // The nearest location in another component, or -1; and a length below which there is none.
  const nearest = new Int32Array(n).fill(-1), bound = core.map((each) => Math.max(each, floor));
  const edges = { from: new Uint32Array(Math.max(0, n - 1)), to: new Uint32Array(Math.max(0, n - 1)), length: new Float64Array(Math.max(0, n - 1)) };
  let made = 0;

  // Of the search in progress.
  let self = 0, own = 0, best = 0, end = -1;
  const visit = (node: number): void => {
    if (node >= tree.leaves) {
      const first = (node - tree.leaves) * LEAF;
      for (let k = first; k < Math.min(n, first + LEAF); k++) {
        const j = order[k];
        if (component[j] === own) continue;
        const length = Math.max(core[self], core[j], floor, distance(x[self] - x[j], y[self] - y[j]));
        if (length < best) {
          best = length;
          end = j;
        }
      }
      return;
    }
    const a = reachOf(2 * node), b = reachOf(2 * node + 1);
    const [nearer, farther] = a <= b ? [2 * node, 2 * node + 1] : [2 * node + 1, 2 * node];
    if (Math.min(a, b) < best) visit(nearer);
    if (Math.max(a, b) < best) visit(farther);
  };
  /** No edge into the box is shorter; Infinity where there is none. */
  const reachOf = (node: number): number => {
    if (uniform[node] === own || uniform[node] === EMPTY) return Infinity;
    const dx = Math.max(0, tree.minX[node] - x[self], x[self] - tree.maxX[node]);
    const dy = Math.max(0, tree.minY[node] - y[self], y[self] - tree.maxY[node]);
    return Math.max(core[self], floor, tree.core[node], distance(dx, dy));
  };

  while (made < n - 1) {
    context?.progress(made / n);
    const sizes = new Uint32Array(n);
    for (let i = 0; i < n; i++) sizes[component[i]]++;
    let largest = 0;
    for (let c = 1; c < n; c++) if (sizes[c] > sizes[largest]) largest = c;
    markUniform(uniform, tree.leaves, order, component);
    const shortest = new Float64Array(n).fill(Infinity), from = new Int32Array(n).fill(-1);
    for (let i = 0; i < n; i++) {
      const c = component[i];
      if (nearest[i] >= 0 && component[nearest[i]] === c) nearest[i] = -1;
      if (nearest[i] >= 0 && bound[i] < shortest[c]) {
        shortest[c] = bound[i];
        from[c] = i;
      }
    }
    for (let k = 0; k < n; k++) {
      const i = order[k], c = component[i];
      if (c === largest || nearest[i] >= 0 || bound[i] >= shortest[c]) continue;
      [self, own, best, end] = [i, c, shortest[c], -1];
      visit(1);
      bound[i] = best;
      if (end < 0) continue;
      nearest[i] = end;
      shortest[c] = best;
      from[c] = i;
    }
    const { root, join } = disjointSets(n);
    for (let c = 0; c < n; c++) {
      if (c === largest || from[c] < 0) continue;
      const i = from[c], j = nearest[i], a = root(component[i]), b = root(component[j]);
      if (a === b) continue;
      join(a, b);
      edges.from[made] = i;
      edges.to[made] = j;
      edges.length[made++] = shortest[c];
    }
    for (let i = 0; i < n; i++) component[i] = root(component[i]);
  }
  return edges;
}

/** As the core distances have it, to the last bit, so that what is equal stays equal; Math.hypot rounds otherwise. */
const distance = (dx: number, dy: number): number => Math.sqrt(dx * dx + dy * dy);

/** Along a Z-shaped curve, so that neighbours in the order lie close together. */
function mortonOrder(x: Float64Array, y: Float64Array): Uint32Array {
  const [minX, maxX] = extent(x), [minY, maxY] = extent(y);
  // The code in the upper of 53 bits, the location in the lower: one plain sort of numbers.
  const locations = 2 ** Math.ceil(Math.log2(x.length + 1));
  const steps = 2 ** Math.min(16, Math.floor((53 - Math.log2(locations)) / 2)) - 1;
  const scale = steps / Math.max(maxX - minX, maxY - minY, 1e-9);
  const keys = x.map((_, i) => (spread((x[i] - minX) * scale) + 2 * spread((y[i] - minY) * scale)) * locations + i).sort();
  return Uint32Array.from(keys, (key) => key % locations);
}

/** A bit of nothing between any two of the 16 bits. */
function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** The root is 1, the children of k are 2k and 2k + 1; leaf q is node leaves + q and holds LEAF locations of the order. */
function boxTree(order: Uint32Array, x: Float64Array, y: Float64Array, core: Float64Array) {
  let leaves = 1;
  while (leaves * LEAF < order.length) leaves *= 2;
  const column = (value: number) => new Float64Array(2 * leaves).fill(value);
  const tree = { leaves, minX: column(Infinity), minY: column(Infinity), maxX: column(-Infinity), maxY: column(-Infinity), core: column(Infinity) };
  order.forEach((i, k) => {
    for (let node = leaves + Math.floor(k / LEAF); node >= 1; node >>= 1) {
      tree.minX[node] = Math.min(tree.minX[node], x[i]);
      tree.minY[node] = Math.min(tree.minY[node], y[i]);
      tree.maxX[node] = Math.max(tree.maxX[node], x[i]);
      tree.maxY[node] = Math.max(tree.maxY[node], y[i]);
      tree.core[node] = Math.min(tree.core[node], core[i]);
    }
  });
  return tree;
}

/** For each box the component of all its locations, MIXED or EMPTY. */
function markUniform(uniform: Int32Array, leaves: number, order: Uint32Array, component: Int32Array): void {
  uniform.fill(EMPTY);
  const both = (a: number, b: number): number => (a === EMPTY ? b : b === EMPTY || a === b ? a : MIXED);
  order.forEach((i, k) => {
    const leaf = leaves + Math.floor(k / LEAF);
    uniform[leaf] = both(uniform[leaf], component[i]);
  });
  for (let node = leaves - 1; node >= 1; node--) uniform[node] = both(uniform[2 * node], uniform[2 * node + 1]);
}
