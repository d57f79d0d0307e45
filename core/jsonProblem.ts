// Whether a value is data that may be stored: plain JSON, with typed arrays where they are allowed.

export interface JsonLimits {
  readonly depth: number;
  /** Values in all, counting objects and arrays; a typed array counts as one. */
  readonly values: number;
  /** Characters of all strings together. */
  readonly characters: number;
  readonly typedArrays: boolean;
}

/** What is wrong in words, or null. Walks with its own stack, so that depth cannot exhaust the machine's. */
export function jsonProblem(value: unknown, limits: JsonLimits): string | null {
  const stack: { readonly item: unknown; readonly depth: number }[] = [{ item: value, depth: 0 }];
  let values = 0;
  let characters = 0;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { item, depth } = next;
    values += 1;
    if (values > limits.values) return `holds more than ${limits.values} values`;
    if (item === null || typeof item === "boolean") continue;
    if (typeof item === "number") {
      if (!Number.isFinite(item)) return `holds the number ${item}, which JSON cannot carry`;
      continue;
    }
    if (typeof item === "string") {
      characters += item.length;
      if (characters > limits.characters) return `holds more than ${limits.characters} characters of text`;
      continue;
    }
    if (typeof item !== "object") return `holds a ${typeof item}`;
    if (depth >= limits.depth) return `is nested deeper than ${limits.depth} levels`;
    if (ArrayBuffer.isView(item)) {
      if (!limits.typedArrays || item instanceof DataView) return "holds binary data where plain values belong";
      continue;
    }
    if (Array.isArray(item)) {
      for (const child of item as unknown[]) stack.push({ item: child, depth: depth + 1 });
      continue;
    }
    const prototype: unknown = Object.getPrototypeOf(item);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return "holds an object that is not plain data";
    for (const [key, child] of Object.entries(item)) {
      if (key === "__proto__") return 'holds a key named "__proto__"';
      characters += key.length;
      // An absent optional property, which JSON drops.
      if (child !== undefined) stack.push({ item: child, depth: depth + 1 });
    }
  }
  return null;
}
