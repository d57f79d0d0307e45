// Tables of a study as markdown.

/** Columns as wide as their widest cell, so that the text reads as a table too; all but the first are numbers, to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column].length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? ` ${"-".repeat(width)} ` : ` ${"-".repeat(width - 1)}: `)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** "–" where there is no number. */
export const fixed = (value: number | null | undefined, digits: number): string => (value === null || value === undefined ? "–" : value.toFixed(digits).replace("-", "−"));
