// What the workbench remembers across projects (theme, panels, the last project): one small file beside them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonValue } from "../core/json.ts";
import { atomicWrite } from "./atomicWrite.ts";

const pathOf = (folder: string): string => join(folder, ".preferences.json");

/** null where there are none, or the file is damaged: then the workbench starts with its own. */
export function readPreferences(folder: string): JsonValue {
  try {
    return JSON.parse(readFileSync(pathOf(folder), "utf8")) as JsonValue;
  } catch {
    return null;
  }
}

export function writePreferences(folder: string, preferences: JsonValue): void {
  atomicWrite(pathOf(folder), Buffer.from(JSON.stringify(preferences)));
}
