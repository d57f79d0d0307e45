// Text as records, batch by batch: decoded, line ends made one kind, tokenised by papaparse, with true line numbers.

import Papa from "papaparse";
import { InputError } from "../errors.ts";
import type { ByteChunk } from "./openText.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
export const ENCODINGS: readonly Encoding[] = ["utf-8", "windows-1252", "utf-16le", "utf-16be"];

/** How the text is written: what has to be known before it can be cut into records. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** "text": a quotation mark is an ordinary character, the remedy for a stray one. */
  readonly quotes: "standard" | "text";
}

export interface RecordBatch {
  readonly rows: readonly (readonly string[])[];
  /** The 1-based line on which row i starts. */
  lineOf(i: number): number;
  /** Some row here holds a NUL or a character that could not be decoded. */
  readonly suspect: boolean;
  /** How the last row ends, at the end of the file only: without a line end, or even inside quotation marks. */
  readonly ending: "whole" | "no-line-end" | "open-quote";
  readonly fraction: number;
}

const MAX_CELL = 65_536; // characters
const MAX_CELL_LINES = 100;
const MAX_RECORD = 2 ** 20; // characters

/** @throws InputError for a quotation mark that is never closed, naming the line, and for a record over 1 MiB. */
export async function* readRecords(chunks: AsyncGenerator<ByteChunk>, dialect: Dialect): AsyncGenerator<RecordBatch> {
  const decoder = new TextDecoder(dialect.encoding);
  const parser = new Papa.Parser({
    delimiter: dialect.delimiter,
    newline: "\n",
    ...(dialect.quotes === "text" && { fastMode: true }),
  });
  let carry = "";
  let line = 1;

  const cut = (text: string, last: boolean, fraction: number): RecordBatch => {
    const { data: rows, errors, meta } = parser.parse(text, 0, !last);
    const used = last ? text.length : meta.cursor;
    const firstLine = line;
    const oneLineEach = dialect.quotes === "text" || !text.includes('"');
    const lineStarts = oneLineEach ? null : linesOf(rows, firstLine);
    line += oneLineEach ? rows.length : countNewlines(text, used);
    carry = last ? "" : text.slice(used);
    guard(carry, line);
    const open = last && errors.some((error) => error.code === "MissingQuotes");
    if (open && lineStarts && rows.at(-1)?.some((cell) => cell.includes("\n"))) throw runaway(lineStarts[rows.length - 1]);
    return {
      rows,
      lineOf: (i) => lineStarts?.[i] ?? firstLine + i,
      suspect: text.includes("\uFFFD") || text.includes("\0"),
      ending: open ? "open-quote" : last && !text.endsWith("\n") ? "no-line-end" : "whole",
      fraction,
    };
  };

  let held = "";
  for await (const { bytes, fraction } of chunks) {
    let text = held + decoder.decode(bytes, { stream: true });
    // A carriage return at the very end may be half of a line end.
    held = text.endsWith("\r") ? "\r" : "";
    if (held) text = text.slice(0, -1);
    const batch = cut(carry + oneKindOfLineEnd(text), false, fraction);
    if (batch.rows.length > 0) yield batch;
  }
  const rest = carry + oneKindOfLineEnd(held + decoder.decode());
  if (rest !== "") yield cut(rest, true, 1);
}

/** Files that were glued together carry a byte order mark in the middle. */
function oneKindOfLineEnd(text: string): string {
  const unmarked = text.includes("\uFEFF") ? text.replaceAll("\uFEFF", "") : text;
  return unmarked.includes("\r") ? unmarked.replace(/\r\n?/g, "\n") : unmarked;
}

function countNewlines(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** Line numbers where cells hold line ends of their own; a cell that swallows a hundred lines is an unclosed quote. */
function linesOf(rows: readonly (readonly string[])[], firstLine: number): Uint32Array {
  const starts = new Uint32Array(rows.length);
  let line = firstLine;
  for (let i = 0; i < rows.length; i++) {
    starts[i] = line;
    for (const cell of rows[i]) {
      const inside = countNewlines(cell, cell.length);
      if (inside > MAX_CELL_LINES || (inside > 0 && cell.length > MAX_CELL)) throw runaway(starts[i]);
      line += inside;
    }
    line++;
  }
  return starts;
}

/** What is left over is one unfinished record: a line end in it means that a quote is open. */
function guard(carry: string, line: number): void {
  if (carry.length <= MAX_CELL && countNewlines(carry, carry.length) <= MAX_CELL_LINES) return;
  if (carry.includes("\n")) throw runaway(line);
  if (carry.length > MAX_RECORD) {
    throw new InputError(`The record on line ${line} is longer than 1 MiB. Check the separator and the line ends of the file.`);
  }
}

/** The way out that the message below names; the window offers it as a button. */
export const QUOTES_AS_TEXT = "quotes as text";

const runaway = (line: number): InputError =>
  new InputError(
    `A quotation mark opened in the record on line ${line} is never closed (over ${MAX_CELL_LINES} lines or 64 KiB in one cell). ` +
      `Mend that line, or read ${QUOTES_AS_TEXT} (--quotes text).`,
  );
