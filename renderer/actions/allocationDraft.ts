// The choices for the next allocation, changed one by one.

import type { Point } from "../../core/geo/types.ts";
import type { AllocationPlan } from "../../core/patrol/prepareAllocation.ts";
import type { AllocationDraft } from "../allocationDraft.ts";
import { useStore } from "../store.ts";

export function changeAllocation(patch: Partial<AllocationDraft>): void {
  useStore.setState(({ allocationDraft }) => ({ allocationDraft: { ...allocationDraft, ...patch } }));
}

export const changeAllocationPlan = (patch: Partial<AllocationPlan>): void =>
  changeAllocation({ plan: { ...useStore.getState().allocationDraft.plan, ...patch } });

export type PlaceRule = "fixed" | "forbidden";

/** Adds the tile that holds the place to the fixed or the forbidden ones; where it is there already, takes it away. */
export function togglePlace(rule: PlaceRule, place: Point): void {
  const { plan } = useStore.getState().allocationDraft;
  const left = plan[rule].filter((other) => !sameTile(other, place, plan.tile));
  const opposite = rule === "fixed" ? "forbidden" : "fixed";
  changeAllocationPlan({
    [rule]: left.length < plan[rule].length ? left : [...left, place],
    [opposite]: plan[opposite].filter((other) => !sameTile(other, place, plan.tile)),
  });
}

/** Tiles lie on multiples of their side. */
const sameTile = (a: Point, b: Point, tile: number): boolean =>
  Math.floor(a.x / tile) === Math.floor(b.x / tile) && Math.floor(a.y / tile) === Math.floor(b.y / tile);
