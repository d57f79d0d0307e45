// What belongs together, in the order of its first: Map.groupBy, which not every browser of today has.

export function groupBy<One>(list: readonly One[], keyOf: (one: One) => string): One[][] {
  const groups = new Map<string, One[]>();
  for (const one of list) {
    const key = keyOf(one), group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}
