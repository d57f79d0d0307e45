import fc from "fast-check";
import { expect, it } from "vitest";
import { distanceTransform } from "../../../core/geo/distanceTransform.ts";

it("is the distance to the nearest marked cell, as trying them all finds it", () => {
  const raster = fc
    .record({ columns: fc.integer({ min: 1, max: 12 }), rows: fc.integer({ min: 1, max: 12 }) })
    .chain(({ columns, rows }) =>
      fc.record({ columns: fc.constant(columns), rows: fc.constant(rows), marked: fc.array(fc.constantFrom(0, 0, 0, 1), { minLength: columns * rows, maxLength: columns * rows }) }),
    );
  fc.assert(
    fc.property(raster, ({ columns, rows, marked }) => {
      const found = distanceTransform(Uint8Array.from(marked), columns, rows);
      for (let k = 0; k < columns * rows; k++) {
        let least = Infinity;
        marked.forEach((mark, m) => {
          if (mark === 1) least = Math.min(least, Math.hypot((k % columns) - (m % columns), Math.floor(k / columns) - Math.floor(m / columns)));
        });
        expect(found[k]).toBeCloseTo(least, 12);
      }
    }),
    { numRuns: 300 },
  );
});
