// One value with typed arrays in it ↔ bytes: JSON with markers, then the raw buffers. For HTTP and for stored results.

import { InputError } from "./errors.ts";

const KINDS = { Float64Array, Float32Array, Uint32Array, Int32Array, Uint16Array, Int16Array, Uint8Array, Int8Array };
type KindName = keyof typeof KINDS;
type Columnar = InstanceType<(typeof KINDS)[KindName]>;

const MARK = "$typed";
const ALIGN = 8;

/** Layout: u32 length of the JSON (little-endian), the JSON, zero padding to 8, each buffer padded to 8. */
export function encode(value: unknown): Uint8Array<ArrayBuffer> {
  const parts = encodeParts(value);
  const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** The same bytes in pieces, of which the large ones are those of `value` itself and not copied. */
export function encodeParts(value: unknown): Uint8Array[] {
  const arrays: Columnar[] = [];
  let offset = 0;
  const json = JSON.stringify(value, (_key, item: unknown) => {
    if (!ArrayBuffer.isView(item)) {
      if (typeof item === "number" && !Number.isFinite(item)) throw new Error(`${item} cannot be written as JSON`);
      return item;
    }
    const array = item as Columnar;
    const kind = array.constructor.name as KindName;
    if (!(kind in KINDS)) throw new Error(`${kind} cannot be carried; use one of ${Object.keys(KINDS).join(", ")}`);
    const marker = { [MARK]: kind, offset, length: array.length };
    arrays.push(array);
    offset += padded(array.byteLength);
    return marker;
  });
  const text = new TextEncoder().encode(json ?? "null");
  const head = new Uint8Array(padded(4 + text.length));
  new DataView(head.buffer).setUint32(0, text.length, true);
  head.set(text, 4);
  return [head, ...arrays.flatMap(({ buffer, byteOffset, byteLength }) => [
    new Uint8Array(buffer, byteOffset, byteLength),
    new Uint8Array(padded(byteLength) - byteLength),
  ])];
}

/** @throws InputError if the bytes end early or a marker points outside them. */
export function decode(bytes: Uint8Array): unknown {
  const source = bytes.byteOffset % ALIGN === 0 ? bytes : bytes.slice();
  if (source.byteLength < 4) throw damaged(`${source.byteLength} bytes, at least 4 expected`);
  const headLength = new DataView(source.buffer, source.byteOffset, 4).getUint32(0, true);
  const start = padded(4 + headLength);
  if (4 + headLength > source.byteLength) throw damaged(`the header needs ${headLength} bytes`);
  const text = new TextDecoder().decode(source.subarray(4, 4 + headLength));
  return JSON.parse(text, (key, item: unknown) => {
    if (key === "__proto__") return undefined;
    if (typeof item !== "object" || item === null || !(MARK in item)) return item;
    const { [MARK]: kind, offset, length } = item as unknown as { $typed: KindName; offset: number; length: number };
    if (!Object.hasOwn(KINDS, kind)) throw damaged(`unknown column kind ${String(kind)}`);
    const Kind = KINDS[kind];
    const from = start + offset;
    if (!(length >= 0) || !(offset >= 0) || offset % ALIGN !== 0 || from + length * Kind.BYTES_PER_ELEMENT > source.byteLength) {
      throw damaged(`a column of ${length} values at byte ${from} of ${source.byteLength}`);
    }
    return new Kind(source.buffer as ArrayBuffer, source.byteOffset + from, length);
  });
}

const padded = (size: number): number => Math.ceil(size / ALIGN) * ALIGN;

const damaged = (what: string): InputError =>
  new InputError(`The data is damaged or cut off (${what}). Load it again, or open a backup copy.`);
