// The table of contents of a zip file, read from its end; nothing is unpacked here.

import { InputError } from "../errors.ts";
import { readSlice, type FileLike } from "./fileLike.ts";

export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflate. */
  readonly method: number;
  readonly compressedSize: number;
  /** Where the entry's local header starts in the file. */
  readonly offset: number;
}

const MAX_ENTRIES = 1000;
const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

/**
 * APPNOTE.TXT 4.3.12 and 4.3.16 (PKWARE). Folders and the Mac's shadow files are left out.
 * @throws InputError if the archive is damaged, encrypted, split, larger than 4 GiB or holds over 1,000 entries.
 */
export async function zipEntries(file: FileLike): Promise<readonly ZipEntry[]> {
  const tailStart = Math.max(0, file.size - 65_557);
  const tail = await readSlice(file, tailStart, file.size);
  const view = new DataView(tail.buffer);
  let end = tail.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_SIGNATURE) end--;
  if (end < 0) throw damaged("its table of contents is missing; the file may be cut off");
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) throw new InputError(`The zip file holds ${count} files; at most ${MAX_ENTRIES} are read. Unpack it and load the one file.`);
  if (start + size > file.size) throw damaged("its table of contents lies outside the file");
  const directory = await readSlice(file, start, start + size);
  const at = new DataView(directory.buffer);
  const entries: ZipEntry[] = [];
  let p = 0;
  for (let i = 0; i < count; i++) {
    if (p + 46 > directory.length || at.getUint32(p, true) !== ENTRY_SIGNATURE) throw damaged(`entry ${i + 1} of ${count} is unreadable`);
    const nameLength = at.getUint16(p + 28, true);
    const name = new TextDecoder().decode(directory.subarray(p + 46, p + 46 + nameLength));
    const flags = at.getUint16(p + 8, true);
    if (flags & 1) throw new InputError(`"${name}" in the zip file is encrypted. Unpack it with its password first.`);
    const shadow = name.endsWith("/") || name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
    if (!shadow) {
      entries.push({
        name,
        method: at.getUint16(p + 10, true),
        compressedSize: at.getUint32(p + 20, true),
        offset: at.getUint32(p + 42, true),
      });
    }
    p += 46 + nameLength + at.getUint16(p + 30, true) + at.getUint16(p + 32, true);
  }
  return entries;
}

/** Where the entry's compressed bytes lie: the local header's own name and extra fields come first. */
export async function zipDataRange(file: FileLike, entry: ZipEntry): Promise<readonly [start: number, end: number]> {
  const head = await readSlice(file, entry.offset, entry.offset + 30);
  const view = new DataView(head.buffer);
  if (head.length < 30 || view.getUint32(0, true) !== LOCAL_SIGNATURE) throw damaged(`"${entry.name}" does not start where it should`);
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.compressedSize > file.size) throw damaged(`"${entry.name}" is cut off`);
  return [start, start + entry.compressedSize];
}

const damaged = (what: string): InputError =>
  new InputError(`The zip file cannot be read: ${what}. Get the file again, or unpack it and load the CSV.`);
