// Seeded random numbers: the same seed gives the same numbers on every machine, and named streams that never disturb each other.

import { InputError } from "../errors.ts";
import { philox } from "./philox.ts";

export interface Random {
  /** What it was made from, to be stored with the result. */
  readonly seed: string;
  /** In [0, 1), all multiples of 2⁻⁵³ equally likely. */
  uniform(): number;
  /** A whole number in [0, n), exactly uniform. @throws RangeError unless n is whole and in 1 … 2⁵³ − 1. */
  integer(n: number): number;
  /**
   * An independent generator that depends on the seed and the names alone, not on how many numbers were drawn
   * before: adding a draw in one place leaves every other stream as it was.
   */
  stream(name: string | number): Random;
}

/**
 * Philox4x32-10 in counter mode: the key is the seed, the upper half of the counter the stream, the lower half the
 * position, so that a stream is 2⁶⁴ blocks of four words long.
 *
 * @param seed - a whole number or any text; 7 and "7" are the same seed
 * @throws InputError if a number is not whole or too large to be exact
 */
export function createRandom(seed: number | string): Random {
  if (typeof seed === "number" && !Number.isSafeInteger(seed)) {
    throw new InputError(`The seed is ${seed}; a number must be whole and below 2^53. Enter a whole number or a word.`);
  }
  const text = String(seed);
  return randomOf(text, absorb(new Uint32Array(2), text), new Uint32Array(2));
}

function randomOf(seed: string, key: Uint32Array, streamId: Uint32Array): Random {
  const counter = Uint32Array.of(0, 0, streamId[0], streamId[1]);
  const words = new Uint32Array(4);
  let used = 4;

  const bits53 = (): number => {
    if (used === 4) {
      philox(counter, key, words);
      if (++counter[0] === 0) counter[1]++;
      used = 0;
    }
    const high = words[used] >>> 5, low = words[used + 1] >>> 6;
    used += 2;
    return high * 0x4000000 + low;
  };

  return {
    seed,
    uniform: () => bits53() / 2 ** 53,
    integer(n) {
      if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`integer(n) needs a whole n of at least 1, got ${n}`);
      const limit = 2 ** 53 - (2 ** 53 % n);
      for (;;) {
        const bits = bits53();
        if (bits < limit) return bits % n;
      }
    },
    stream: (name) => randomOf(seed, key, absorb(streamId, String(name))),
  };
}

/** Hashes a text into 64 bits: each four UTF-16 units are a Philox counter under the state so far, the length comes last. */
function absorb(state: Uint32Array, text: string): Uint32Array {
  const block = new Uint32Array(4);
  let now = state;
  for (let i = 0; i <= text.length; i += 4) {
    for (let j = 0; j < 4; j++) block[j] = i + j < text.length ? text.charCodeAt(i + j) : 0;
    philox(block, now, block);
    now = block.slice(0, 2);
  }
  philox(Uint32Array.of(text.length, 1, 0, 0), now, block);
  return block.slice(0, 2);
}
