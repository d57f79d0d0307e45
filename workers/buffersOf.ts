// The buffers inside a result, so that they can be handed over instead of copied.

export function buffersOf(value: unknown, found: Set<ArrayBuffer> = new Set()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (value instanceof ArrayBuffer) {
    found.add(value);
  } else if (Array.isArray(value)) {
    // A column of plain numbers or strings holds no buffers; looking at its first item is enough.
    if (typeof value[0] === "object") for (const item of value) buffersOf(item, found);
  } else if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) buffersOf(item, found);
  }
  return [...found];
}
