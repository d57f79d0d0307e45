// Randomisation inference for every outcome and measure, on the schedule's own scheme.

import type { TrialDraw } from "../protocol.ts";
import { drawnSchedules } from "../randomisation/drawnSchedules.ts";
import { randomisationResult } from "../randomisation/randomisationResult.ts";
import { randomisedBlocks } from "../randomisation/randomisedBlocks.ts";
import { blocksOf } from "../schedule/blocks.ts";
import type { AnalysedDays } from "./analysedDays.ts";
import { measuresOf, outcomeValues } from "./outcomeValues.ts";
import type { RandomisationResult } from "./trialEvaluation.ts";

export type Scheme = Pick<TrialDraw, "share" | "block" | "redraw">;

interface Settings {
  readonly seed: string;
  readonly draws: number;
  readonly level: number;
  readonly progress: (fraction: number) => void;
}

/** @param scheme - its rule for drawing again is of the whole schedule: for a part of it give none */
export function randomisationResults({ units, days, outcomes, arms }: AnalysedDays, { share, block, redraw }: Scheme, { progress, ...settings }: Settings): RandomisationResult[] {
  const blocks = randomisedBlocks(blocksOf(units, days, block, arms), units.length);
  // Drawing schedules until they are balanced takes most of the time, so that all outcomes share them.
  const schedules = redraw && drawnSchedules({ blocks, units, days, share, redraw }, settings.draws, settings.seed, (fraction) => progress(fraction / 2));
  const asked = outcomes.flatMap((outcome) => measuresOf(outcome).map((measure) => ({ outcome, measure })));
  const told = asked.map(({ outcome, measure }, i) =>
    randomisationResult({ outcome: outcome.name, measure }, blocks, outcomeValues(outcome, measure)!, {
      ...settings,
      ...(schedules && { schedules }),
      progress: (fraction) => progress((redraw ? 0.5 : 0) + ((redraw ? 0.5 : 1) * (i + fraction)) / asked.length),
    }));
  return redraw && !schedules ? told.map((each) => ({ ...each, statistic: `${each.statistic}; as if the first draw stood, for hardly any schedule is as balanced as the protocol asks` })) : told;
}

export const schemeInWords = ({ block, redraw }: Scheme): string =>
  `${block === "pair" ? "pairs of days of a stratum, each unit on treatment on one of the two" : "blocks of a day of a stratum"}${redraw ? `, again and again until the imbalance was at most ${redraw.most}` : ""}`;
