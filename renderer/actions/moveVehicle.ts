// A person moves a vehicle: the new allocation, what the best move from there would be, and the way back.

import type { Point } from "../../core/geo/types.ts";
import { prepareDrag, type Drag } from "../../core/patrol/live/prepareDrag.ts";
import { postingPart } from "../../core/patrol/posting/postingPart.ts";
import { postingOf, showAllocation, siteAt, type ShownAllocation } from "../shownAllocation.ts";
import { useStore } from "../store.ts";
import { thePool } from "./runJob.ts";

export const dragOf = (shown: ShownAllocation, vehicle: number): Drag => prepareDrag(postingOf(shown.request), shown, vehicle, shown.request.plan.radius);

export function moveVehicle(shown: ShownAllocation, vehicle: number, site: number): void {
  if (shown.chosen[vehicle] === site) return;
  const chosen = shown.chosen.map((other, k) => (k === vehicle ? site : other));
  show(showAllocation({ ...shown, chosen, byHand: true, before: shown }));
}

/** One step of `by` metres, to the nearest tile. */
export function nudgeVehicle(shown: ShownAllocation, vehicle: number, by: Point): void {
  const from = siteAt(shown.request, shown.chosen[vehicle]);
  moveVehicle(shown, vehicle, dragOf(shown, vehicle).nearestSite({ x: from.x + by.x, y: from.y + by.y }));
}

export function undoMove(): void {
  const { allocation } = useStore.getState();
  if (allocation?.before) show(allocation.before);
}

/** The best move that the panel offers. */
export function doBestMove(): void {
  const { allocation, bestMove } = useStore.getState();
  if (allocation && bestMove?.of === allocation && bestMove.move) moveVehicle(allocation, bestMove.move.vehicle, bestMove.move.site);
}

function show(allocation: ShownAllocation): void {
  useStore.setState({ allocation });
  if (allocation.byHand) findBestMove(allocation).catch((error: unknown) => console.error(error));
}

/** What a single move is judged by: coverage where that was sought, otherwise mean distance. */
export const moveMeasure = ({ request }: ShownAllocation): "coverage" | "distance" => (request.plan.objective === "coverage" ? "coverage" : "distance");

async function findBestMove(of: ShownAllocation): Promise<void> {
  const { request, chosen, kinds } = of;
  const asked = { ...postingPart(request.params), chosen, kindOf: Uint32Array.from(kinds), objective: moveMeasure(of), radius: request.plan.radius };
  const { best, to, gain } = await thePool().run("bestMoves", asked);
  if (useStore.getState().allocation === of) useStore.setState({ bestMove: { of, move: best === null ? null : { vehicle: best, site: to[best], gain: gain[best] } } });
}
