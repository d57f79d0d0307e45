// A list of daily windows as it is typed: "0-4, 4-8, 22-2".

import { InputError } from "../errors.ts";
import type { Window } from "./events.ts";

export const FOUR_HOURS: readonly Window[] = [[0, 4], [4, 8], [8, 12], [12, 16], [16, 20], [20, 24]];

const MOST = 48;

/** [[0, 4], [22, 2]] → "0-4, 22-2". */
export const writeWindows = (windows: readonly Window[]): string => windows.map(([from, to]) => `${from}-${to}`).join(", ");

/**
 * Windows separated by commas, each "from-to" in hours (7.5 is half past seven); to ≤ from passes midnight.
 * @throws InputError that names what cannot be read
 */
export function parseWindows(text: string): Window[] {
  const parts = text.split(",").map((part) => part.trim()).filter((part) => part !== "");
  if (parts.length === 0) throw new InputError(`There is no window in "${text}". Write hours of the day, such as 0-4, 4-8, 22-2.`);
  if (parts.length > MOST) throw new InputError(`There are ${parts.length} windows; at most ${MOST} can be forecast at once. Leave some out.`);
  return parts.map((part) => {
    const found = /^(\d{1,2}(?:\.\d+)?)\s*[-–]\s*(\d{1,2}(?:\.\d+)?)$/.exec(part);
    const from = Number.parseFloat(found?.[1] ?? ""), to = Number.parseFloat(found?.[2] ?? "");
    if (!(from >= 0 && from < 24 && to >= 0 && to <= 24))
      throw new InputError(`"${part}" is not a window. Write its first and last hour, from 0 to 24, such as 20-24; 22-2 passes midnight, 0-4 begins at it.`);
    return [from, to] as const;
  });
}
