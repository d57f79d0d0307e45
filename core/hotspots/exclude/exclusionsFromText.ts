// Exclusions where the incidents' own location text names a hospital, a prison, a school.

import { InputError } from "../../errors.ts";
import { circle } from "../../geo/circle.ts";
import { mergeStacks } from "../../geo/mergeStacks.ts";
import { placesAt } from "../../incidents/placesAt.ts";
import type { IncidentTable } from "../../incidents/table.ts";
import type { ExclusionDraft } from "../../plan/edits/replaceRule.ts";
import { matchInWords, textTest, type TextMatch } from "./textMatch.ts";

/** What police.uk calls them; its texts end so: "On or near Further/Higher Educational Building". */
export const POLICE_UK_WORDS: readonly string[] = ["Hospital", "Prison", "Educational Building", "School"];

export interface TextRule {
  readonly column: string;
  readonly words: readonly string[];
  readonly match: TextMatch;
  /** Kept around each location, m. */
  readonly distance: number;
  /** Incidents that a location needs. */
  readonly least: number;
  readonly reason: string;
}

/**
 * One exclusion a location and text: a circle (a 32-gon about it), named by its text. Locations in the order of their first incident.
 * @param rows - the incidents that count: those that the filter keeps
 * @throws InputError where there is no such column, no word, or no distance
 */
export function exclusionsFromText(table: Pick<IncidentTable, "x" | "y" | "texts">, rows: Uint32Array, rule: TextRule): ExclusionDraft[] {
  const { column, words, match, distance, least, reason } = rule;
  const text = table.texts.find(({ name }) => name === column);
  if (!text) throw new InputError(`The incidents have no text column ${column}; they have ${table.texts.map(({ name }) => name).join(", ") || "none"}. Choose one of these.`);
  if (words.every((word) => word.trim() === "")) throw new InputError("The rule has no word to look for. Enter at least one.");
  if (!(distance > 0)) throw new InputError(`The distance is ${distance} m; it must be above 0 m. Enter a positive number.`);
  const named = text.values.map(textTest(words, match));
  const inWords = `${column} ${matchInWords(words, match)}, ${least} or more incidents, ${distance} m`;
  const byText = new Map<number, number[]>();
  for (const row of rows) {
    const code = text.codes[row];
    if (!named[code]) continue;
    const found = byText.get(code);
    if (found) found.push(row);
    else byText.set(code, [row]);
  }
  return [...byText].flatMap(([code, found]) => {
    const places = placesAt(table, found);
    const { x, y, weight } = mergeStacks(places.x, places.y);
    return [...weight.keys()]
      .filter((k) => weight[k] >= least)
      .map((k): ExclusionDraft => ({ name: placeName(text.values[code]), reason, rule: inWords, shape: circle({ x: x[k], y: y[k] }, distance) }));
  });
}

/** "On or near Hospital" → "Hospital". */
const placeName = (text: string): string => text.trim().replace(/^on or near\s+/i, "");
