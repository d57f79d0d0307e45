// A forecast of four-hour slots as it is drawn and told.

import type { PreparedSlots, SlotPlan } from "../core/forecast/slots/prepareSlots.ts";
import type { SlotForecast } from "../core/forecast/slots/slotForecast.ts";
import { SLOTS_PER_DAY } from "../core/forecast/slots/slots.ts";
import type { ScoredSlot, SlotScore } from "../core/forecast/slots/slotScores.ts";
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

/** The fit that predicted the slot: the last one before it. */
export const fitOf = ({ fits }: Pick<ShownSlots, "fits">, slot: number): ShownSlots["fits"][number] =>
  fits.findLast(({ day }) => day * SLOTS_PER_DAY <= slot) ?? fits[0];
