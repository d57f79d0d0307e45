// The k lowest keys, against sorting.

import fc from "fast-check";
import { expect, test } from "vitest";
import { selectLowest } from "../../../../core/patrol/median/selectLowest.ts";

test("the lowest keys come first, ties and all, and no index is lost", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 60 }), fc.nat(), (values, seed) => {
      const keys = Float64Array.from(values), k = 1 + (seed % values.length);
      const indices = Uint32Array.from(values.keys());
      selectLowest(keys, indices, values.length, k);
      expect(Array.from(indices.subarray(0, k), (i) => keys[i]).sort((a, b) => a - b)).toEqual(values.toSorted((a, b) => a - b).slice(0, k));
      expect([...indices].sort((a, b) => a - b)).toEqual([...values.keys()]);
    }),
  );
});
