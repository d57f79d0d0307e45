// The reference values and real data that lie beside the checkout; tests that need them skip with a clear line where absent.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "..", "..", "shared");

export const sharedPath = (...parts: string[]): string => join(folder, ...parts);

/** True where the file is there; otherwise says on the console what is skipped. */
export function haveShared(...parts: string[]): boolean {
  const path = sharedPath(...parts);
  if (existsSync(path)) return true;
  console.warn(`SKIPPED: ${join(...parts)} is not beside this checkout (../shared); the tests that need it do not run.`);
  return false;
}

export function oracle<T>(name: string): T {
  return JSON.parse(readFileSync(sharedPath("oracle", "public", `${name}.json`), "utf8")) as T;
}
