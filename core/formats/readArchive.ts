// The files inside a zip, unpacked in memory under limits; their names never become paths.

import { Inflate } from "fflate";
import { InputError } from "../errors.ts";
import { readSlice, type FileLike } from "../incidents/fileLike.ts";
import { zipDataRange, zipEntries, type ZipEntry } from "../incidents/zipEntries.ts";

export interface Archive {
  /** As they stand in the zip: "folder/name.shp". */
  readonly names: readonly string[];
  /** @throws InputError if the entry is damaged or unpacks beyond the limits, which count over the whole archive. */
  unpack(name: string): Promise<Uint8Array<ArrayBuffer>>;
}

const CHUNK = 2 ** 16;
const MAX_EXPANDED = 2 ** 31;
const MAX_RATIO = 200;
/** Below this size a high ratio is harmless, and honest small files reach it. */
const RATIO_FROM = 2 ** 24;

/** @throws InputError if the zip is damaged, encrypted, too large, or names a file outside its own folder. */
export async function readArchive(file: FileLike): Promise<Archive> {
  const entries = await zipEntries(file);
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (!isSafe(entry.name)) {
      throw new InputError(`The zip names a file outside its own folder ("${entry.name.slice(0, 60)}"), as hostile files do. Get it from a source you trust.`);
    }
    byName.set(entry.name, entry);
  }
  let total = 0;
  return {
    names: [...byName.keys()],
    unpack: async (name) => {
      const entry = byName.get(name);
      if (!entry) throw new InputError(`The zip holds no "${name}". It holds: ${[...byName.keys()].slice(0, 10).join(", ")}.`);
      const pieces = await inflate(file, entry, (bytes) => (total += bytes));
      return joined(pieces);
    },
  };
}

async function inflate(file: FileLike, entry: ZipEntry, grow: (bytes: number) => number): Promise<Uint8Array[]> {
  const [start, end] = await zipDataRange(file, entry);
  const pieces: Uint8Array[] = [];
  let expanded = 0;
  const take = (bytes: Uint8Array): void => {
    expanded += bytes.length;
    if (grow(bytes.length) > MAX_EXPANDED || (expanded > RATIO_FROM && expanded > MAX_RATIO * (end - start))) {
      throw new InputError(`"${entry.name}" unpacks to over 2 GiB or ${MAX_RATIO} times its size, the limits against hostile files. If it is genuine, unpack it first.`);
    }
    pieces.push(bytes);
  };
  if (entry.method !== 8 && entry.method !== 0) {
    throw new InputError(`"${entry.name}" is packed by a method (${entry.method}) that is not read. Pack the files again as an ordinary zip.`);
  }
  const stream = entry.method === 8 ? new Inflate(take) : null;
  for (let at = start; at < end; at += CHUNK) {
    const bytes = await readSlice(file, at, Math.min(end, at + CHUNK));
    if (!stream) take(bytes);
    else {
      try {
        stream.push(bytes, at + CHUNK >= end);
      } catch (error) {
        if (error instanceof InputError) throw error;
        throw new InputError(`"${entry.name}" in the zip is damaged or cut off (${(error as Error).message}). Get the file again.`);
      }
    }
  }
  return pieces;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const isSafe = (name: string): boolean =>
  !name.includes("\\") && !name.includes("\0") && !name.startsWith("/") && !/^[A-Za-z]:/.test(name) && !name.split("/").includes("..");
