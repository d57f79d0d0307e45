// Bisection over values of which some cannot be told.

import fc from "fast-check";
import { expect, test } from "vitest";
import { leastThatWorks } from "../../../../core/patrol/centre/leastThatWorks.ts";

test("finds the least that works, in about as many questions as the count has binary digits", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 1000 }), fc.nat(1000), async (count, at) => {
      const least = Math.min(at, count);
      let asked = 0;
      const answer = await leastThatWorks(count, (index) => (asked++, Promise.resolve(index >= least ? index : "fails")), () => undefined);
      expect(answer).toEqual({ found: least, bound: least });
      expect(asked).toBeLessThanOrEqual(Math.ceil(Math.log2(count + 1)));
    }),
    { seed: 3 },
  );
});

test("what stays untold lies between what is found and what is proved, and nothing that can be told is left out", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 200 }), fc.nat(200), fc.nat(200), async (count, a, b) => {
      // Untold from `low` to before `high`; before that all fail, from there on all work.
      const [low, high] = [Math.min(a, b, count), Math.min(Math.max(a, b), count)];
      const answer = await leastThatWorks(count, (index) => Promise.resolve(index < low ? "fails" : index < high ? "late" : index), () => undefined);
      expect(answer).toEqual({ found: high, bound: low });
    }),
    { seed: 3 },
  );
});
