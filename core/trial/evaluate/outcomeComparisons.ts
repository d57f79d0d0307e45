// The table of outcomes: every outcome by every measure, arms as drawn.

import { plainTestSize } from "../randomisation/plainTestSize.ts";
import { randomisedBlocks } from "../randomisation/randomisedBlocks.ts";
import { blocksOf } from "../schedule/blocks.ts";
import type { AnalysedDays } from "./analysedDays.ts";
import { compareOutcome } from "./compareOutcome.ts";
import { measuresOf, outcomeValues } from "./outcomeValues.ts";
import type { Scheme } from "./randomisationResults.ts";
import type { Comparison } from "./trialEvaluation.ts";

/** Each with a caution where its test is off its level under this trial's draw. Empty where an arm has fewer than 2 location-days. */
export function outcomeComparisons({ units, days, outcomes, arms }: AnalysedDays, { block }: Scheme, level: number): Comparison[] {
  const blocks = randomisedBlocks(blocksOf(units, days, block, arms), units.length);
  return outcomes.flatMap((outcome) => measuresOf(outcome).flatMap((measure) => {
    const values = outcomeValues(outcome, measure)!;
    const found = compareOutcome(outcome.name, measure, values, arms, level);
    if (!found) return [];
    const { caution } = plainTestSize(blocks, Float64Array.from(values), level);
    return { ...found, cautions: [...found.cautions, ...(caution === null ? [] : [caution])] };
  }));
}
