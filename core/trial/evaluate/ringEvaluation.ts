// Has crime moved from the units into the rings about them on treatment days, or has the effect reached there?

import { total } from "../../stats/total.ts";
import type { OutcomeDays } from "../panel/locationDays.ts";
import { compareOutcome } from "./compareOutcome.ts";
import { splitByArm } from "./splitByArm.ts";
import type { RingEvaluation } from "./trialEvaluation.ts";
import { displacementDifference, displacementQuotient, NO_WEIGHTS } from "./weightedDisplacement.ts";

/**
 * In a trial of days the weighted displacement difference compares treatment days (in the place of "after") with control days
 * ("before"), each count divided by its location-days: (T/nₜ − C/n꜀) + (Rₜ/nₜ − R꜀/n꜀). The quotient has location-days in the place of
 * the control area's crimes.
 * @returns null where the outcome has no rings, or an arm fewer than 2 location-days
 */
export function ringEvaluation({ name, count, ring }: OutcomeDays, width: number, arms: Uint8Array, level: number): RingEvaluation | null {
  const comparison = ring && compareOutcome(name, "count", ring, arms, level);
  if (!comparison) return null;
  const unit = splitByArm(count, arms), about = splitByArm(ring, arms);
  const target = { before: total(unit.control), after: total(unit.treatment) };
  const rings = { before: total(about.control), after: total(about.treatment) };
  const time = { before: unit.control.length, after: unit.treatment.length };
  const { local, displaced, total: together, standardError, test } = displacementDifference([{ weight: 1, target, control: { before: 0, after: 0 }, ring: rings }], level, { ...NO_WEIGHTS, time });
  const { quotient, reading } = displacementQuotient({ target, control: time, ring: rings });
  return {
    outcome: name,
    width,
    comparison,
    wdd: { value: together.value, standardError, z: test.statistic, p: test.p, interval: together.interval! },
    wdq: { quotient, reading },
    inWords: inWords(local.value, displaced!.interval!, together.interval!),
  };
}

function inWords(inUnits: number, rings: { readonly low: number; readonly high: number }, together: { readonly low: number; readonly high: number }): string {
  const ringsSay =
    rings.low > 0 ? "The rings had more crime on treatment days: displacement."
    : rings.high < 0 ? "The rings had less crime on treatment days: a diffusion of benefit."
    : "The rings show no difference that chance could not make: neither displacement nor diffusion is shown, nor ruled out within the interval.";
  const bothSay =
    together.high < 0 ? "Units and rings together had less."
    : together.low > 0 ? "Units and rings together had more."
    : "Together, units and rings show no difference that chance could not make.";
  const nothing = inUnits >= 0 ? " The units themselves had no less, so there is nothing to displace." : "";
  return `${ringsSay} ${bothSay}${nothing}`;
}
