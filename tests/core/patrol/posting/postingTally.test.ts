// What fits the rules while an allocation grows and changes, against trying every completion.

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Limits, keepsLimits } from "../../../../core/patrol/posting/limits.ts";
import { createPostingTally } from "../../../../core/patrol/posting/postingTally.ts";

const SITES = 4;
/** Site 0 is fixed, sites are in two areas of two, and two kinds share three vehicles. */
const rules = fc.record({ capacity: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: SITES, maxLength: SITES }), least: fc.constantFrom([], [0, 0], [1, 1], [2, 1], [0, 2]), fixed: fc.boolean() });

function limitsOf({ capacity, least, fixed }: { capacity: readonly number[]; least: readonly number[]; fixed: boolean }): Limits {
  const at = Float64Array.from({ length: SITES }, (_, i) => i);
  return {
    siteOf: Uint32Array.of(0, 1, 2, 3, 0, 1, 2, 3),
    kindOf: Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1),
    vehicles: Uint32Array.of(2, 1),
    capacity: Uint32Array.from(capacity),
    fixed: fixed ? Uint32Array.of(0) : new Uint32Array(),
    areaOf: least.length > 0 ? Uint32Array.of(0, 0, 1, 1) : new Uint32Array(),
    least: Uint32Array.from(least),
    sites: { x: at, y: at },
  };
}

/** Whether some allocation that keeps the rules begins with these posts. */
function completes(limits: Limits, chosen: readonly number[]): boolean {
  if (keepsLimits(limits, chosen)) return true;
  return chosen.length < 3 && Array.from(limits.siteOf.keys()).some((post) => completes(limits, [...chosen, post]));
}

test("a vehicle can be added where, and only where, the rules can still be kept with it", () => {
  fc.assert(
    fc.property(rules, fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 8 }), (given, posts) => {
      const limits = limitsOf(given), tally = createPostingTally(limits), chosen: number[] = [];
      for (const post of posts) {
        expect(tally.canAdd(post)).toBe(completes(limits, [...chosen, post]));
        if (!tally.canAdd(post)) continue;
        tally.add(post);
        chosen.push(post);
      }
      expect(tally.lacking() === 0).toBe(keepsLimits(limits, chosen));
    }),
  );
});

test("a vehicle can be moved where, and only where, the rules are kept afterwards", () => {
  fc.assert(
    fc.property(rules, fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 8, maxLength: 30 }), (given, posts) => {
      const limits = limitsOf(given), tally = createPostingTally(limits), chosen: number[] = [];
      for (const post of posts) {
        if (!tally.canAdd(post)) continue;
        tally.add(post);
        chosen.push(post);
      }
      fc.pre(keepsLimits(limits, chosen));
      chosen.forEach((out, k) => {
        for (const into of limits.siteOf.keys()) expect(tally.canSwap(out, into)).toBe(keepsLimits(limits, chosen.with(k, into)));
      });
    }),
  );
});
