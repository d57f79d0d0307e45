// Sets that are joined pair by pair: which things hang together.

export interface DisjointSets {
  /** The member that stands for the whole set of this one. */
  root(member: number): number;
  /** Makes one set of the sets of two members; that of the second stands for it. */
  join(a: number, b: number): void;
}

/** Of 0 to n − 1, each alone at first; paths are halved as they are walked (Tarjan and van Leeuwen 1984). */
export function disjointSets(n: number): DisjointSets {
  const parent = new Uint32Array(n);
  for (let i = 0; i < n; i++) parent[i] = i;
  const root = (member: number): number => {
    let at = member;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]];
    return at;
  };
  return { root, join: (a, b) => (parent[root(a)] = root(b)) };
}
