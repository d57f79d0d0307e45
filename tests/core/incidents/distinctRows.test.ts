import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distinctRows } from "../../../core/incidents/distinctRows.ts";

describe("distinctRows", () => {
  it("groups equal rows exactly as comparing them one by one does", () => {
    const row = fc.tuple(fc.constantFrom(0, -0, 0.1, 1e-300, -122.403405, 5e9), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
        const { group, first, size } = distinctRows([Float64Array.from(rows, ([a]) => a), Uint16Array.from(rows, ([, b]) => b)], rows.length);
        const keys = rows.map(([a, b]) => `${a + 0} ${b}`);
        expect([...group].map((g) => first[g])).toEqual(keys.map((key) => keys.indexOf(key)));
        expect([...size]).toEqual([...first].map((row_) => keys.filter((key) => key === keys[row_]).length));
      }),
    );
  });
});
