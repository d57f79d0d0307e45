// The job that says what was delivered: activity by location-day, treatment against control, and the alarm where they do not differ.

import { InputError } from "../../errors.ts";
import { extent } from "../../geo/bounds.ts";
import { isoDay } from "../../incidents/isoDay.ts";
import { defineJob, type JobContext } from "../../job.ts";
import { z } from "../../schema.ts";
import { armsSchema } from "../armsSchema.ts";
import { trialDaysShape, trialUnitSchema } from "../protocolSchema.ts";
import { dateOfTrialDay, spanOfTrialDay, trialDaysOver } from "../schedule/trialDays.ts";
import { patrolsSchema, sightingsSchema } from "./activity.ts";
import { compareDosage } from "./compareDosage.ts";
import { countPatrols, type CountedPatrols } from "./countPatrols.ts";
import { deliveryAlarm } from "./deliveryAlarm.ts";
import { deliveredShares, deliveryByUnit, shareOf } from "./deliveredShares.ts";
import type { Dosage, DosageSeries, MatchedRows, Share } from "./dosage.ts";
import { dosageNotices } from "./dosageNotices.ts";
import { matchPatrols } from "./matchPatrols.ts";
import { matchSightings } from "./matchSightings.ts";
import { minutesOf, visitsOf, type Visit } from "./visitsOf.ts";
import { weeksOf } from "./weeksOf.ts";

const paramsSchema = z.strictObject({
  units: z.array(trialUnitSchema).min(1).describe("of the trial, in the order of the arms"),
  ...trialDaysShape,
  arms: armsSchema,
  ring: z.number().nonnegative().default(75).describe("what lies this close to a unit counts as near it, m"),
  amber: z.number().positive().default(13).describe("a visit of so many minutes is a full patrol"),
  green: z.number().positive().default(15).describe("minutes"),
  level: z.number().gt(0).lt(0.5).default(0.05).describe("of the tests; intervals are at 1 - level"),
  patrols: patrolsSchema.nullable().default(null).describe("logged patrols, as readActivity answers them"),
  pings: sightingsSchema.nullable().default(null).describe("radio or telephone positions, as readActivity answers them"),
  stops: sightingsSchema.nullable().default(null).describe("stops and searches, as readActivity answers them"),
  elsewhere: z.enum(["count", "leave out"]).default("count").describe("patrols whose every position lies farther than the ring from the unit that they name"),
  gap: z.number().positive().default(5).describe("positions of one officer in one unit at most so many minutes apart are one stay"),
  shifts: z
    .array(z.strictObject({ name: z.string().min(1), from: z.int().min(0).max(23), to: z.int().min(0).max(24) }))
    .default([{ name: "Day", from: 8, to: 20 }, { name: "Night", from: 20, to: 8 }])
    .describe("hours of the day; one that ends before it starts passes midnight"),
  least: z.number().min(1).default(1.1).describe("the alarm: treatment days must have at least so many times the activity of control days"),
  weeks: z.int().min(1).max(52).default(4).describe("the alarm looks at so many last weeks, and at all so far"),
});

type Params = z.output<typeof paramsSchema>;

export const dosageOfTrial = defineJob({
  title: "How much of a trial's treatment was delivered, and whether treatment differs from control",
  params: paramsSchema,
  run: dosage,
});

/** @throws InputError where the arms do not fit the units and days, no activity is given, or none of it falls into the trial's days */
export function dosage(params: Params, context: Pick<JobContext, "progress">): Dosage {
  const { units, arms, ring, amber, green, level, gap, patrols, pings, stops, first, days, startHour, clocks } = params;
  const n = units.length, trial = { first, days, startHour, clocks };
  if (arms.length !== days * n) throw new InputError(`The arms have ${arms.length} values; ${n} units on ${days} days need ${days * n}. Give one for every location-day.`);
  if (!patrols && !pings && !stops) throw new InputError("There is no activity: give patrols, pings or stops.");

  const matched: MatchedRows[] = [], series: DosageSeries[] = [];
  const add = (name: string, definition: string, values: Float64Array, [from, until]: readonly [number, number]): void => void series.push({ name, definition, values, from, until });

  let visits: readonly Visit[] = [], elsewhere: Dosage["elsewhere"] = [];
  let officerPatrols: Float64Array | null = null;
  let counted: CountedPatrols | null = null;
  let known: readonly [number, number] = [0, 0];
  if (patrols) {
    const found = matchPatrols(patrols, units, trial, ring, params.elsewhere);
    matched.push(found.counts);
    elsewhere = found.elsewhere;
    visits = visitsOf(found.patrols);
    counted = countPatrols(visits, arms, n, amber, params.shifts);
    officerPatrols = new Float64Array(arms.length);
    for (const { day, unit } of found.patrols) officerPatrols[day * n + unit]++;
    known = reach(extent(patrols.start), trial, "patrol logs");
    add("Full patrols", `Visits of at least ${amber} minutes; patrols of one hotspot that overlap are one visit.`, counted.fullPatrols, known);
    add("Patrols", "Visits of any length; patrols of one hotspot that overlap are one visit.", counted.patrols, known);
    add("Officer patrols", "Each officer's logged patrol by itself.", officerPatrols, known);
    add("Minutes patrolled", "Minutes with at least one officer on a logged patrol.", counted.minutes, known);
  }
  context.progress(0.2, "Matching positions");
  const seen = pings && matchSightings(pings, units, trial, ring, gap, (fraction) => context.progress(0.2 + 0.6 * fraction));
  if (pings && seen) {
    matched.push({ kind: "pings", ...seen.counts });
    const span = reach(pings.span ?? extent(pings.time), trial, "positions");
    add("Pings", "Positions inside the hotspot.", seen.inside, span);
    if (pings.groups.length > 1) pings.groups.forEach((group, i) => add(`Pings: ${group}`, `Positions inside the hotspot, of ${group}.`, seen.groups[i], span));
    if (ring > 0) add("Pings nearby", `Positions within ${ring} m of the hotspot and in none.`, seen.ring, span);
    if (seen.minutes) add("Minutes on site", `Officer-minutes between successive positions of one officer in the hotspot at most ${gap} minutes apart.`, seen.minutes, span);
  }
  const searched = stops && matchSightings(stops, units, trial, ring, gap);
  if (stops && searched) {
    matched.push({ kind: "stops", ...searched.counts });
    add("Stops", "Stops and searches inside the hotspot.", searched.inside, reach(stops.span ?? extent(stops.time), trial, "stops"));
  }
  context.progress(0.9, "Comparing the arms");
  const byWeek = weeksOf(series, arms, n, params);
  const delivered = counted && deliveredShares(counted.fullPatrols, arms, n, known, level);
  const longEnough = (minutes: number): Share => shareOf(visits.filter((visit) => minutesOf(visit) >= minutes).length, visits.length, level);
  return {
    ...trial,
    units: units.map(({ id, name, stratum }) => ({ id, name, stratum })),
    arms, amber, green,
    patrols: counted?.patrols ?? null,
    fullPatrols: counted?.fullPatrols ?? null,
    officerPatrols,
    minutes: counted?.minutes ?? null,
    lengths: counted?.lengths ?? null,
    pings: seen?.inside ?? null,
    ringPings: seen?.ring ?? null,
    pingMinutes: seen?.minutes ?? null,
    stops: searched?.inside ?? null,
    series,
    comparisons: series.flatMap((one) => compareDosage(one, arms, n, level) ?? []),
    byWeek,
    alarms: series.flatMap((one, i) => {
      if (!ALARMED.has(one.name)) return [];
      const weekly = byWeek.map(({ from, ratios }) => ({ from, ratio: ratios[i] }));
      return deliveryAlarm(one, { arms, units: n, first, weeks: weekly, oneSided: !pings && !stops }, params) ?? [];
    }),
    shifts: counted?.shifts ?? [],
    byHour: counted?.byHour ?? null,
    byUnit: counted ? deliveryByUnit(units, arms, counted, known) : [],
    delivered: delivered?.treatment ?? null,
    contaminated: delivered?.control ?? null,
    longEnough: counted && visits.length > 0 ? { amber: longEnough(amber), green: longEnough(green) } : null,
    elsewhere,
    matched,
    notices: dosageNotices({ units, patrols, visits, hasPositions: pings !== null, elsewhere, leftOut: params.elsewhere === "leave out" }),
    conventions: conventionsOf(params),
  };
}

/** One of each kind of file: the others follow from them. */
const ALARMED = new Set(["Full patrols", "Pings", "Stops"]);

/** From the first to after the last trial day that the files reach over. @param span - first and last time, ms */
function reach([earliest, latest]: readonly [number, number], trial: Pick<Params, "first" | "days" | "startHour" | "clocks">, what: string): readonly [number, number] {
  const { from } = spanOfTrialDay(0, trial), { to } = spanOfTrialDay(trial.days - 1, trial);
  if (latest >= from && earliest < to) return [trialDaysOver(earliest, trial), Math.min(trial.days, trialDaysOver(latest, trial) + 1)];
  throw new InputError(
    `The ${what}, ${isoDay(earliest)} to ${isoDay(latest)}, do not reach into the trial's days, ${isoDay(trial.first)} to ${isoDay(dateOfTrialDay(trial.days - 1, trial))}. Check the file and the trial's dates.`,
  );
}

function conventionsOf({ amber, startHour, gap, ring, level, least, weeks }: Params): string[] {
  return [
    "Every difference is treatment minus control, every ratio treatment over control, per location-day.",
    `A full patrol is a visit of at least ${amber} minutes. A visit is from the first start to the last end of patrols of one hotspot that overlap.`,
    `A patrol belongs whole to the trial day, the hour and the shift in which it starts; a trial day starts at ${String(startHour).padStart(2, "0")}:00.`,
    "Each series is compared on the trial days that its files reach over, from their first to their last row; other days are not known.",
    `A position counts in every hotspot that it lies in, and as nearby within ${ring} m where it lies in none. Minutes on site join positions of one officer at most ${gap} minutes apart.`,
    `t-tests take location-days as independent (Welch; Student as the Thames Valley report has it); effect size d = 2t / √(N − 2). Intervals of ratios are clustered by hotspot. Level ${level}.`,
    `The alarm: a ratio below ${least} over all days or the last ${weeks} weeks, or an interval that includes 1.`,
    "Officers are codes within these data; no number or name of an officer is kept.",
  ];
}
