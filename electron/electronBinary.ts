// Electron's binary, which is not part of its npm package: where it is, and one try to fetch it.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "node_modules", "electron");
const stamp = join(folder, ".hexbeat-fetch-tried");
const REACHABLE_WITHIN = 4000; // ms
const FETCHED_WITHIN = 300_000; // ms

/** The program, or null where only the npm package is there. */
export function electronBinary(): string | null {
  const named = join(folder, "path.txt");
  if (!existsSync(named)) return null;
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, "dist"), readFileSync(named, "utf8"));
  return existsSync(path) ? path : null;
}

/** Tried once for each installation of the packages; without a network it gives up within seconds. */
export async function fetchElectron(): Promise<string | null> {
  if (existsSync(stamp) || !existsSync(folder)) return null;
  try {
    writeFileSync(stamp, "");
  } catch {
    return null; // another user's installation: Electron could not be put there either
  }
  if (!(await isReachable())) return null;
  console.log("Hexbeat: fetching Electron (about 110 MB, once) …");
  spawnSync(process.execPath, [join(folder, "install.js")], { stdio: "ignore", timeout: FETCHED_WITHIN });
  return electronBinary();
}

async function isReachable(): Promise<boolean> {
  const from = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? "https://github.com/electron/electron/releases/";
  try {
    await fetch(from, { method: "HEAD", signal: AbortSignal.timeout(REACHABLE_WITHIN) });
    return true;
  } catch {
    return false;
  }
}
