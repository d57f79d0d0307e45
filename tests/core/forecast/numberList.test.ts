// Numbers as a person types them.

import { expect, test } from "vitest";
import { parseNumbers, writeNumbers } from "../../../core/forecast/numberList.ts";

const rule = { name: "a share in %", min: 1, max: 100, example: "10, 20" };

test("numbers between commas or spaces, ascending, each once; written as they are typed", () => {
  const numbers = parseNumbers("50, 10 20;12.5,,10", rule);
  expect(numbers).toEqual([10, 12.5, 20, 50]);
  expect(parseNumbers(writeNumbers(numbers), rule)).toEqual(numbers);
});

test.each(["0", "101", "ten", "-5", "1e1", "20%"])("%s is refused by name, with its limits and an example", (wrong) => {
  expect(() => parseNumbers(`10, ${wrong}`, rule)).toThrow(`"${wrong}" is not a share in % from 1 to 100. Write numbers such as 10, 20.`);
});

test("none and too many are refused", () => {
  expect(() => parseNumbers(" , ", rule)).toThrow(/There is no number in " , "/);
  expect(() => parseNumbers(Array.from({ length: 21 }, (_, i) => i + 1).join(" "), rule)).toThrow(/There are 21 numbers; at most 20/);
});
