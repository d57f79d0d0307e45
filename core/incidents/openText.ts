// A file of text as a stream of bytes, whether it is plain, gzip or inside a zip.

import { Gunzip, Inflate } from "fflate";
import { InputError } from "../errors.ts";
import { readSlice, type FileLike } from "./fileLike.ts";
import { zipDataRange, zipEntries, type ZipEntry } from "./zipEntries.ts";

export interface ByteChunk {
  readonly bytes: Uint8Array;
  /** Share of the file that has been read so far. */
  readonly fraction: number;
}

export interface OpenedText {
  /** The tables inside a zip; empty for anything else. */
  readonly innerNames: readonly string[];
  /** The one that is read; null where the file is no zip. */
  readonly inner: string | null;
  chunks(): AsyncGenerator<ByteChunk>;
}

const PLAIN_CHUNK = 2 ** 21;
/** Small, because one such piece of a hostile file may expand a thousandfold before it can be measured. */
const PACKED_CHUNK = 2 ** 16;
const MAX_EXPANDED = 2 ** 31;
const MAX_RATIO = 200;
/** Below this size a high ratio is harmless, and honest small files reach it. */
const RATIO_FROM = 2 ** 24;

/** What a file's first bytes say it is, where it is not text. */
const FOREIGN: readonly (readonly [start: string, what: string])[] = [
  ["\xd0\xcf\x11\xe0", "an old Excel workbook. Save it as CSV in the spreadsheet and load that"],
  ["SQLite format 3\0", "a SQLite or GeoPackage file. Load it as a GeoPackage (.gpkg)"],
  ["%PDF", "a PDF. Ask for the data as CSV"],
  ["PAR1", "a Parquet file. Save it as CSV and load that"],
  ["<html", "a web page. Save the table as CSV and load that"],
  ["<!doctype html", "a web page. Save the table as CSV and load that"],
  ["<table", "a web page under a spreadsheet's name. Save the table as CSV and load that"],
];

/** @throws InputError if the file is empty, of another kind, or the zip holds no table (or not the one asked for). */
export async function openText(file: FileLike, name: string, inner?: string | null): Promise<OpenedText> {
  if (file.size === 0) throw new InputError(`"${name}" is empty (0 bytes). Choose another file.`);
  const head = String.fromCharCode(...(await readSlice(file, 0, 64)));
  for (const [start, what] of FOREIGN) {
    if (head.trimStart().toLowerCase().startsWith(start.toLowerCase())) throw new InputError(`"${name}" is ${what}.`);
  }
  if (head.startsWith("\x1f\x8b")) return { innerNames: [], inner: null, chunks: () => gunzip(file, name) };
  if (!head.startsWith("PK\x03\x04")) return { innerNames: [], inner: null, chunks: () => plain(file) };

  const tables = tablesIn(await zipEntries(file), name);
  const entry = inner ? tables.find((table) => table.name === inner) : tables[0];
  if (!entry) throw new InputError(`"${name}" holds no "${inner}". It holds: ${tables.map((table) => table.name).join(", ")}.`);
  return { innerNames: tables.map((table) => table.name), inner: entry.name, chunks: () => unzip(file, entry) };
}

function tablesIn(entries: readonly ZipEntry[], name: string): readonly ZipEntry[] {
  if (entries.some((entry) => entry.name === "[Content_Types].xml")) {
    throw new InputError(`"${name}" is an Excel workbook or another Office file. Save it as CSV in the spreadsheet and load that.`);
  }
  const ending = (pattern: RegExp) => entries.filter((entry) => pattern.test(entry.name));
  const tables = ending(/\.(csv|tsv|tab|psv)$/i);
  const found = tables.length > 0 ? tables : ending(/\.txt$/i);
  if (found.length > 0) return found;
  const held = entries.slice(0, 5).map((entry) => entry.name).join(", ");
  throw new InputError(`"${name}" holds no CSV or TSV file (it holds: ${held || "nothing"}). Load a shapefile zip as a shapefile.`);
}

async function* plain(file: FileLike): AsyncGenerator<ByteChunk> {
  for (let at = 0; at < file.size; at += PLAIN_CHUNK) {
    const bytes = await readSlice(file, at, at + PLAIN_CHUNK);
    yield { bytes, fraction: Math.min(1, (at + bytes.length) / file.size) };
  }
}

async function* gunzip(file: FileLike, name: string): AsyncGenerator<ByteChunk> {
  const out: Uint8Array[] = [];
  const stream = new Gunzip((bytes) => out.push(bytes));
  yield* expand(file, 0, file.size, name, out, (bytes, last) => stream.push(bytes, last));
}

async function* unzip(file: FileLike, entry: ZipEntry): AsyncGenerator<ByteChunk> {
  const [start, end] = await zipDataRange(file, entry);
  const out: Uint8Array[] = [];
  if (entry.method === 8) {
    const stream = new Inflate((bytes) => out.push(bytes));
    yield* expand(file, start, end, entry.name, out, (bytes, last) => stream.push(bytes, last));
  } else if (entry.method === 0) {
    yield* expand(file, start, end, entry.name, out, (bytes) => out.push(bytes));
  } else {
    throw new InputError(`"${entry.name}" is packed by a method (${entry.method}) that is not read. Unpack it and load the CSV.`);
  }
}

/** Feeds the packed bytes piece by piece, and measures what comes out instead of trusting what the file declares. */
async function* expand(
  file: FileLike,
  start: number,
  end: number,
  name: string,
  out: Uint8Array[],
  push: (bytes: Uint8Array, last: boolean) => void,
): AsyncGenerator<ByteChunk> {
  let expanded = 0;
  for (let at = start; at < end; at += PACKED_CHUNK) {
    const stop = Math.min(end, at + PACKED_CHUNK);
    const bytes = await readSlice(file, at, stop);
    try {
      push(bytes, stop === end);
    } catch (error) {
      throw new InputError(`"${name}" is damaged or cut off near byte ${at} (${(error as Error).message}). Get the file again.`);
    }
    for (const piece of out) expanded += piece.length;
    const tooDense = expanded > RATIO_FROM && expanded > MAX_RATIO * (stop - start);
    if (expanded > MAX_EXPANDED || tooDense) {
      throw new InputError(
        `"${name}" unpacks to over ${tooDense ? `${MAX_RATIO} times its size` : "2 GiB"}, which is the limit against hostile files. ` +
          `If it is genuine, unpack it and load it in parts.`,
      );
    }
    for (const piece of out) if (piece.length > 0) yield { bytes: piece, fraction: stop / file.size };
    out.length = 0;
  }
}
