// The command line as a person or a script meets it: child processes in a folder, exit codes, standard output and error.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";

export const root = join(import.meta.dirname, "..", "..");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** `hexbeat …` run in this folder. */
export const createCli = (folder: string) => (args: readonly string[], input = ""): Ran => {
  const done = spawnSync(process.execPath, [join(root, "electron", "cli.ts"), ...args], { cwd: folder, input, encoding: "utf8", maxBuffer: 2 ** 28 });
  return { code: done.status, out: done.stdout, error: done.stderr };
};

/** The JSON of a run that succeeded, whatever it said beside it. */
export function json<T>({ code, out, error }: Ran): T {
  expect(error === "" || !/\n\s+at /.test(error), error).toBe(true);
  expect(code, error).toBe(0);
  return JSON.parse(out) as T;
}

/** One line on standard error that begins with our name, no stack, nothing on standard output. */
export function expectRefusal(ran: Ran, code: number, message: RegExp): void {
  expect(ran.out).toBe("");
  expect(ran.error).toMatch(/^hexbeat: [^\n]+\n$/);
  expect(ran.error).toMatch(message);
  expect(ran.code).toBe(code);
}
