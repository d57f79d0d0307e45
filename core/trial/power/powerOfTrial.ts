// The job that says what a trial could detect, from the location-days of the project's own past.

import { InputError } from "../../errors.ts";
import { defineJob } from "../../job.ts";
import { measurePower } from "./measurePower.ts";
import { powerCautions } from "./powerCautions.ts";
import { powerSchema } from "./powerSchema.ts";
import type { TrialPower } from "./trialPower.ts";

/** @throws InputError where the columns do not fit, a measure has none, or there are not so many hotspots */
export const powerOfTrial = defineJob({
  title: "What a trial could detect: power by formula and by simulation on the past's location-days",
  params: powerSchema,
  run(given, context): TrialPower {
    const { units, historyDays, count, harm, block } = given;
    const cells = units.length * historyDays, hotspots = given.hotspots ?? units.length;
    for (const [name, column] of [["count", count], ["harm", harm]] as const) {
      if (column && column.length !== cells) throw new InputError(`${name} has ${column.length} values; ${units.length} hotspots on ${historyDays} days need ${cells}.`);
    }
    if (count.some((value) => value < 0 || !Number.isInteger(value))) throw new InputError("A count of incidents is below 0 or not whole. Give the number of incidents of each location-day.");
    if (hotspots > units.length) throw new InputError(`There are ${units.length} hotspots; ${hotspots} were asked for. Ask for at most ${units.length}, or make more.`);
    if (given.measures?.includes("harm") && !harm) throw new InputError("Harm was asked for, and there is no column of it. Load a harm table first.");
    if (given.contamination >= given.delivery) throw new InputError(`Of control days ${given.contamination} and of treatment days ${given.delivery} would be patrolled; then there is nothing to detect. Treatment days must have more.`);
    const measures = given.measures ?? (["prevalence", "count", ...(harm ? ["harm" as const] : [])] as const);
    // A pair is never cut in two.
    const days = block === "pair" ? given.days - (given.days % 2) : given.days;
    const asked = { ...given, hotspots, days };
    const found = measures.map((measure, m) =>
      measurePower(measure, asked, (fraction, note) => context.progress((m + fraction) / measures.length, `${note} (${measure})`)));
    const treatment = given.share * hotspots * days;
    return {
      hotspots, days, treatment, control: hotspots * days - treatment, historyDays,
      expectedFall: Math.abs(given.expected), power: given.power, level: given.level, draws: given.draws,
      measures: found, cautions: powerCautions(asked, found),
    };
  },
});
