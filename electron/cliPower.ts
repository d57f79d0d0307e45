// `hexbeat power`: what a trial could detect, from a project's past, or from given numbers by formula alone.

import { parseArgs } from "node:util";
import { InputError } from "../core/errors.ts";
import { parseDecimal } from "../core/incidents/parseDecimal.ts";
import { unpackTable } from "../core/incidents/packedTable.ts";
import { tablePeriod } from "../core/incidents/tablePeriod.ts";
import { isoDay } from "../core/incidents/isoDay.ts";
import { allBefore, between, sameSeason, type PastPiece } from "../core/trial/power/pastOfTrial.ts";
import { plannedTrial } from "../core/trial/power/plannedTrial.ts";
import { powerByFormula } from "../core/trial/power/powerByFormula.ts";
import { completePower } from "../core/trial/power/preparePower.ts";
import type { TrialPower } from "../core/trial/power/trialPower.ts";
import { withProject } from "./cliFiles.ts";
import { runNamedJob } from "./cliJob.ts";
import { day, oneOf, positiveNumber, wholeNumber } from "./cliOptions.ts";
import { planOf } from "./planOf.ts";

export const POWER_HELP = `hexbeat power P.hexbeat [options]
hexbeat power --control-prevalence 0.141 --treatment-days 2874 --control-days 2886 [options]

What a trial could detect: the smallest fall by formula and by simulated trials on the project's past location-days, with curves over
hotspots and days, for prevalence, counts and harm. The project's protocol (Trial > Design) says units, days, draw and outcomes; without
one, the plan's hotspots, half of them treated each day. The second form is by formula alone, from given numbers.

  --hotspots N          those with the most incidents (all)
  --days N              of the trial (the protocol's)
  --outcome NAME        one of the protocol's (the first)
  --measure MEASURE     prevalence, count or harm (all that there are)
  --expect SHARE        the fall that is expected: 0.09 is 9 % (the protocol's)
  --power SHARE         to be reached (0.8)
  --delivery SHARE      of treatment location-days that are patrolled (1)
  --contamination SHARE of control location-days that are patrolled all the same (0)
  --past season|all     the trial's dates in the years before, or all days before it (season); or --from DATE --to DATE
  --draws N             simulated trials (1000)
  --seed SEED           a whole number or a word (the protocol's)
  --no-curves           leaves out the curves

By formula alone, one of
  --control-prevalence SHARE   of control location-days with an incident
  --control-rate N             incidents of a control location-day; with --dispersion N, variance over mean (1)
  --control-harm N --sd N      mean and standard deviation of a control location-day's harm
with --treatment-days N --control-days N (location-days), --level SHARE (0.05) and --design-effect N (1)`;

const OPTIONS = {
  hotspots: { type: "string" }, days: { type: "string" }, outcome: { type: "string" }, measure: { type: "string" }, expect: { type: "string" },
  power: { type: "string" }, delivery: { type: "string" }, contamination: { type: "string" }, past: { type: "string" }, from: { type: "string" }, to: { type: "string" },
  draws: { type: "string" }, seed: { type: "string" }, "no-curves": { type: "boolean" },
  "control-prevalence": { type: "string" }, "control-rate": { type: "string" }, dispersion: { type: "string" }, "control-harm": { type: "string" }, sd: { type: "string" },
  "treatment-days": { type: "string" }, "control-days": { type: "string" }, level: { type: "string" }, "design-effect": { type: "string" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>["values"];

const ALONE = ["control-prevalence", "control-rate", "dispersion", "control-harm", "sd", "treatment-days", "control-days", "level", "design-effect"] as const;
const OF_A_PROJECT = ["hotspots", "days", "outcome", "measure", "delivery", "contamination", "past", "from", "to", "draws", "seed", "no-curves"] as const;

export async function powerCommand(args: readonly string[]): Promise<unknown> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const misplaced = (positionals.length === 0 ? OF_A_PROJECT : ALONE).find((name) => values[name] !== undefined);
  if (positionals.length > 1) throw new InputError("Name one project: hexbeat power P.hexbeat.");
  if (misplaced) throw new InputError(`--${misplaced} goes with power ${positionals.length === 0 ? "from a project: name one" : "by formula alone: leave the project out"}.`);
  return positionals.length === 0 ? byFormula(values) : fromProject(positionals[0], values);
}

function byFormula(values: Values): object {
  const given = ([["prevalence", "control-prevalence"], ["count", "control-rate"], ["harm", "control-harm"]] as const).filter(([, flag]) => values[flag] !== undefined);
  if (given.length !== 1) throw new InputError("Name a project, or give one of --control-prevalence, --control-rate and --control-harm.");
  const [[measure, flag]] = given;
  const treatmentDays = wholeNumber("--treatment-days", values["treatment-days"]), controlDays = wholeNumber("--control-days", values["control-days"]);
  if (!treatmentDays || !controlDays) throw new InputError("Say how many location-days the arms have: --treatment-days N --control-days N.");
  const input = {
    measure, treatmentDays, controlDays,
    control: positiveNumber(`--${flag}`, values[flag])!,
    sd: positiveNumber("--sd", values.sd),
    dispersion: positiveNumber("--dispersion", values.dispersion),
    designEffect: positiveNumber("--design-effect", values["design-effect"]),
    fall: share("--expect", values.expect) ?? 0.1,
    level: share("--level", values.level) ?? 0.05,
    power: share("--power", values.power) ?? 0.8,
  };
  return { ...input, ...powerByFormula(input) };
}

async function fromProject(path: string, values: Values): Promise<object> {
  return withProject(path, "read", async (project) => {
    const { host, opened } = project;
    if (!opened.hasIncidents) throw new InputError("The project has no incidents. Import incidents first.");
    const table = unpackTable(await host.getIncidents({ id: opened.project.id }));
    const plan = planOf(project), planned = plannedTrial(plan);
    if (planned.units.length < 2) throw new InputError(`The project has ${planned.units.length === 0 ? "no hotspot" : "one hotspot"}; a trial needs two or more. Make some, or take a trial's units (Trial > Design).`);
    const known = tablePeriod(table);
    if (!known) throw new InputError("The incidents have no times, so that no location-day can be counted. Load a file with times.");
    const days = wholeNumber("--days", values.days) ?? planned.days;
    const protocol = { ...planned, days, seed: values.seed ?? planned.seed };
    const outcome = values.outcome ?? protocol.outcomes[0].name;
    const measure = oneOf("--measure", values.measure, ["prevalence", "count", "harm"] as const);
    const past = pastOf(values, known, protocol);
    const expected = share("--expect", values.expect);
    const request = completePower(table, {
      protocol, outcome, harm: plan.harm, past,
      settings: {
        days,
        expected: expected === undefined ? Math.min(0, protocol.expected) : -expected,
        ...defined("hotspots", wholeNumber("--hotspots", values.hotspots)),
        ...defined("measures", measure && [measure]),
        ...defined("power", share("--power", values.power)),
        ...defined("delivery", share("--delivery", values.delivery)),
        ...defined("contamination", share("--contamination", values.contamination)),
        ...defined("draws", wholeNumber("--draws", values.draws)),
        curves: !values["no-curves"],
      },
    });
    const found = (await runNamedJob("powerOfTrial", request)) as TrialPower;
    return { outcome, seed: protocol.seed, past: past.map(({ first, days: length }) => ({ first: isoDay(first), days: length })), ...found };
  });
}

function pastOf({ past, from, to }: Values, known: { readonly from: number; readonly to: number }, protocol: { readonly first: number; readonly days: number }): PastPiece[] {
  const first = day("--from", from), last = day("--to", to);
  if (first !== undefined || last !== undefined) {
    if (past !== undefined) throw new InputError("--past and --from or --to say the same thing. Give one of them.");
    return between(known, first ?? known.from, last ?? known.to);
  }
  return (oneOf("--past", past, ["season", "all"] as const) ?? "season") === "season" ? sameSeason(known, protocol) : allBefore(known, protocol);
}

const defined = <Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);

/** 0 to 1. */
function share(flag: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const value = parseDecimal(given);
  if (value === undefined || value < 0 || value > 1) throw new InputError(`${flag} ${given} is not a share from 0 to 1.`);
  return value;
}
