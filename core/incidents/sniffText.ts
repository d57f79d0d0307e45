// The encoding and the separator of a table, from its first bytes; what is not certain is said so.

import Papa from "papaparse";
import type { Encoding } from "./readRecords.ts";

export interface SniffedText {
  readonly encoding: Encoding;
  /** false: the bytes are no valid UTF-8 and carry no mark, so the encoding is a guess for the person to confirm. */
  readonly encodingCertain: boolean;
  /** Null where no separator divides the lines into columns. */
  readonly delimiter: string | null;
}

export const DELIMITERS = [",", "\t", ";", "|"] as const;

export function sniffText(head: Uint8Array, given?: Encoding | null): SniffedText {
  const { encoding, certain } = given ? { encoding: given, certain: true } : sniffEncoding(head);
  const text = new TextDecoder(encoding).decode(head).replace(/\r\n?/g, "\n");
  return { encoding, encodingCertain: certain, delimiter: sniffDelimiter(text) };
}

function sniffEncoding(head: Uint8Array): { encoding: Encoding; certain: boolean } {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", certain: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", certain: true };
  // Without a mark, UTF-16 of western text has a NUL in every other byte.
  const nuls = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nuls[i % 2]++;
  if (nuls[1] > head.length / 8) return { encoding: "utf-16le", certain: false };
  if (nuls[0] > head.length / 8) return { encoding: "utf-16be", certain: false };
  try {
    // Streaming, so that a character cut at the end of the sample is not held against it.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return { encoding: "utf-8", certain: true };
  } catch {
    return { encoding: "windows-1252", certain: false };
  }
}

/** The separator that cuts the first lines into the same number of columns, most columns first. */
function sniffDelimiter(text: string): string | null {
  let best: string | null = null;
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const { data } = new Papa.Parser({ delimiter, newline: "\n", preview: 100 }).parse(text, 0, true);
    const rows = data.length > 0 ? data : Papa.parse(text, { delimiter, newline: "\n", preview: 100 }).data;
    const counts = new Map<number, number>();
    for (const row of rows) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    for (const [columns, agreeing] of counts) {
      // Agreement counts first: decimal commas cut most lines too, but not the header.
      const headerAgrees = rows[0]?.length === columns ? 1 : 0;
      const score = agreeing / rows.length + headerAgrees + columns / 10_000;
      if (score > bestScore) [best, bestScore] = [delimiter, score];
    }
  }
  return best;
}
