// Puts an allocation of an exploration on the map: one predictor, objective and fleet in one slot.

import { slotBlock, slotDay } from "../../core/forecast/slots/slotInWords.ts";
import { OBJECTIVE_JOBS, objectiveParams, type AllocationPlan } from "../../core/patrol/prepareAllocation.ts";
import type { ExploredRow } from "../../core/patrol/explore/exploration.ts";
import { tileCentres } from "../../core/patrol/tiles.ts";
import { START_ALLOCATION_DRAFT } from "../allocationDraft.ts";
import { allocationTitle } from "../allocationTitle.ts";
import type { AllocationRequest } from "../shownAllocation.ts";
import type { ShownExploration } from "../shownExplorations.ts";
import { putOnMap } from "./putOnMap.ts";

/** @param slot - counted from the first of the exploration */
export function showExplored(shown: ShownExploration, row: ExploredRow, slot: number): void {
  const chosen = row.allocations[slot];
  const request = requestOf(shown, row, slot);
  putOnMap({ request, chosen, kinds: new Uint8Array(chosen.length), title: `${row.predictor}: ${allocationTitle(request.plan)}`, proof: null });
}

/** As if it had been asked for by itself, with the predicted surface as the demand. */
function requestOf({ asked, plan: { focal, mixing }, filter, known, ...when }: ShownExploration, { predictor, objective, vehicles }: ExploredRow, slot: number): AllocationRequest {
  const { tiles, cells, predictors, radius, targets, gap, timeLimit } = asked;
  const { surfaces } = predictors.find(({ name }) => name === predictor)!;
  const usual = START_ALLOCATION_DRAFT.plan;
  const plan: AllocationPlan = { ...usual, objective, vehicles, radius, tile: tiles.cell, targets: targets ?? usual.targets, gap: gap ?? usual.gap, timeLimit: timeLimit ?? usual.timeLimit };
  const { x, y } = tileCentres(tiles);
  const weight = surfaces.slice(slot * cells.length, (slot + 1) * cells.length);
  return {
    cells,
    outside: 0,
    job: OBJECTIVE_JOBS[objective],
    params: { x: Float64Array.from(cells, (k) => x[k]), y: Float64Array.from(cells, (k) => y[k]), weight, vehicles, ...objectiveParams(plan) },
    plan,
    tiles,
    demand: { choice: "prediction", name: `${predictor.toLowerCase()} of ${slotInWords(when, slot)}`, unit: focal.length > 1 && mixing !== "counts" ? "weighted predictions" : "predicted incidents", mark: "", filter, known },
    area: null,
    roads: null,
  };
}

/** "30 December 2024, evening 18:00–22:00". */
export const slotInWords = ({ firstDay, firstSlot }: Pick<ShownExploration, "firstDay" | "firstSlot">, slot: number): string =>
  `${slotDay({ firstDay }, firstSlot + slot)}, ${slotBlock(firstSlot + slot)}`;
