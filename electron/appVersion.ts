// The version that package.json names, for the web host and the command line (Electron knows its own).

import { readFileSync } from "node:fs";
import { join } from "node:path";

export function appVersion(): string {
  const text = readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
