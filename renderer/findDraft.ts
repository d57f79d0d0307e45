// What is chosen on the Find page before the methods are run side by side.

import { METHODS, type MethodName } from "../core/hotspots/find/methodNames.ts";

export interface FindDraft {
  readonly methods: readonly MethodName[];
  /** Methods agree on a cell that several name among their first so many. */
  readonly top: number;
  /** Day and night separately, in the place of the filter's hours. */
  readonly dayAndNight: boolean;
  /** m; null, here and below: chosen from the incidents. */
  readonly bandwidth: number | null;
  /** Of Gi* and local Moran's I: cells within so many rings are neighbours. */
  readonly rings: number;
  /** Of their p-values. */
  readonly distribution: "normal" | "permutation";
  readonly adjust: "benjamini-hochberg" | "none";
  readonly level: number;
  /** radius in m. */
  readonly dbscan: { readonly radius: number; readonly least: number } | null;
  /** Incidents that make a cluster of HDBSCAN. */
  readonly hdbscan: number | null;
}

/** The trial looked at the first 50 of the day and of the night. */
export const START_FIND_DRAFT: FindDraft = {
  methods: METHODS,
  top: 50,
  dayAndNight: false,
  bandwidth: null,
  rings: 1,
  distribution: "normal",
  adjust: "benjamini-hochberg",
  level: 0.05,
  dbscan: null,
  hdbscan: null,
};
