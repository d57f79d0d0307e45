// How the numbers of an evaluation were made, one sentence each: what a reader needs to make them again.

import { count, percent } from "../../inWords.ts";
import type { LocationDays } from "../panel/locationDays.ts";

interface Facts {
  readonly panel: LocationDays;
  readonly level: number;
  /** "blocks of a day and stratum" … as the randomisation tests were told. */
  readonly scheme: string;
  readonly hasDose: boolean;
}

export function conventions({ panel, level, scheme, hasDose }: Facts): string[] {
  const { startHour, clocks, hours, outcomes, ringWidth } = panel;
  const moved = [...hours].filter((each) => each !== 24).length;
  return [
    "Every difference is treatment minus control; a ratio is treatment / control.",
    "Location-days are analysed by the arm that was drawn for them, whatever was delivered (intention to treat).",
    `A trial day runs from ${clock(startHour)} to ${clock(startHour)} of the next day by the clock${moved > 0 && clocks !== "none" ? `; ${count(moved)} of them had 23 or 25 hours` : ""}.`,
    "All hours of a trial day count, whenever patrols were offered.",
    "An incident counts on the day and at the hour at which it began, or at the earliest could have begun; the project's filter plays no part.",
    "An incident in several shapes of one unit counts once; in two units, once in each.",
    "Prevalence is the share of location-days with at least one incident. Its change is labelled prevalence, that of incidents count, that of days of imprisonment harm: they are not the same.",
    "Prevalence is tested by chi-squared with Yates' correction on one degree of freedom; d = 2 √(χ² / (N − χ²)) of that chi-squared, with the sign of the difference.",
    "Mean counts and mean harm per location-day are tested by Welch's t-test (Student's beside it); d = t √(1/n₁ + 1/n₂).",
    `Randomisation tests hold every location-day's outcome as it was and draw the arms again in ${scheme}, each block with as many on treatment as it had; p is two-sided about what is expected, ties counted.`,
    "Rate ratios come from models of counts with errors clustered by hotspot.",
    ...(outcomes.some(({ harm }) => harm) ? ["Harm is days of imprisonment by the plan's table of offences; an offence that it does not name counts 0 days."] : []),
    ...(ringWidth === null ? [] : [`A ring is what lies within ${count(ringWidth)} m of a unit's shapes and in no unit; an incident in two rings counts in each. The weighted displacement difference adds the rings' difference to the units', per location-day; its variance takes incidents as independent (Wheeler and Ratcliffe 2018). The weighted displacement quotient divides the rings' difference by the units' and is told only where the units had less on treatment days (Bowers and Johnson 2003, with location-days in the place of a control area).`]),
    ...(hasDose ? ["A location-day counts as delivered with at least one full patrol."] : []),
    `Tests are at ${percent(level, level < 0.01 ? 1 : 0)}; intervals hold ${percent(1 - level, level < 0.01 ? 1 : 0)}.`,
  ];
}

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
