// Some of many draws, evenly chosen.

/** Every k-th, so that at most so many are left; the first is one of them. */
export function someDraws<T>(draws: readonly T[], most: number): T[] {
  const every = Math.ceil(draws.length / most);
  return draws.filter((_, d) => d % every === 0);
}
