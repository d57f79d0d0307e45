// A set of hexagons of one size in columns, and the best that two such sets make together.

import type { Hexagon } from "../../geo/types.ts";
import { disjointSets } from "../../stats/disjointSets.ts";
import type { PairRule } from "./pairRule.ts";

/** One value a hexagon; one of weight 0 is not placed. */
export interface PlacedSet {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rotation: Float64Array;
  readonly weight: Float64Array;
}

export const copyOf = ({ x, y, rotation, weight }: PlacedSet): PlacedSet => ({
  x: x.slice(), y: y.slice(), rotation: rotation.slice(), weight: weight.slice(),
});

/** Overwrites one set with another as long. */
export function putInto(set: PlacedSet, { x, y, rotation, weight }: PlacedSet): void {
  set.x.set(x);
  set.y.set(y);
  set.rotation.set(rotation);
  set.weight.set(weight);
}

export const hexagonsOf = ({ x, y, rotation, weight }: PlacedSet, side: number): Hexagon[] =>
  Array.from(weight.keys())
    .filter((i) => weight[i] > 0)
    .map((i): Hexagon => ({ kind: "hexagon", centre: { x: x[i], y: y[i] }, side, rotation: rotation[i] }));

/**
 * Makes of `set` the best that it and `other` make together; never worse than either. Where hexagons of the two are in each other's
 * way they form groups; of each group those of one set are taken (partition crossover: Whitley, Hains and Howe 2009), the heaviest
 * first where not all can be, and dynamic programming over the groups shares out the hexagons, as many at most as a set is long.
 */
export function combineSets(set: PlacedSet, other: PlacedSet, rule: PairRule): void {
  const k = set.weight.length;
  const both = joined(set, other);
  const groups = groupsOf(both, rule);
  const { weight } = both;
  // Most weight with so many hexagons from the groups so far, -1 where that cannot be; what each group gave, below 0 from `other`.
  let most = new Float64Array(k + 1).fill(-1);
  most[0] = 0;
  const given = groups.map((sides) => {
    const next = most.slice(), gives = new Int32Array(k + 1);
    sides.forEach((members, from) => {
      let sum = 0;
      members.sort((a, b) => weight[b] - weight[a]).forEach((member, taken) => {
        sum += weight[member];
        for (let before = 0; before + taken + 1 <= k; before++) {
          const after = before + taken + 1;
          if (most[before] < 0 || most[before] + sum <= next[after]) continue;
          next[after] = most[before] + sum;
          gives[after] = from === 0 ? taken + 1 : -taken - 1;
        }
      });
    });
    most = next;
    return gives;
  });
  let left = most.indexOf(Math.max(...most)), at = 0;
  set.weight.fill(0);
  for (let group = groups.length - 1; group >= 0; group--) {
    const gives = given[group][left];
    for (const member of groups[group][gives < 0 ? 1 : 0].slice(0, Math.abs(gives))) {
      set.x[at] = both.x[member];
      set.y[at] = both.y[member];
      set.rotation[at] = both.rotation[member];
      set.weight[at++] = weight[member];
    }
    left -= Math.abs(gives);
  }
}

/** What is placed of two sets; `first`: how many are of the first. */
function joined(set: PlacedSet, other: PlacedSet): PlacedSet & { readonly first: number } {
  const placed = (one: PlacedSet): number[] => Array.from(one.weight.keys()).filter((i) => one.weight[i] > 0);
  const mine = placed(set), theirs = placed(other);
  const column = (name: keyof PlacedSet): Float64Array => Float64Array.from([...mine.map((i) => set[name][i]), ...theirs.map((i) => other[name][i])]);
  return { x: column("x"), y: column("y"), rotation: column("rotation"), weight: column("weight"), first: mine.length };
}

/** Members of the first and of the second set, for each group of those that are in each other's way. */
function groupsOf({ x, y, rotation, first }: ReturnType<typeof joined>, rule: PairRule): [number[], number[]][] {
  const { root, join } = disjointSets(x.length);
  for (let i = 0; i < first; i++) {
    for (let j = first; j < x.length; j++) {
      if (!rule.clear(x[j] - x[i], y[j] - y[i], rotation[i], rotation[j])) join(j, i);
    }
  }
  const groups = new Map<number, [number[], number[]]>();
  for (let i = 0; i < x.length; i++) {
    const group = groups.get(root(i)) ?? [[], []];
    groups.set(root(i), group);
    group[i < first ? 0 : 1].push(i);
  }
  return [...groups.values()];
}
