// Windows as they are typed.

import { expect, test } from "vitest";
import { FOUR_HOURS, parseWindows, writeWindows } from "../../../core/forecast/windowList.ts";

test("windows are read back as they were written", () => {
  expect(parseWindows(writeWindows(FOUR_HOURS))).toEqual(FOUR_HOURS);
  expect(parseWindows("22-2,7.5 – 9")).toEqual([[22, 2], [7.5, 9]]);
});

test("what is no window is named, with how to write one", () => {
  for (const text of ["", "8 to 12", "0-25", "4", "-1-3", "24-4"]) expect(() => parseWindows(text)).toThrow(/window.*such as/);
});
