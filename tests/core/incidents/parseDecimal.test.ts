import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecimal } from "../../../core/incidents/parseDecimal.ts";

describe("parseDecimal", () => {
  it.each([
    ["0", 0], ["-1.25", -1.25], ["+7", 7], [" 51.75 ", 51.75], ["\u00a051.75\u00a0", 51.75], ["1.", 1], [".5", 0.5],
    ["-122.42612993055", -122.42612993055], ["12345678901234567000", 12345678901234567000], ["007", 7],
  ])("reads %j as %d", (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  it.each(["", " ", "-", ".", "1e1", "1E5", "0x10", "NaN", "Infinity", "１２", "1 234,5", "1,234", "51,75", "1.2.3", "--1", "12px", "1_000", "٣"])(
    "refuses %j instead of guessing",
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  it("reads a decimal comma only where it is told to", () => {
    expect(parseDecimal("-75,56985400000", true)).toBe(-75.569854);
    expect(parseDecimal("51.75", true)).toBeUndefined();
  });

  it("gives the double nearest to the text, for any number of up to 20 significant digits", () => {
    const digits = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 18 }), fc.boolean());
    fc.assert(
      fc.property(digits, ([mantissa, decimals, negative]) => {
        const text = mantissa.toString().padStart(decimals + 1, "0");
        const written = `${negative ? "-" : ""}${text.slice(0, text.length - decimals)}.${text.slice(text.length - decimals)}`;
        expect(parseDecimal(written)).toBe(Number(written));
      }),
      { numRuns: 2000 },
    );
  });
});
