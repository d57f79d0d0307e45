// Pareto members of allocations, by hand and by definition.

import fc from "fast-check";
import { expect, test } from "vitest";
import { paretoMembers } from "../../../../core/patrol/explore/paretoMembers.ts";

test("members are those that no other beats in one count without losing in the other", () => {
  const all = [
    { coverage: 0.5, meanDistance: 900 },
    { coverage: 0.4, meanDistance: 700 },
    { coverage: 0.4, meanDistance: 800 },
    { coverage: 0.3, meanDistance: 700 },
    { coverage: null, meanDistance: null },
  ];
  expect(paretoMembers(all)).toEqual([true, true, false, false, false]);
});

test("equals are members together", () => {
  const same = { coverage: 0.5, meanDistance: 900 };
  expect(paretoMembers([same, { ...same }])).toEqual([true, true]);
});

test("along the members distance rises with coverage, and every other has a member that is as good in both", () => {
  const point = fc.record({ coverage: fc.integer({ min: 0, max: 9 }), meanDistance: fc.integer({ min: 0, max: 9 }) });
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), (all) => {
      const member = paretoMembers(all);
      const front = all.filter((_, i) => member[i]).sort((a, b) => a.coverage - b.coverage || a.meanDistance - b.meanDistance);
      for (let i = 1; i < front.length; i++) expect(front[i].meanDistance).toBeGreaterThanOrEqual(front[i - 1].meanDistance);
      for (const { coverage, meanDistance } of all) expect(front.some((other) => other.coverage >= coverage && other.meanDistance <= meanDistance)).toBe(true);
    }),
    { seed: 1 },
  );
});
