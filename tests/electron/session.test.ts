// Codes and tokens of the loopback host, with a clock of our own.

import { expect, test } from "vitest";
import { createSession } from "../../electron/session.ts";

test("a code gives the token once, and only in its time", () => {
  let time = 0;
  const session = createSession(() => time);
  const [first, second] = [session.newCode(60), session.newCode(60)];
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(first).not.toBe(second);
  const token = session.redeem(first);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(session.redeem(first)).toBeNull();
  expect(session.codeOutstanding()).toBe(true);
  time = 60_001;
  expect(session.codeOutstanding()).toBe(false);
  expect(session.redeem(second)).toBeNull();
});

test("only the whole header with the token is admitted", () => {
  const session = createSession(() => 0);
  const token = session.redeem(session.newCode(1));
  expect(session.admits(`Bearer ${token}`)).toBe(true);
  for (const header of [undefined, "", "Bearer", `bearer ${token}`, `Bearer ${token} `, `${token}`, `Bearer ${token}${token}`]) expect(session.admits(header)).toBe(false);
  const other = createSession(() => 0);
  expect(other.admits(`Bearer ${token}`)).toBe(false);
});

test("after five failures in a minute the next ones wait a second, until the minute is over", () => {
  let time = 0;
  const session = createSession(() => time);
  expect(Array.from({ length: 7 }, () => session.penalty())).toEqual([0, 0, 0, 0, 0, 1000, 1000]);
  time = 60_001;
  expect(session.penalty()).toBe(0);
});
