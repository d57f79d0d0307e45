// A table's or column's name inside SQL text, whatever is in it; values go by bound parameters only.

export function quoteIdentifier(name: string): string {
  if (name.includes("\0")) throw new RangeError("a name with a NUL character");
  return `"${name.replaceAll('"', '""')}"`;
}
