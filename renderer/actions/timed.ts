// Whether a search came to its own end: what time ended may come further in another run, and cannot be compared with it.

/**
 * @param limit - s, of the shortest part of the work that has one
 * @param clock - s
 * @returns `timely` where all the work took less than that, so that time ended no part of it
 */
export async function timed<Found>(limit: number, work: () => Promise<Found>, clock: () => number = () => performance.now() / 1000): Promise<{ readonly found: Found; readonly timely: boolean }> {
  const start = clock();
  const found = await work();
  return { found, timely: clock() - start < limit };
}
