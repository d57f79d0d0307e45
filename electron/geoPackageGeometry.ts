// The GeoPackage wrapping of a geometry: "GP" header, envelope, ISO well-known binary (OGC 12-128r14, 2.1.3).

export interface Envelope {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

/** Doubles in the envelope for each of the header's five kinds: none, xy, xyz, xym, xyzm. */
const ENVELOPE_DOUBLES = [0, 4, 6, 6, 8];
const MAX_NESTING = 8;

/** `wkb` with its header; the envelope is null for a geometry without coordinates, which is marked empty. */
export function wrapGeometry(wkb: Uint8Array, srs: number): { readonly blob: Uint8Array; readonly envelope: Envelope | null } {
  const envelope = wkbEnvelope(wkb);
  const head = envelope ? 40 : 8;
  const blob = new Uint8Array(head + wkb.byteLength);
  const view = new DataView(blob.buffer);
  blob.set([0x47, 0x50, 0, envelope ? 0b0000_0011 : 0b0001_0001]);
  view.setInt32(4, srs, true);
  if (envelope) {
    [envelope.minX, envelope.maxX, envelope.minY, envelope.maxY].forEach((value, i) => view.setFloat64(8 + 8 * i, value, true));
  }
  blob.set(wkb, head);
  return { blob, envelope };
}

/** The well-known binary inside, or null where the blob is not a sound geometry or an empty one. */
export function unwrapGeometry(blob: Uint8Array): Uint8Array | null {
  if (blob.byteLength < 8 || blob[0] !== 0x47 || blob[1] !== 0x50) return null;
  const flags = blob[3];
  const doubles = ENVELOPE_DOUBLES[(flags >> 1) & 0b111];
  const extended = (flags & 0b0010_0000) !== 0;
  if (doubles === undefined || extended || blob.byteLength < 8 + doubles * 8 + 5) return null;
  const wkb = new Uint8Array(blob.subarray(8 + doubles * 8)); // a copy: a Buffer's slice would be none
  try {
    return wkbEnvelope(wkb) === null ? null : wkb;
  } catch {
    return null;
  }
}

/**
 * The bounds of every position, by walking the whole binary; null for an empty geometry.
 * @throws RangeError if it ends early, has a position that is not finite, or a kind that is not simple-features.
 */
export function wkbEnvelope(wkb: Uint8Array): Envelope | null {
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  let at = 0;
  let minX = Infinity;
  let maxX = -Infinity;
  let minY = Infinity;
  let maxY = -Infinity;

  const count = (little: boolean): number => {
    at += 4;
    return view.getUint32(at - 4, little);
  };
  const positions = (number: number, dimensions: number, little: boolean): void => {
    for (let i = 0; i < number; i++, at += dimensions * 8) {
      const x = view.getFloat64(at, little);
      const y = view.getFloat64(at + 8, little);
      if (dimensions > 2) view.getFloat64(at + (dimensions - 1) * 8, little);
      if (Number.isNaN(x) && Number.isNaN(y)) continue; // how an empty point is written
      if (!Number.isFinite(x) || !Number.isFinite(y)) throw new RangeError("a position is not finite");
      minX = Math.min(minX, x);
      maxX = Math.max(maxX, x);
      minY = Math.min(minY, y);
      maxY = Math.max(maxY, y);
    }
  };
  const geometry = (depth: number): void => {
    if (depth > MAX_NESTING) throw new RangeError("a geometry is nested too deep");
    const order = view.getUint8(at++);
    if (order > 1) throw new RangeError(`byte order ${order}`);
    const little = order === 1;
    const code = count(little);
    const kind = code % 1000;
    const extra = Math.floor(code / 1000);
    if (extra > 3) throw new RangeError(`geometry kind ${code}`);
    const dimensions = extra === 0 ? 2 : extra === 3 ? 4 : 3;
    if (kind === 1) positions(1, dimensions, little);
    else if (kind === 2) positions(count(little), dimensions, little);
    else if (kind === 3) for (let rings = count(little); rings > 0; rings--) positions(count(little), dimensions, little);
    else if (kind >= 4 && kind <= 7) for (let parts = count(little); parts > 0; parts--) geometry(depth + 1);
    else throw new RangeError(`geometry kind ${code}`);
  };
  geometry(0);
  if (at !== wkb.byteLength) throw new RangeError(`${wkb.byteLength - at} bytes too many`);
  return minX <= maxX ? { minX, maxX, minY, maxY } : null;
}
