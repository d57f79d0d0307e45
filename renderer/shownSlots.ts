// A forecast of four-hour slots as it is drawn and told.

import type { PreparedSlots, SlotPlan } from "../core/forecast/slots/prepareSlots.ts";
import type { SlotForecast } from "../core/forecast/slots/slotForecast.ts";
import { SLOT_HOURS, SLOT_NAMES, SLOTS_PER_DAY, DAY_STARTS, policeDay, slotOfDay } from "../core/forecast/slots/slots.ts";
import type { ScoredSlot, SlotScore } from "../core/forecast/slots/slotScores.ts";
import { dayInWords, windowInWords } from "../core/forecast/windowInWords.ts";
import type { Grid } from "../core/geo/types.ts";
import type { Filter } from "../core/incidents/filter.ts";

/** One predicted slot. */
export interface ShownSlot extends ScoredSlot {
  /** One a tile that counts: predicted incidents per km² in the slot; may be negative. */
  readonly values: Float32Array;
  readonly highest: number;
  readonly lowest: number;
  /** Tiles with a value below 0. */
  readonly negative: number;
}

export interface ShownSlots extends Omit<PreparedSlots, "request">, Pick<SlotForecast, "fits"> {
  readonly plan: SlotPlan;
  readonly tiles: Grid;
  /** Indices of the tiles that count, ascending. */
  readonly cells: Uint32Array;
  readonly slots: readonly ShownSlot[];
  readonly scores: readonly SlotScore[];
  /** Of all slots, per km²: all are drawn on one scale. */
  readonly peak: number;
  /** m: of the incidents, and of each further layer. */
  readonly bandwidth: number;
  readonly layers: readonly { readonly name: string; readonly bandwidth: number }[];
  /** In words, in the order of the fits' lists. */
  readonly predictors: readonly string[];
  readonly known: number;
  readonly filter: Filter;
}

const DAY = 86_400_000;

/** "30 December 2024". */
export const slotDay = ({ firstDay }: Pick<ShownSlots, "firstDay">, slot: number): string => dayInWords(firstDay + policeDay(slot) * DAY);

/** "evening 18:00–22:00". */
export const blockInWords = (block: number): string => `${SLOT_NAMES[block]} ${blockHours(block)}`;

export function blockHours(block: number): string {
  const from = DAY_STARTS + block * SLOT_HOURS;
  return windowInWords([from, (from + SLOT_HOURS) % 24]);
}

export const slotBlock = (slot: number): string => blockInWords(slotOfDay(slot));

/** The fit that predicted the slot: the last one before it. */
export const fitOf = ({ fits }: Pick<ShownSlots, "fits">, slot: number): ShownSlots["fits"][number] =>
  fits.findLast(({ day }) => day * SLOTS_PER_DAY <= slot) ?? fits[0];
