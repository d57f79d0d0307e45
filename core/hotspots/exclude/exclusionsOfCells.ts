// Which exclusions each cell touches: what a list of candidates shows beside them.

import { bounds } from "../../geo/bounds.ts";
import type { Shape } from "../../geo/types.ts";
import type { Exclusion } from "../../plan/plan.ts";
import { activeExclusions } from "../activeExclusions.ts";
import { gapTooSmall } from "../gapTooSmall.ts";

/** For each cell those that it overlaps, by the same test as spacingViolations; overruled ones are left out. */
export const exclusionsOfCells = (cells: readonly Shape[], exclusions: readonly Exclusion[]): Exclusion[][] =>
  cells.map((cell) => activeExclusions(exclusions, bounds(cell)).filter(({ shape }) => gapTooSmall(cell, shape, 0) !== null));
