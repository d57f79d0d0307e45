// A random order of a list, every order equally likely.

import type { Random } from "./random.ts";

/** Fisher and Yates (1938) as by Durstenfeld (1964), on a copy. */
export function shuffle<T>(random: Random, items: readonly T[]): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}
