// A small table of text cut into rows, each with the line it starts on.

import Papa from "papaparse";
import { InputError } from "../errors.ts";

export interface CsvRow {
  /** 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The header first; blank rows are left out. The separator (comma, tab, semicolon or bar) is the one that cuts the header into
 * most parts.
 * @throws InputError where a quotation mark is never closed
 */
export function csvRows(text: string): CsvRow[] {
  const table = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const { data, errors } = Papa.parse(table, { header: false, newline: "\n", fastMode: false, delimiter: separatorOf(table) });
  const quote = errors.find((error) => error.type === "Quotes");
  if (quote) throw new InputError(`A quotation mark near row ${(quote.row ?? 0) + 1} is never closed. Mend the file and load it again.`);
  let next = 1;
  return data
    .map((cells) => {
      const line = next;
      next += 1 + cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
      return { line, cells };
    })
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

/** Told by the names of the columns alone: cells below may be full of commas. */
function separatorOf(table: string): string {
  const names = table.split("\n", 1)[0].replaceAll(/"[^"]*"/g, "");
  const times = (separator: string): number => names.split(separator).length;
  return [",", ";", "\t", "|"].reduce((best, separator) => (times(separator) > times(best) ? separator : best));
}
