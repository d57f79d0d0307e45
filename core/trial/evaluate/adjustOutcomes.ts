// The p-values of outcomes declared beforehand, adjusted for there being several.

import { benjaminiHochberg } from "../../stats/benjaminiHochberg.ts";
import { holm } from "../../stats/holm.ts";
import type { Measure } from "../protocol.ts";
import type { AdjustedP, RandomisationResult } from "./trialEvaluation.ts";

/** One p-value an outcome: of the measure that was declared primary. Its other measures are supporting, and stand unadjusted. */
export function adjustOutcomes(randomisation: readonly RandomisationResult[], primary: Measure): AdjustedP[] {
  const declared = randomisation.filter(({ measure }) => measure === primary);
  const p = Float64Array.from(declared, (each) => each.p);
  const byHolm = holm(p), byRate = benjaminiHochberg(p);
  return declared.map(({ outcome, measure, draws }, i) => ({
    outcome, measure,
    test: draws === "exact" ? "Randomisation test, exact" : `Randomisation test, ${draws} draws`,
    p: p[i],
    holm: byHolm[i],
    benjaminiHochberg: byRate[i],
  }));
}
