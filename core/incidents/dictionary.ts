// Texts stored once and named by a number: what makes a million repeated words small.

import { ownCopy } from "./setAside.ts";

export interface Dictionary {
  readonly values: string[];
  codeOf(text: string): number;
}

export function createDictionary(): Dictionary {
  const codes = new Map<string, number>();
  const values: string[] = [];
  let last = "";
  let lastCode = -1;
  return {
    values,
    codeOf(text) {
      // Files are often sorted, so the same text comes many times in a row.
      if (lastCode >= 0 && text === last) return lastCode;
      let code = codes.get(text);
      if (code === undefined) {
        const kept = ownCopy(text);
        code = values.length;
        values.push(kept);
        codes.set(kept, code);
      }
      last = values[code];
      lastCode = code;
      return code;
    },
  };
}
