// Whether a search came to its own end.

import { expect, test } from "vitest";
import { timed } from "../../../renderer/actions/timed.ts";

const clockOf = (times: number[]) => () => times.shift()!;

test("work that took less than the limit of its parts is timely, and what it found is handed on", async () => {
  expect(await timed(10, async () => "found", clockOf([100, 109.9]))).toEqual({ found: "found", timely: true });
});

test("work that took as long as a part may is not", async () => {
  expect(await timed(10, async () => "found", clockOf([100, 110]))).toEqual({ found: "found", timely: false });
});

test("a failure is passed on", async () => {
  await expect(timed(10, () => Promise.reject(new Error("no")), clockOf([0]))).rejects.toThrow("no");
});
