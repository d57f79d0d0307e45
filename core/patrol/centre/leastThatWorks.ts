// Bisection for the least of many rising values that works, where a question may stay without an answer.

export interface Least {
  /** Index of the least value known to work; `count`, which works by assumption, where no other is. */
  readonly found: number;
  /** No value before this index works. */
  readonly bound: number;
}

/** One question may take one part in so many of the time that is left: the others may be easier. */
export const SLICE = 4;

/**
 * What works at a value works at every greater one. After "late" the values on both sides are still asked, for they are often easier.
 * @param count - the values before the first that is known to work
 * @param test - of an index: the least index that is known to work now, "fails", or "late" where it could not be told
 * @param onStep - told after each answer
 */
export async function leastThatWorks(count: number, test: (index: number) => Promise<number | "fails" | "late">, onStep: (least: Least) => void): Promise<Least> {
  let bound = 0, found = count;
  // From `from` to before `to` nobody knows.
  let from = -1, to = -1;
  while (bound < found) {
    const open: readonly [number, number][] = from < 0 ? [[bound, found]] : [[bound, Math.min(from, found)], [Math.max(to, bound), found]];
    const [low, high] = open.find(([a, b]) => a < b) ?? [0, 0];
    if (low === high) break;
    const index = Math.floor((low + high) / 2);
    const answer = await test(index);
    if (typeof answer === "number") found = Math.min(found, answer);
    else if (answer === "fails") bound = index + 1;
    else [from, to] = from < 0 ? [index, index + 1] : [Math.min(from, index), Math.max(to, index + 1)];
    onStep({ found, bound });
  }
  return { found, bound };
}
