// What moves of an allocation: a search under way, a car on the move, and the move that would gain most.

import type { ShownAllocation } from "./shownAllocation.ts";

/** A search under way: the best so far is on the map in the place of the last allocation. */
export interface AllocationSearch {
  readonly best: ShownAllocation | null;
  /** Ends it; the best so far stays. */
  readonly keep: () => void;
}

/** The single move that gains most. */
export interface BestMove {
  /** Of this allocation: it says nothing of another. */
  readonly of: ShownAllocation;
  /** null: no single move gains. */
  readonly move: { readonly vehicle: number; readonly site: number; readonly gain: number } | null;
}

/** A vehicle on the move: outside the allocation until the gesture ends. */
export interface VehicleDrag {
  readonly vehicle: number;
  /** The site that it would stand on. */
  readonly site: number;
  /** Of the allocation with the vehicle there. */
  readonly coverage: number;
  readonly meanDistance: number;
}
