// Whether places last, as it is drawn and told.

import type { Shape } from "../core/geo/types.ts";
import type { TimePrecision } from "../core/incidents/table.ts";
import type { JobResult } from "../core/jobs.ts";
import type { MadeFrom } from "./madeFrom.ts";
import type { DayPart } from "./shownFind.ts";

export interface ShownStability extends MadeFrom {
  readonly places: readonly { readonly name: string; readonly shape: Shape }[];
  /** Named cells are judged on the part of the day that they were named for. */
  readonly part: DayPart;
  readonly precision: TimePrecision;
  readonly found: JobResult<"stabilityOfAreas">;
  /** In the order of the places. */
  readonly profiles: JobResult<"profileOfAreas">;
}
