// Offline basemaps: PMTiles files kept in a folder beside the projects, read piece by piece.

import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { InputError } from "../core/errors.ts";
import type { BasemapSummary } from "../core/host.ts";
import { atomicWrite } from "./atomicWrite.ts";
import { safeFileName } from "./safeFileName.ts";

const EXTENSION = ".pmtiles";

const folderOf = (projects: string): string => join(projects, "basemaps");

export function listBasemaps(projects: string): BasemapSummary[] {
  const folder = folderOf(projects);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(EXTENSION) && !file.startsWith("."));
  return files.sort().map((file) => summaryAt(join(folder, file)));
}

/** @throws InputError if it is not a PMTiles archive of version 3, or the name is taken. */
export function addBasemap(projects: string, name: string, bytes: Uint8Array): BasemapSummary {
  const start = Buffer.from(bytes.subarray(0, 8));
  if (start.subarray(0, 7).toString("latin1") !== "PMTiles" || start[7] !== 3 || bytes.byteLength < 127) {
    throw new InputError("The file is not a PMTiles archive of version 3. Choose a .pmtiles file, or convert yours with `pmtiles convert`.");
  }
  const folder = folderOf(projects);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, safeFileName(name.replace(/\.pmtiles$/i, ""), "basemap") + EXTENSION);
  if (existsSync(path)) throw new InputError(`There is a basemap of the name "${name}" already. Remove it first, or choose another name.`);
  atomicWrite(path, bytes);
  return summaryAt(path);
}

/** The bytes that are there from `offset`: fewer than `length` at the end of the file. */
export function readBasemap(projects: string, id: string, offset: number, length: number): Uint8Array {
  const file = openSync(pathOf(projects, id), "r");
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  } finally {
    closeSync(file);
  }
}

export function deleteBasemap(projects: string, id: string): void {
  rmSync(pathOf(projects, id));
}

function pathOf(projects: string, id: string): string {
  const found = listBasemaps(projects).find((basemap) => basemap.id === id);
  if (!found) throw new InputError("That basemap is no longer there. Add its file again.");
  return join(folderOf(projects), found.name + EXTENSION);
}

function summaryAt(path: string): BasemapSummary {
  const name = basename(path, EXTENSION);
  return { id: createHash("sha256").update(name).digest("hex").slice(0, 32), name, bytes: statSync(path).size };
}
