// The objectives of an exploration as they are read.

import type { ExploreObjective } from "../../../core/patrol/explore/exploration.ts";

export const OBJECTIVE_NAMES: Readonly<Record<ExploreObjective, string>> = {
  coverage: "Most covered",
  distance: "Least mean distance",
  targets: "Distance targets",
};
