// Records that were not loaded, by reason: how many, and the first few to look at.

import type { SetAsideReason } from "./importReport.ts";
import type { TimeFault } from "./parseTime.ts";

export type SetAsideCode =
  | TimeFault
  | "too-few-fields" | "too-many-fields" | "cut-off" | "repeated-header" | "total-row" | "unreadable-text"
  | "no-coordinates" | "bad-coordinates" | "placeholder-coordinates" | "coordinates-out-of-range"
  | "no-date" | "bad-time" | "bad-end" | "reversed-interval"
  | "duplicate" | "outside-study-area" | "far-away";

const TEXTS: { readonly [Code in SetAsideCode]: string } = {
  "too-few-fields": "The record has fewer cells than the header. Look for a missing separator or a line end inside a cell.",
  "too-many-fields": "The record has more cells than the header. A comma inside a cell needs quotation marks; decimal commas need another separator.",
  "cut-off": "The last record ends in the middle: the file looks cut off. Get it again.",
  "repeated-header": "The header stands again in the middle, as in files that were glued together.",
  "total-row": "The record looks like a total under the table.",
  "unreadable-text": "The text holds characters that do not fit the encoding. Try windows-1252.",
  "no-coordinates": "There are no coordinates.",
  "bad-coordinates": "The coordinates are no plain decimal numbers.",
  "placeholder-coordinates": "The coordinates are a placeholder (0, 0 or latitude 90): masked or never geocoded.",
  "coordinates-out-of-range": "The coordinates lie outside what their coordinate system can hold. Check the system and which column is which.",
  "no-date": "There is no date.",
  "bad-date": "The date does not read as a date in the chosen order.",
  "impossible-date": "The calendar has no such day in the chosen order of day and month.",
  "two-digit-year": "The year has two digits, and its century would be a guess. Write four digits.",
  "placeholder-date": "The date lies before 1901: a placeholder for unknown.",
  "bad-time": "The time of day does not read as a time.",
  "bad-end": "The end does not read as a date and time.",
  "reversed-interval": "The end lies before the start.",
  duplicate: "The record repeats an earlier one in every column that is read.",
  "outside-study-area": "The point lies outside the study area.",
  "far-away": "The point lies far from all others, as a wrong geocode leaves it.",
};

const EXAMPLES = 5;
const CLIP = 200;

/** A tally by reason. */
export interface SetAside {
  readonly count: number;
  add(code: SetAsideCode, line: number, raw: string): void;
  /** The most frequent first. */
  reasons(): SetAsideReason[];
}

export function createSetAside(): SetAside {
  const found = new Map<SetAsideCode, { count: number; examples: { line: number; raw: string }[] }>();
  let total = 0;
  return {
    get count() {
      return total;
    },
    add(code, line, raw) {
      let entry = found.get(code);
      if (!entry) found.set(code, (entry = { count: 0, examples: [] }));
      entry.count++;
      total++;
      if (entry.examples.length < EXAMPLES) entry.examples.push({ line, raw: ownCopy(raw.slice(0, CLIP)) });
    },
    reasons: () =>
      [...found]
        .map(([code, { count, examples }]) => ({ code, text: TEXTS[code], count, examples }))
        .toSorted((a, b) => b.count - a.count),
  };
}

/** A piece of text by itself: engines keep the whole text alive of which it was a slice. */
export const ownCopy = (text: string): string => text.split("").join("");
