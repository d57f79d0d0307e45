// The time left in a progress line.

import { expect, test } from "vitest";
import { withTimeLeft } from "../../../renderer/actions/timeLeft.ts";

test("what is left follows from what is done and how long it took, and is not guessed too early", () => {
  let now = 0;
  const said: string[] = [];
  const report = withTimeLeft((_fraction, note) => said.push(note ?? ""), () => now);
  now = 1;
  report(0.1, "Preliminary fit");
  now = 5;
  report(0.25, "Preliminary fit");
  now = 100;
  report(0.25);
  report(1, "Done");
  expect(said).toEqual(["Preliminary fit", "Preliminary fit, 15 s left", "5 min left", "Done"]);
});
