// Slots, their days and hours as people read them.

import { dayInWords, windowInWords } from "../windowInWords.ts";
import { DAY_STARTS, policeDay, SLOT_HOURS, SLOT_NAMES, slotOfDay } from "./slots.ts";

const DAY = 86_400_000;

/** "30 December 2024": the police day that the slot belongs to. */
export const slotDay = ({ firstDay }: { readonly firstDay: number }, slot: number): string => dayInWords(firstDay + policeDay(slot) * DAY);

/** "evening 18:00–22:00". */
export const blockInWords = (block: number): string => `${SLOT_NAMES[block]} ${blockHours(block)}`;

export function blockHours(block: number): string {
  const from = DAY_STARTS + block * SLOT_HOURS;
  return windowInWords([from, (from + SLOT_HOURS) % 24]);
}

export const slotBlock = (slot: number): string => blockInWords(slotOfDay(slot));
