// Whether what `npm start` runs is as new as what it is made from.

import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["core", "workers", "electron", "renderer", "assets", "package.json", "package-lock.json"];

/** False where something is not built yet, or a source file is newer than the build. */
export function isBuilt(root: string): boolean {
  const outputs = ["out/renderer.manifest.json", "out/electron/main.js", "out/electron/preload.cjs"].map((path) => join(root, path));
  if (!outputs.every((path) => existsSync(path))) return false;
  const oldest = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  return SOURCES.every((path) => newest(join(root, path)) <= oldest);
}

function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), found.mtimeMs);
}
