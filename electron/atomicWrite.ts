// Writes a file all or nothing: temporary file in the same folder, fsync, rename, fsync of the folder.
// No other code writes to a path that the user sees.

import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

/** Temporary files begin so; what an ended process left is swept away at the next start. */
export const TEMPORARY = ".hexbeat-tmp-";

export const temporaryPath = (folder: string): string => join(folder, `${TEMPORARY}${randomBytes(8).toString("hex")}`);

/** An existing file of that name stays whole until the new one is on the disk. */
export function atomicWrite(path: string, bytes: Uint8Array): void {
  const folder = dirname(path);
  const temporary = temporaryPath(folder);
  try {
    const file = openSync(temporary, "wx", 0o600);
    try {
      for (let at = 0; at < bytes.byteLength; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(folder);
}

/** Makes a rename last through a power cut. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const directory = openSync(folder, "r");
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
