// What a reader of a power must know about the past that it is from.

import { percent } from "../../inWords.ts";
import type { AskedPower } from "./powerSchema.ts";
import type { MeasurePower } from "./trialPower.ts";

/** Fewer past days than this say little of how days differ. */
const FEW_DAYS = 60;
/** Standard errors of a share of simulated trials beyond which it is not the level. */
const BEYOND = 3;
/** Fewer incidents than this on control location-days, and approximations by the normal are rough. */
const FEW_INCIDENTS = 30;

export function powerCautions({ historyDays, days, hotspots, share, units, level, draws, contamination, delivery }: AskedPower, measures: readonly MeasurePower[]): string[] {
  const cautions = ["Hotspots that were chosen by this same past will have fewer incidents in the trial (regression to the mean), and the trial less power than this."];
  if (historyDays < FEW_DAYS) cautions.push(`The past has only ${historyDays} days: how much days and hotspots differ is hardly known.`);
  const alone = [...new Set(units.map(({ stratum }) => stratum))].filter((stratum) => units.filter((unit) => unit.stratum === stratum).length === 1);
  if (alone.length > 0) cautions.push(`A stratum with one hotspot (${alone.map((stratum) => stratum || "no name").join(", ")}) has nothing to be compared with on its day: it adds nothing to the test by the draw.`);
  const limit = BEYOND * Math.sqrt((level * (1 - level)) / draws);
  for (const { measure, simulations, history } of measures) {
    for (const { name, falseAlarms } of simulations) {
      if (falseAlarms === null || Math.abs(falseAlarms - level) <= limit) continue;
      cautions.push(`"${name}" (${measure}) rejects ${percent(falseAlarms)} of trials in which nothing happens, not ${percent(level, 0)}: ${falseAlarms < level ? "blocks of a day leave less variance than it assumes, so that it misses effects" : "it finds effects that are not there"}.`);
    }
    const expected = history.mean * (1 - share) * hotspots * days;
    if (measure !== "harm" && expected < FEW_INCIDENTS) cautions.push(`Only about ${Math.round(expected)} ${measure === "count" ? "incidents" : "location-days with an incident"} are expected on control days: formulas are rough, believe the simulation.`);
  }
  if (delivery < 1 || contamination > 0) cautions.push(`The fall is on patrolled location-days: ${percent(delivery, 0)} of treatment and ${percent(contamination, 0)} of control. Between the arms ${percent(delivery - contamination, 0)} of it is seen.`);
  return cautions;
}
