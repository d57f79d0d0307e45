// The seeded generator: repeatable, uniform, and with streams that are independent of each other.

import { expect, test } from "vitest";

import { InputError } from "../../../core/errors.ts";
import { createRandom, type Random } from "../../../core/stats/random.ts";
import { shuffle } from "../../../core/stats/shuffle.ts";

const take = (random: Random, n: number) => Array.from({ length: n }, () => random.uniform());

/** Pearson's Σ (observed − expected)² / expected with equal expectations. */
function chiSquared(observed: readonly number[], total: number): number {
  const expected = total / observed.length;
  return observed.reduce((sum, o) => sum + (o - expected) ** 2 / expected, 0);
}

test("the same seed gives the same numbers, as a number or as text", () => {
  expect(take(createRandom(7), 100)).toEqual(take(createRandom(7), 100));
  expect(take(createRandom("7"), 100)).toEqual(take(createRandom(7), 100));
});

test("the numbers of a seed never change between versions", () => {
  expect(take(createRandom("Hexbeat"), 3)).toMatchInlineSnapshot(`
    [
      0.055233249561632,
      0.2603754142279956,
      0.5636649055257349,
    ]
  `);
  expect(take(createRandom(1).stream("a").stream(2), 2)).toMatchInlineSnapshot(`
    [
      0.5265955085404281,
      0.4626321651225048,
    ]
  `);
});

test("different seeds give different numbers, and so do texts that differ in their last zero unit", () => {
  const first = new Set(["", "\0", "a", "a\0", "aaaa", "aaaa\0", "aaaab", 1, 2, -1, 2 ** 53 - 1].map((s) => createRandom(s).uniform()));
  expect(first.size).toBe(11);
});

test("a stream depends on its names alone, not on what was drawn before", () => {
  const random = createRandom(1);
  const before = take(random.stream("burglary"), 10);
  take(random, 1001);
  expect(take(random.stream("burglary"), 10)).toEqual(before);
  expect(take(random.stream("robbery"), 10)).not.toEqual(before);
  expect(take(random.stream("x").stream("burglary"), 10)).not.toEqual(before);
});

test("a stream and its parent are uncorrelated", () => {
  const n = 20_000;
  const a = take(createRandom(5), n), b = take(createRandom(5).stream(0), n), c = take(createRandom(5).stream(1), n);
  const correlation = (p: number[], q: number[]) => (12 * p.reduce((sum, v, i) => sum + (v - 0.5) * (q[i] - 0.5), 0)) / n;
  for (const r of [correlation(a, b), correlation(a, c), correlation(b, c)]) expect(Math.abs(r)).toBeLessThan(4 / Math.sqrt(n));
});

test("a seed that is not a whole number is an InputError", () => {
  for (const seed of [0.5, Number.NaN, Infinity, 2 ** 53]) expect(() => createRandom(seed)).toThrow(InputError);
});

test("uniform numbers lie in [0, 1) and fill 1,000 classes evenly", () => {
  const n = 1_000_000;
  const random = createRandom(20260101);
  const classes: number[] = Array(1000).fill(0);
  let outside = 0;
  for (let i = 0; i < n; i++) {
    const u = random.uniform();
    outside += Number(!(u >= 0 && u < 1));
    classes[Math.floor(u * 1000)]++;
  }
  expect(outside).toBe(0);
  // χ² with 999 degrees of freedom: mean 999, standard deviation 44.7; four of them either way.
  expect(chiSquared(classes, n)).toBeGreaterThan(820);
  expect(chiSquared(classes, n)).toBeLessThan(1178);
});

test("neighbouring uniform numbers fill the 32 × 32 squares evenly", () => {
  const random = createRandom(3);
  const squares: number[] = Array(1024).fill(0);
  for (let i = 0; i < 200_000; i++) squares[Math.floor(random.uniform() * 32) * 32 + Math.floor(random.uniform() * 32)]++;
  expect(Math.abs(chiSquared(squares, 200_000) - 1023)).toBeLessThan(4 * Math.sqrt(2 * 1023));
});

test("whole numbers are uniform for n that do not divide 2^53", () => {
  for (const n of [1, 2, 3, 7, 52]) {
    const random = createRandom(n);
    const counts: number[] = Array(n).fill(0);
    for (let i = 0; i < 100_000; i++) counts[random.integer(n)]++;
    expect(chiSquared(counts, 100_000)).toBeLessThan(n - 1 + 4 * Math.sqrt(2 * n) + 4);
  }
});

test("the largest n are rejected fairly: the upper half of [0, 2^53 − 1) is as likely as the lower", () => {
  const random = createRandom(11);
  const n = 3 * 2 ** 51; // a plain remainder would give the lowest third of these twice the weight
  let low = 0;
  for (let i = 0; i < 30_000; i++) if (random.integer(n) < n / 3) low++;
  expect(Math.abs(low - 10_000)).toBeLessThan(4 * Math.sqrt(30_000 * (2 / 9)));
});

test("integer refuses n below 1, fractions and n above 2^53 − 1", () => {
  for (const n of [0, -1, 1.5, 2 ** 53, Number.NaN]) expect(() => createRandom(1).integer(n)).toThrow(RangeError);
});

test("shuffle makes each of the 24 orders of four items equally often and leaves its input alone", () => {
  const random = createRandom(9);
  const items = ["a", "b", "c", "d"] as const;
  const orders = new Map<string, number>();
  for (let i = 0; i < 48_000; i++) {
    const order = shuffle(random, items).join("");
    orders.set(order, (orders.get(order) ?? 0) + 1);
  }
  expect(items).toEqual(["a", "b", "c", "d"]);
  expect(orders.size).toBe(24);
  expect(chiSquared([...orders.values()], 48_000)).toBeLessThan(23 + 4 * Math.sqrt(46));
});
