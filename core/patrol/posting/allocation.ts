// What every allocation job answers, so that maps, tables and commands need to know only one shape.

export interface Allocation {
  /** Indices of the sites with a vehicle, ascending; a site stands as often as it has vehicles. */
  readonly chosen: Uint32Array;
  /** For each of them the index of its kind; 0 where all are alike. */
  readonly kinds: Uint8Array;
  /** What was optimised, in the job's own unit, summed again from the allocation. */
  readonly objective: number;
  /** No allocation does better than this. */
  readonly bound: number;
  /** Whether `objective` is proved to be the optimum. */
  readonly proven: boolean;
  readonly totalWeight: number;
  /** How many weights were negative and counted as 0. */
  readonly negativeWeights: number;
}

/** How far objective and bound are apart, as a share of the larger: no allocation is better by more than this. 0 where proved. */
export function gapOf({ objective, bound, proven }: Pick<Allocation, "objective" | "bound" | "proven">): number {
  return proven || objective === bound ? 0 : Math.abs(bound - objective) / Math.max(Math.abs(bound), Math.abs(objective));
}
