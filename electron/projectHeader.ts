// What a file says it is in its first bytes, before SQLite is let near it.

import { closeSync, lstatSync, openSync, readSync, statSync } from "node:fs";
import { InputError } from "../core/errors.ts";
import { APPLICATION_ID, SCHEMA_VERSION } from "./projectSchema.ts";

const KINDS: readonly { readonly start: string; readonly kind: string }[] = [
  { start: "504b0304", kind: "a zip archive (a spreadsheet or a zipped Shapefile)" },
  { start: "1f8b", kind: "a gzip file" },
  { start: "89504e47", kind: "a PNG picture" },
  { start: "ffd8ff", kind: "a JPEG picture" },
  { start: "25504446", kind: "a PDF document" },
  { start: "504d54696c6573", kind: "a PMTiles basemap" },
];

/** @throws InputError if it is not a whole project file that this version can open; the file is not changed. */
export function checkProjectHeader(path: string): void {
  const link = lstatSync(path);
  if (!link.isFile() || link.nlink !== 1) {
    throw new InputError("The project is a link or a special file, on which saving is not safe. Put the file itself into the projects folder.");
  }
  const header = firstBytes(path, 4096);
  const kind = kindOf(header);
  if (kind !== null) throw new InputError(`This is ${kind}, not a Hexbeat project.${kind.includes("GeoPackage") || kind.includes("text") ? " Import it instead." : ""}`);
  const version = header.readUInt32BE(60);
  if (version > SCHEMA_VERSION) {
    throw new InputError(
      `The project was made by a newer version of Hexbeat (file format ${version}; this one reads up to ${SCHEMA_VERSION}). ` +
        "Update Hexbeat to open it; the file was not changed.",
    );
  }
  if (version < SCHEMA_VERSION) {
    throw new InputError(`The project's file format is ${version}; the first that Hexbeat ever wrote is 1. The file is damaged: open a copy.`);
  }
  // With a -wal beside it the last checkpoint may not have been finished; SQLite finishes it.
  const wal = statSync(`${path}-wal`, { throwIfNoEntry: false });
  const stated = header.readUInt32BE(28) * (header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16));
  if (!wal?.size && link.size < stated) {
    throw new InputError(
      `The project is cut off: ${megabytes(link.size)} of ${megabytes(stated)} MB are there. Open a copy of the project made earlier.`,
    );
  }
}

/** null for a Hexbeat project. */
function kindOf(header: Buffer): string | null {
  if (header.length === 0) return "an empty file";
  if (header.subarray(0, 16).toString("latin1") === "SQLite format 3\0" && header.length >= 100) {
    const application = header.readUInt32BE(68);
    if (application === APPLICATION_ID) return null;
    const letters = header.subarray(68, 72).toString("latin1");
    return /^(GPKG|GP10|GP11)$/.test(letters) ? "a GeoPackage" : "another program's SQLite database";
  }
  const hex = header.toString("hex");
  const known = KINDS.find(({ start }) => hex.startsWith(start));
  if (known) return known.kind;
  return header.includes(0) ? "a file of an unknown kind" : "a text file";
}

function firstBytes(path: string, length: number): Buffer {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(file, buffer, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
