// The attribute table of a shapefile (.dbf): one row a shape, in the file's order.

import { InputError } from "../errors.ts";
import type { Tally } from "./layerNotices.ts";

/** null for a row that is marked as deleted: its shape goes with it. */
export type DbfRow = Readonly<Record<string, string | number | boolean | null>> | null;

interface Field {
  readonly name: string;
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

/**
 * dBASE III to IV tables. Dates become "2012-07-01"; an empty or overflowing number ("****") becomes null.
 * @param encoding the `.cpg` file's word ("UTF-8", "1252", "ISO-8859-1"); without one, UTF-8 where the bytes are
 *   valid UTF-8 and Windows-1252 otherwise.
 * @throws InputError if the header does not fit the file.
 */
export function readDbf(bytes: Uint8Array, name: string, encoding: string | null, tally: Tally): readonly DbfRow[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = () => new InputError(`"${name}" is damaged: its header does not fit its ${bytes.length} bytes. Get the file again.`);
  if (bytes.length < 33) throw damaged();
  const count = view.getUint32(4, true);
  const headerLength = view.getUint16(8, true);
  const rowLength = view.getUint16(10, true);
  if (headerLength < 33 || headerLength > bytes.length || rowLength < 1) throw damaged();
  const body = bytes.subarray(headerLength);
  const decode = decoder(encoding, body, name);
  const fields = readFields(bytes, headerLength, decode, tally);
  if (fields.some((field) => field.start + field.length > rowLength)) throw damaged();

  const rows: DbfRow[] = [];
  for (let i = 0; i < count; i++) {
    const row = body.subarray(i * rowLength, (i + 1) * rowLength);
    if (row.length < rowLength) {
      tally.add("damaged-record", count - i);
      break;
    }
    if (row[0] === 0x2a) {
      tally.add("deleted-record");
      rows.push(null);
    } else {
      rows.push(Object.fromEntries(fields.map((field) => [field.name, cell(field, row, decode, tally)])));
    }
  }
  return rows;
}

function readFields(bytes: Uint8Array, headerLength: number, decode: (bytes: Uint8Array) => string, tally: Tally): readonly Field[] {
  const fields: Field[] = [];
  const used = new Set<string>();
  let start = 1; // Byte 0 of a row says whether it is deleted.
  for (let at = 32; at + 32 <= headerLength && bytes[at] !== 0x0d; at += 32) {
    const end = bytes.subarray(at, at + 11).indexOf(0);
    const given = decode(bytes.subarray(at, at + (end < 0 ? 11 : end))).trim() || `field_${fields.length + 1}`;
    let name = given;
    for (let n = 2; used.has(name); n++) name = `${given}_${n}`;
    if (name !== given) tally.add("renamed-field");
    used.add(name);
    const type = String.fromCharCode(bytes[at + 11]);
    // Wide text keeps the high byte of its length where numbers keep their decimals.
    const length = type === "C" ? bytes[at + 16] + 256 * bytes[at + 17] : bytes[at + 16];
    fields.push({ name, type, start, length });
    start += length;
  }
  return fields;
}

function cell(field: Field, row: Uint8Array, decode: (bytes: Uint8Array) => string, tally: Tally): string | number | boolean | null {
  const text = decode(row.subarray(field.start, field.start + field.length)).replaceAll("\0", "").trimEnd();
  const trimmed = text.trim();
  switch (field.type) {
    case "N":
    case "F": {
      if (trimmed === "") return null;
      // Some writers use the decimal comma of their language.
      const number = /^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number.parseFloat(trimmed.replace(",", ".")) : NaN;
      if (Number.isFinite(number)) return number;
      tally.add("field-overflow");
      return null;
    }
    case "L":
      return /^[TtYy]$/.test(trimmed) ? true : /^[FfNn]$/.test(trimmed) ? false : null;
    case "D": {
      const date = /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed);
      return date && trimmed !== "00000000" ? `${date[1]}-${date[2]}-${date[3]}` : null;
    }
    default:
      return trimmed === "" ? null : text;
  }
}

function decoder(encoding: string | null, body: Uint8Array, name: string): (bytes: Uint8Array) => string {
  const label = encoding?.trim().replace(/^ANSI\s*/i, "").replace(/^(?:cp)?(125\d|874)$/i, "windows-$1").replace(/^88591$/, "iso-8859-1");
  let found: TextDecoder;
  try {
    found = new TextDecoder(label || (isUtf8(body) ? "utf-8" : "windows-1252"));
  } catch {
    throw new InputError(`The text of "${name}" is in the encoding "${encoding?.slice(0, 30)}", which is not known. Save the layer in UTF-8 from a GIS.`);
  }
  return (bytes) => found.decode(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
