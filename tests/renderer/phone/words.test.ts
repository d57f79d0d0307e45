// Times and lengths as the pack tells them.

import { expect, test } from "vitest";
import { clockTime, fixInWords, hourText, lengthInWords } from "../../../renderer/phone/words.ts";

const patrol = (seconds: number) => ({ start: { epoch: 0, local: 0 }, end: { epoch: 1000 * seconds, local: 0 } });

test("a patrol's length is the minutes that are over", () => {
  expect([0, 59, 60, 899, 900].map((seconds) => lengthInWords(patrol(seconds)))).toEqual(["0 minutes", "0 minutes", "1 minute", "14 minutes", "15 minutes"]);
  expect(lengthInWords(patrol(-1))).toBe("the clock was put back");
});

test("clock times are local, hours have two digits, a position says how well it is known", () => {
  expect(clockTime({ local: Date.UTC(2024, 4, 1, 6, 5, 59) })).toBe("06:05");
  expect(hourText(6)).toBe("06:00");
  expect([fixInWords(null), fixInWords({ lon: 0, lat: 0, accuracy: 8.6 })]).toEqual(["not known", "known to 9 m"]);
});
