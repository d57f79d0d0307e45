// How well slots were predicted: mean AUC over slots with events, of all and by block of the day, beside a random order.

import { createRandom } from "../../stats/random.ts";
import { type BootstrapInterval, bootstrapMean } from "../evaluate/bootstrap.ts";
import { SLOTS_PER_DAY, slotOfDay } from "./slots.ts";

export interface ScoredSlot {
  readonly slot: number;
  readonly events: number;
  /** null in a slot without events. */
  readonly auc: number | null;
  /** The same of tiles in random order. */
  readonly floor: number | null;
}

export interface SlotScore {
  /** Index into SLOT_NAMES; null: all blocks of the day. */
  readonly block: number | null;
  readonly slots: number;
  readonly withEvents: number;
  readonly events: number;
  /** Mean over slots with events, with a 95 % bootstrap interval over them. */
  readonly auc: BootstrapInterval | null;
  readonly floor: number | null;
}

/** All slots first, then the blocks from late night to midnight. */
export function slotScores(slots: readonly ScoredSlot[]): SlotScore[] {
  const blocks = Array.from({ length: SLOTS_PER_DAY }, (_, block) => block);
  return [null, ...blocks].map((block) => {
    const some = slots.filter(({ slot }) => block === null || slotOfDay(slot) === block);
    const floors = some.flatMap(({ floor }) => (floor === null ? [] : [floor]));
    return {
      block,
      slots: some.length,
      withEvents: some.filter(({ auc }) => auc !== null).length,
      events: some.reduce((sum, { events }) => sum + events, 0),
      auc: bootstrapMean(some.map(({ auc }) => auc), createRandom("slot scores")),
      floor: floors.length > 0 ? floors.reduce((sum, floor) => sum + floor, 0) / floors.length : null,
    };
  });
}
