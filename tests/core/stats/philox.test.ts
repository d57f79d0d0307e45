// Philox against the known-answer vectors published with Random123 (tests/kat_vectors, philox4x32 with 10 rounds).

import { expect, test } from "vitest";

import { philox } from "../../../core/stats/philox.ts";

const words = (hex: string) => Uint32Array.from(hex.split(" "), (word) => parseInt(word, 16));

test.each([
  ["00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
  ["ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"],
  ["243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"],
])("counter %s under key %s gives the published words", (counter, key, expected) => {
  const out = new Uint32Array(4);
  philox(words(counter), words(key), out);
  expect(out).toEqual(words(expected));
});

test("the result may be written over the counter", () => {
  const counter = words("243f6a88 85a308d3 13198a2e 03707344");
  philox(counter, words("a4093822 299f31d0"), counter);
  expect(counter).toEqual(words("d16cfe09 94fdcceb 5001e420 24126ea1"));
});
